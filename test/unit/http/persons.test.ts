import { SentRequests } from '../../../carriers/http';

const ORDERS = Array.from({ length: 300 }, (_, n) => ({
  reference_no: `REF-${n}`,
  Consignee: {
    consignee_name: `Jane Doe ${n}`,
    consignee_street: `${n} L'Allée "B" & C`,
    consignee_telephone: 490_170_000_000 + n,
    consignee_email: `jane${n}@example.com`,
    consignee_countrycode: 'US',
    consignee_company: 'Li',
  },
  ItemArr: [{ name: 'Shirt', invoice_enname: 'Cotton Shirt', sku: 'SKU-1' }],
}));

async function hiding(...sent: unknown[]): Promise<(text: string) => string> {
  const requests = new SentRequests();
  await requests.during(async () => {
    for (const each of sent) SentRequests.note(() => each);
  });
  return requests.hider();
}

describe('what was sent of persons', () => {
  test.each([
    ['as it is', 'No such name: Jane Doe 299.', 'No such name: [hidden].'],
    ['in capitals', 'JANE DOE 299', '[hidden]'],
    ['as a number', 'phone 490170000299 is wrong', 'phone [hidden] is wrong'],
    ['in JSON', JSON.stringify(`299 L'Allée "B" & C`), '"[hidden]"'],
    [
      'in JSON in XML',
      `{&quot;a&quot;:&quot;299 L&apos;Allée \\&quot;B\\&quot; &amp; C&quot;}`,
      '{&quot;a&quot;:&quot;[hidden]&quot;}',
    ],
    ['in a form', 'a=Jane+Doe+299&b=jane299%40example.com', 'a=[hidden]&b=[hidden]'],
    ['in a request in Base64', btoa('{"name":"Jane Doe 299"}'), '[hidden]='],
  ])('is hidden %s', async (_, text, shown) => {
    expect((await hiding(ORDERS))(text)).toBe(shown);
  });

  test('is not a word of the carrier, a number of the order, its country or its goods', async () => {
    const words = 'REF-299: the Cotton Shirt (SKU-1, Shirt) cannot go to US, list 300, Jane';
    expect((await hiding(ORDERS))(words)).toBe(words);
  });

  test('is found in lists, in JSON in texts, and in fields that no table has', async () => {
    const hide = await hiding({ receiver: JSON.stringify({ line: ['12 Road', '山田'] }), 收件人姓名: '王小明' }, [
      ['x'],
    ]);
    expect(hide('12 Road, 山田, 王小明先生')).toBe('[hidden], [hidden], [hidden]先生');
  });

  test('is everything that was sent in the task, and nothing sent in another', async () => {
    const hide = await hiding({ name: 'First Person' }, { name: 'Second Person' });
    await hiding({ name: 'Third Person' });
    expect(hide('First Person, Second Person, Third Person')).toBe('[hidden], [hidden], Third Person');
  });
});
