import type { INodeProperties } from 'n8n-workflow';
import { choice, json } from '#carriers/shared/rows';
import { inMode } from '../fields';
import { field } from './row-property';

/** Fields of Input Mode `order`. */
export const orderFormat = field(
  'orderFormat',
  choice('Order Format', 'Which system the order comes from', {
    'Neutral Order': [
      'neutral',
      'The names of this package: reference, recipient, weightKg, customsItems and so on, as Order: Get gives them out with Simplify on',
    ],
    Shopify: ['shopify', "Shopify's own order, as its trigger, its node or its API gives it (REST or GraphQL)"],
    WooCommerce: ['wooCommerce', "WooCommerce's own order, as its trigger, its node or its REST API gives it"],
  }),
  {
    builderHint: {
      propertyHint:
        "'shopify' behind a Shopify step and 'wooCommerce' behind a WooCommerce one; 'neutral' for an object with reference, recipient {name, street, city, province, postcode, country, phone}, weightKg and customsItems [{description, quantity, unitValue, currency, hsCode}].",
    },
  },
);

export const order = field(
  'order',
  json(
    'Order',
    'The order as an object. What the step before gives out is taken as it is; where the order stands deeper in it, drag it here from the panel of the input.',
    { initial: '={{ $json }}', example: '{{ $json }}' },
  ),
  {
    builderHint: {
      propertyHint:
        "Leave it at expr('{{ $json }}'), the whole item of the step before. Where the order stands deeper, give that object whole, such as expr('{{ $json.body }}') behind a Webhook.",
    },
  },
);

export const itemsBySku = field(
  'itemsBySku',
  json(
    'Items by SKU',
    'A list of your articles, for what the order does not say of a line: sku, and hsCode, originCountry, description, localDescription, weightKg, unitValue, currency, material, use or url. Drag the list here from the panel of the input. What a line says itself stays.',
    { initial: '[]', example: '{{ $json.articles }}' },
  ),
);

/** @param example of the carrier's own fields */
export function overridesField(example: string): INodeProperties {
  return field(
    'overrides',
    json(
      'Overrides',
      "The carrier's own fields, by the names that JSON mode has. They are laid over what was made of the order: objects grow, anything else takes the place of what is there.",
      { example },
    ),
  );
}

/**
 * The field of the service as it stands beside an order too. n8n does not ask for it: where it is empty everywhere, the
 * item is refused in words.
 */
export function serviceField(inForm: INodeProperties): INodeProperties {
  const { options, description = '' } = inForm;
  return {
    ...inMode(inForm, 'form', 'order'),
    required: false,
    // A dropdown shows an empty value as a mistake, unless one of its choices has it.
    ...(options === undefined
      ? {}
      : { options: [...options, FROM_ELSEWHERE].sort((left, right) => left.name.localeCompare(right.name, 'en')) }),
    description: `${description}. Empty: as the order says (service), or else as the credential does.`,
  };
}

const FROM_ELSEWHERE = {
  name: 'As Order or Credential Says',
  value: '',
  description: 'What the order has as service, or else the default of the credential',
};
