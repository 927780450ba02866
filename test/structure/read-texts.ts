/** All that users read: the texts of the forms, and the sentences of the product. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import { sentencesIn, wordsIn } from './spelling';

const ROOT = path.join(__dirname, '../..');

export function optionsOf(property: INodeProperties | undefined): INodePropertyOptions[] {
  return (property?.options ?? []).filter((option): option is INodePropertyOptions => 'value' in option);
}

/** Every property at any depth, with the way to it. */
export function everyProperty(
  properties: readonly INodeProperties[],
  way: string,
): { way: string; property: INodeProperties }[] {
  return properties.flatMap((property) => [
    { way: `${way} > ${property.displayName}`, property },
    ...(property.options ?? []).flatMap((option) => {
      if ('values' in option) return everyProperty(option.values, `${way} > ${property.displayName}`);
      return 'type' in option ? everyProperty([option], `${way} > ${property.displayName}`) : [];
    }),
  ]);
}

/** A property with the way to it, from the name of its node or credential. */
export type Placed = ReturnType<typeof everyProperty>[number];

/** Names, choices, descriptions, hints and examples of forms. */
export function textsOf(nodes: readonly INodeTypeDescription[], fields: readonly Placed[]): string[] {
  const ofNodes = nodes.flatMap(({ displayName, description, hints = [] }) => [
    ...[displayName, description],
    ...hints.map(({ message }) => message),
  ]);
  const ofFields = fields.flatMap(({ property }) => [
    ...[property.displayName, property.description, property.hint, property.placeholder],
    ...optionsOf(property).flatMap(({ name, description, action }) => [name, description, action]),
  ]);
  return [...ofNodes, ...ofFields].filter((text) => text !== undefined);
}

/** Words of carriers and of servers, by which their answers are known. */
const OF_CARRIERS = /\/(refusal-words|status|php-notices|countries)\.ts$/;

/** Sentences of the product, by file: messages, hints and descriptions. */
export const SAID = ['carriers', 'nodes', 'credentials'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((file) => file.endsWith('.ts') && !OF_CARRIERS.test(file))
    .map((file) => ({ file, sentences: sentencesIn(readFileSync(path.join(ROOT, file), 'utf8')) })),
);

/** Words that say something, without their plural. */
export function stems(text: string): string[] {
  return wordsIn(text.toLowerCase())
    .filter((word) => !['the', 'and', 'for', 'with', 'your', 'own', 'its', 'that', 'this', 'from'].includes(word))
    .map((word) => word.replace(/s$/, ''));
}
