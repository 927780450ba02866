import type { INodeProperties } from 'n8n-workflow';
import { choice } from '#carriers/shared/rows';
import { binaryPropertyName, simplify } from './fields';
import { field } from './form/row-property';

/**
 * Fields of a node that a language model calls, as n8n's guideline has them. n8n shows them by `@tool`; a version of n8n
 * that does not know this hides them, so that what is not in a tool must never hang on it.
 */
const IN_TOOLS = { '@tool': [true] };

const SELECTED: [string, string] = ['selected', 'Only the fields that are chosen below'];

/** Not `output`: that is another choice at Get Updates, and in saved workflows. */
const NAME = 'toolOutput';

const FORMS: Readonly<Record<string, [value: string, words: string]>> = {
  Raw: ['raw', "All of the carrier's own answer"],
  'Selected Fields': SELECTED,
  Simplified: ['simplified', 'The neutral fields, the same for all carriers'],
};

const WHAT_IT_GETS = 'How much of the answer the model reads';

const form = field(NAME, choice('Output', WHAT_IT_GETS, FORMS, { initial: 'simplified' }), {
  displayOptions: { show: { ...IN_TOOLS }, hide: { [simplify.name]: [false] } },
});

/** Of a tool that was saved with Simplify off, before there was Output: it goes on giving raw data until that is changed. */
const formWithoutSimplify = field(NAME, choice('Output', WHAT_IT_GETS, FORMS, { initial: 'raw' }), {
  displayOptions: { show: { ...IN_TOOLS, [simplify.name]: [false] } },
});

/** What a tool was saved with stays in it, so that the two above can go by it. Its own display must not: n8n would drop it. */
const savedSimplify: INodeProperties = { ...simplify, type: 'hidden', displayOptions: { show: { ...IN_TOOLS } } };

/** Of an operation whose output has one form. */
const extent = field(
  NAME,
  choice(
    'Output',
    WHAT_IT_GETS,
    { 'All Fields': ['all', 'All that there is'], 'Selected Fields': SELECTED },
    { initial: 'all' },
  ),
  { displayOptions: { show: { ...IN_TOOLS } } },
);

const fields: INodeProperties = {
  displayName: 'Field Names or IDs',
  name: 'toolFields',
  type: 'multiOptions',
  typeOptions: { loadOptionsMethod: 'getOutputFields', loadOptionsDependsOn: ['resource', 'operation'] },
  default: [],
  displayOptions: { show: { ...IN_TOOLS, [NAME]: ['selected'] } },
  description:
    'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
  hint: 'None chosen: all of them',
};

const filesAs = field(
  'toolFilesAs',
  choice(
    'Files As',
    'How the model gets a file, which n8n hands to no model',
    {
      Base64: [
        'base64',
        'The file itself as text: a third more letters than the file has bytes, all of which the model reads',
      ],
      Link: [
        'link',
        'A link to the file in this n8n, for a day. Whoever has it can open it, so that it can be passed on to a person.',
      ],
    },
    { initial: 'link' },
  ),
  { displayOptions: { show: { ...IN_TOOLS } } },
);

/** What is read of these fields. */
export const TOOL_FIELDS = { output: NAME, fields: fields.name, filesAs: filesAs.name } as const;

/** @param own fields of the operation, of which one may be an Output of its own */
export function toolFields(own: readonly INodeProperties[], simplifies: boolean): INodeProperties[] {
  const outputs = simplifies ? [form, formWithoutSimplify] : [extent];
  const hasOutput = own.some(({ displayName }) => displayName === extent.displayName);
  const hasFiles = own.some(({ displayName }) => displayName === binaryPropertyName.displayName);
  return [
    ...(simplifies ? [savedSimplify] : []),
    ...outputs.map((output) => (hasOutput ? { ...output, displayName: 'Output for the Model' } : output)),
    fields,
    ...(hasFiles ? [filesAs] : []),
  ];
}
