import type { IBuilderHint, IRelatedNode } from 'n8n-workflow';
import type { OperationDescription, Resource } from './operation';

/**
 * What n8n's own builder of workflows, which is a language model, is told of a node beside its description: what it
 * would do wrong otherwise. Of the node's operations come only what is so of them. People do not see it, and n8n 1.x
 * does not read it.
 */
export function builderHintOf(resources: readonly Resource<never>[]): IBuilderHint {
  const steps = resources.flatMap(({ value, operations }) =>
    operations.map(({ description }): Step => ({ ...description, path: `${value}.${description.value}` })),
  );
  const known = HINTS.filter(({ isSo }) => steps.some(isSo));
  return {
    searchHint: known.map(({ hint }) => hint).join(' '),
    relatedNodes: known.flatMap(({ related = [] }) => related),
  };
}

interface Step extends OperationDescription {
  /** As `resource.operation`. */
  path: string;
}

interface Hint {
  isSo: (step: Step) => boolean;
  hint: string;
  related?: readonly IRelatedNode[];
}

const HINTS: readonly Hint[] = [
  {
    isSo: ({ properties }) => properties.some(({ name }) => name === 'orderFormat'),
    hint: "To create the orders of a shop set inputMode to 'order' and orderFormat to 'shopify' or 'wooCommerce': the whole item of the step before is read as it is, with no Code or Edit Fields step in between. Orders of other systems go in the same way in neutral names.",
    related: [
      {
        nodeType: 'n8n-nodes-base.shopifyTrigger',
        relationHint: "Gives the orders of a shop: pass them on as they are, with orderFormat 'shopify'",
      },
      {
        nodeType: 'n8n-nodes-base.wooCommerceTrigger',
        relationHint: "Gives the orders of a shop: pass them on as they are, with orderFormat 'wooCommerce'",
      },
    ],
  },
  {
    isSo: ({ path }) => path === 'label.get',
    hint: 'A label is a file in the binary field data of the output; a step that mails or stores it comes right behind.',
  },
  {
    isSo: ({ path }) => path === 'tracking.getUpdates',
    hint: 'To follow parcels on a schedule use the operation getUpdates of tracking, not get: it gives only what is new, by the key that it gave the last time.',
    related: [
      {
        nodeType: 'n8n-nodes-base.dataTable',
        relationHint: 'Keeps the number and the key of each parcel from one run of getUpdates to the next',
      },
    ],
  },
  {
    isSo: ({ warning }) => warning !== undefined,
    hint: 'What creates, cancels or closes is done for real at the carrier; with options.dryRun it only shows what would be sent. Many items need no loop: the step sends them side by side, and in one call where the carrier takes several.',
  },
];
