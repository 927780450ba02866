import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { ECCANG } from '../../carriers/eccang';
import { HUAHAN } from '../../carriers/huahan';
import { givenList, objectAsIs } from '#carriers/shared/json-value';
import { USUAL_NAMES } from '#carriers/shared/usual-names';
import { orderForm as familyForm } from '../../nodes/eccangFamily/order/form';
import { orderForm as etowerForm } from '../../nodes/Etower/order/form';
import { orderForm as hgeForm } from '../../nodes/Hge/order/form';
import { parcelOrderForm } from '../../nodes/Mgoship/parcelOrder/form';
import type { RequestForm } from '../../nodes/shared/form/request-form';
import { ItemParameters } from '../../nodes/shared/parameters';
import { fakeNode } from '../unit/nodes/shared/fake-node';

const eccang = familyForm(ECCANG.order, ECCANG.orderMapping);

function parametersOf(form: RequestForm, values: IDataObject): ItemParameters {
  const given = { inputMode: 'form', itemsFrom: 'list', ...values };
  return new ItemParameters(fakeNode([{ json: given }]).context.functions, 0, form.withInputMode('Body'));
}

/** What goes out for these lines at Eccang, and what the user is told. */
function linesFor(itemsList: unknown, values: object = {}): { lines: unknown; told: string[] } {
  const parameters = parametersOf(eccang, JSON.parse(JSON.stringify({ itemsList, ...values })));
  const { ItemArr } = eccang.request(parameters);
  return { lines: ItemArr, told: [...parameters.notes, ...parameters.notSent] };
}

/** What is said of an order of which nothing but the lines is wrong. */
function problemsOf(itemsList: unknown, values: object = {}): string {
  const order = {
    referenceNo: 'A-1',
    shippingMethod: 'PK0001',
    countryCode: 'US',
    orderWeight: 1,
    orderPieces: 1,
    consignee: { consigneeName: 'Name', consigneeStreet: 'Street', consigneeCity: 'City', consigneePostcode: '1' },
  };
  try {
    eccang.read(parametersOf(eccang, JSON.parse(JSON.stringify({ ...order, itemsList, ...values }))));
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

const SHOPIFY = {
  title: 'Phone case',
  quantity: 2,
  price: '3.50',
  sku: 'CASE-1',
  grams: 175,
  vendor: 'Shop',
  taxable: true,
};

describe('a line under its usual names goes out as the form sends it', () => {
  const oneByOne: [string, RequestForm, IDataObject, IDataObject][] = [
    [
      'eccang',
      eccang,
      SHOPIFY,
      {
        items: {
          entry: [
            {
              invoiceEnname: 'Phone case',
              invoiceQuantity: 2,
              invoiceUnitcharge: '3.50',
              sku: 'CASE-1',
              invoiceWeight: '0.175',
            },
          ],
        },
      },
    ],
    [
      'huahan',
      familyForm(HUAHAN.order, HUAHAN.orderMapping),
      SHOPIFY,
      {
        items: {
          entry: [
            {
              invoiceEnname: 'Phone case',
              invoiceQuantity: 2,
              invoiceUnitcharge: '3.50',
              sku: 'CASE-1',
              invoiceWeight: '0.175',
            },
          ],
        },
      },
    ],
    [
      'etower',
      etowerForm,
      { ...SHOPIFY, origin: 'CN' },
      {
        items: {
          entry: [
            {
              itemNo: '1',
              description: 'Phone case',
              itemCount: 2,
              unitValue: '3.50',
              sku: 'CASE-1',
              weight: 0.175,
              originCountry: 'CN',
            },
          ],
        },
      },
    ],
    [
      'hge',
      hgeForm,
      { ...SHOPIFY, grams: '' },
      {
        parcels: {
          entry: [
            {
              items: {
                entry: [
                  {
                    name: 'Phone case',
                    customs: { importDeclared: 'Phone case', importPrice: '3.50' },
                    qty: 2,
                    sku: 'CASE-1',
                  },
                ],
              },
            },
          ],
        },
      },
    ],
    [
      'mgoship',
      parcelOrderForm,
      { ...SHOPIFY, price: '350', grams: '' },
      { items: { entry: [{ enname: 'Phone case', qty: 2, unitprice: '350', pickupname: 'CASE-1' }] } },
    ],
  ];

  it.each(oneByOne)('%s', (_, form, line, fields) => {
    const from = form === hgeForm ? 'parcelsFrom' : 'itemsFrom';
    const order = { customerOrderNum: 'A-1' };
    const listed = form.request(parametersOf(form, { ...order, [from]: 'list', itemsList: [line, line] }));
    const entered = form.request(parametersOf(form, { ...order, [from]: 'fields', ...twice(fields) }));
    expect(JSON.parse(JSON.stringify(listed))).toEqual(JSON.parse(JSON.stringify(entered)));
  });
});

/** The last list of the form with its entry twice. */
function twice({ items, parcels }: IDataObject): IDataObject {
  const again = (list: unknown): IDataObject => {
    const [entry = {}] = givenList(objectAsIs(list)['entry']);
    return { entry: [entry, entry['itemNo'] === undefined ? entry : { ...entry, itemNo: '2' }].map(plain) };
  };
  if (items) return { items: again(items) };
  const [parcel = {}] = givenList(objectAsIs(parcels)['entry']);
  return { parcels: { entry: [{ items: again(parcel['items']) }] } };
}

function plain(value: object): IDataObject {
  const copied: IDataObject = JSON.parse(JSON.stringify(value));
  return copied;
}

describe('usual names', () => {
  const WIRE: Readonly<Record<string, string>> = {
    description: 'invoice_enname',
    localDescription: 'invoice_cnname',
    sku: 'sku',
    quantity: 'invoice_quantity',
    unitValue: 'invoice_unitcharge',
    currency: 'invoice_currencycode',
    hsCode: 'hs_code',
    material: 'material',
    url: 'invoice_url',
  };

  it.each(Object.keys(WIRE))('%s is found under each of them, whatever the case and the separators', (field) => {
    const names = Object.entries(USUAL_NAMES).find(([name]) => name === field)?.[1] ?? [];
    const value = field === 'quantity' ? 3 : field === 'unitValue' ? '9.90' : 'USD';
    for (const name of names) {
      const snake = name.replace(/([a-z])([A-Z])/g, '$1_$2');
      for (const key of [name, snake, snake.toUpperCase(), snake.replaceAll('_', ' ')]) {
        // 品名 alone is the description.
        const besides = field === 'localDescription' ? { description: 'Case' } : {};
        const { lines } = linesFor([{ ...besides, [key]: value }]);
        expect({ key, lines }).toMatchObject({ key, lines: [{ [WIRE[field] ?? '']: value }] });
      }
    }
  });

  it.each([
    ['the first in the documented order', { name: 'Case - red', title: 'Case' }, { invoice_enname: 'Case' }],
    ['one that is filled in', { title: ' ', product_name: 'Case' }, { invoice_enname: 'Case' }],
    ['no object by that name', { product: { id: 1 }, item_name: 'Case' }, { invoice_enname: 'Case' }],
    [
      'columns of a Chinese table',
      {
        英文品名: 'Case',
        品名: '手机壳',
        数量: 2,
        单价: '3',
        '重量(kg)': '0.2',
        海关编码: '3926',
        币种: 'USD',
        SKU: 'C',
      },
      {
        invoice_enname: 'Case',
        invoice_cnname: '手机壳',
        invoice_quantity: 2,
        invoice_unitcharge: '3',
        invoice_weight: '0.2',
        hs_code: '3926',
        invoice_currencycode: 'USD',
        sku: 'C',
      },
    ],
    [
      'the goods, not the person, where an address stands beside them',
      { name: 'Person', street: 'Street', 品名: 'Case' },
      { invoice_enname: 'Case' },
    ],
    [
      'digits as they are',
      { title: 'Case', price: '3.5000' },
      { invoice_enname: 'Case', invoice_unitcharge: '3.5000' },
    ],
  ])('%s', (_, line, wire) => {
    expect(linesFor([line]).lines).toEqual([wire]);
  });

  it.each([
    [{ grams: 175 }, '0.175'],
    [{ grams: '1250' }, '1.25'],
    [{ weight_kg: '0.40' }, '0.40'],
    [{ weight: 175, weight_unit: 'g' }, '0.175'],
    [{ weight: '2', weightUnit: 'lb' }, '0.907'],
    [{ weight: 8, weightUnit: 'OUNCES' }, '0.227'],
    [{ Weight: '0.5 kg' }, '0.5'],
    [{ weight_kg: '', grams: 20 }, '0.02'],
    [{ weight: 175, weight_unit: 'stone' }, undefined],
    [{ weight: 175 }, undefined],
  ])('%j weighs %s kg', (line, weight) => {
    expect(linesFor([{ title: 'Case', ...line }]).lines).toEqual([
      { invoice_enname: 'Case', ...(weight === undefined ? {} : { invoice_weight: weight }) },
    ]);
  });
});

it('docs/order.md lists the usual names in their order', () => {
  const text = readFileSync(path.join(__dirname, '../../docs/order.md'), 'utf8').replace(/ +/g, ' ');
  for (const [field, names] of Object.entries(USUAL_NAMES))
    expect(text).toContain(`| \`${field}\` | ${names.map((name) => `\`${name}\``).join(', ')} |`);
});

describe('what the form says of a line', () => {
  const line = { ware: { name: 'Case' }, amount: 2, cost: '3.50', w: 175 };
  const itemFields = { description: 'ware.name', quantity: 'amount', unitValue: 'cost', weightGrams: 'w' };

  it('is taken from the keys that it names, also inside', () => {
    expect(linesFor([line], { itemFields }).lines).toEqual([
      { invoice_enname: 'Case', invoice_quantity: 2, invoice_weight: '0.175', invoice_unitcharge: '3.50' },
    ]);
  });

  it('is taken from entries of lists in a line', () => {
    const goods = { ...SHOPIFY, title: '', meta_data: [{ value: 'Case' }] };
    for (const description of ['meta_data[0].value', 'meta_data.0.value'])
      expect(linesFor([goods], { itemFields: { description } }).lines).toMatchObject([{ invoice_enname: 'Case' }]);
    expect(linesFor([goods], { itemFields: { description: 'meta_data.length' } }).lines).not.toHaveProperty(
      '[0].invoice_enname',
    );
  });

  it('completes lines, and leaves alone what they say themselves', () => {
    const itemDefaults = { hsCode: '392690', currency: 'USD', description: 'Goods' };
    expect(linesFor([SHOPIFY, { ...SHOPIFY, title: '', hs_code: '1' }], { itemDefaults }).lines).toMatchObject([
      { invoice_enname: 'Phone case', hs_code: '392690', invoice_currencycode: 'USD' },
      { invoice_enname: 'Goods', hs_code: '1', invoice_currencycode: 'USD' },
    ]);
  });

  it('names what the carrier has no place for, and passes over what is no field of a line', () => {
    expect(linesFor([{ ...SHOPIFY, made_in: 'CN', use: 'Phone' }]).told).toEqual([
      'customsItems[0].originCountry',
      'customsItems[0].use',
    ]);
  });

  it('takes one object as one line, also as text', () => {
    expect(linesFor(SHOPIFY).lines).toHaveLength(1);
    expect(linesFor(JSON.stringify([SHOPIFY, SHOPIFY])).lines).toHaveLength(2);
  });
});

describe('what is refused', () => {
  const good = { ...SHOPIFY };
  it.each<[string, unknown, object, string]>([
    ['no list', 5, {}, 'Items List must be a list [ ] of lines, or one line { }: here is a number'],
    [
      'no line in the list',
      ['case'],
      {},
      'Items List: line 1 must be an object { } with the fields of a line: here is text',
    ],
    ['an empty list', [], {}, 'ItemArr) needs at least one item'],
    [
      'no pieces',
      [good, { ...good, quantity: 0 }],
      {},
      'Item 2: Quantity (ItemArr[1].invoice_quantity, read from "quantity") must be a whole number greater than 0',
    ],
    [
      'a weight that is text',
      { ...good, grams: 'heavy' },
      {},
      'Item 1: Unit Weight (Kilograms) (ItemArr[0].invoice_weight, read from "grams") must be a number of 0 or more',
    ],
    [
      'negative money',
      { ...good, price: -1 },
      {},
      'Item 1: Unit Value (ItemArr[0].invoice_unitcharge, read from "price") must be an amount of 0 or more',
    ],
    [
      'what the carrier itself does not take',
      { ...good, weight_kg: '0.1234' },
      {},
      'Item 1: Unit Weight (Kilograms) (ItemArr[0].invoice_weight, read from "weight_kg") has more than 3 decimals',
    ],
    [
      'what is missing',
      { ...good, title: '' },
      {},
      'Item 1: Description (English) (ItemArr[0].invoice_enname) is required: the line has none of description, ',
    ],
    [
      'a weight without a unit',
      { ...good, grams: '', weight: 175 },
      {},
      'Item 1: Unit Weight (Kilograms) (ItemArr[0].invoice_weight) is required: nothing tells the unit of "weight". Name its key in Item Fields, or give it in Item Defaults',
    ],
    [
      'a key that is not there',
      good,
      { itemFields: { quantity: 'amount' } },
      'Item 1: Quantity (ItemArr[0].invoice_quantity) is required: the line has nothing under "amount", which Item Fields name for it',
    ],
  ])('%s', (_, list, values, problem) => {
    expect(problemsOf(list, values)).toContain(problem);
  });

  it('but a weight without a unit is told where the carrier wants none', () => {
    const parameters = parametersOf(etowerForm, { itemsList: [{ title: 'Case', weight: 175 }] });
    etowerForm.request(parameters);
    expect([...parameters.notes]).toContain(
      'The weight of lines was not sent, because nothing tells the unit of "weight": name it in Item Fields.',
    );
  });

  it.each([
    ['0.34', true],
    [0.35, false],
    [0, false],
  ])('and lines of 0.35 kg are a hint at an order of %j kg: %j', (orderWeight, isTold) => {
    const told =
      'The lines of an order weigh more together (customsItems: quantity x weightKg) than the order (weightKg).';
    expect(linesFor([good], { orderWeight }).told).toEqual(isTold ? [told] : []);
  });

  it('nothing of a good list', () => expect(problemsOf([good])).toBe(''));
});
