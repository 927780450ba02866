import { ECCANG, getLabelLink, getTemplateDocument } from '../../../carriers/eccang';
import { documentedJson } from '../../documented';
import { carrier, enveloped, request } from './wire';

describe('documented requests', () => {
  it('getLabelUrl', async () => {
    const { client: own, sentParams } = await carrier(
      ECCANG,
      enveloped({ ask: 'Success', url: 'http://labels.example.com/1.pdf' }),
    );
    await getLabelLink(own, { number: 'CR36600006' });
    expect(sentParams()).toBe(JSON.stringify(documentedJson('eccang', 'getLabelUrl.request.json')));
  });

  it('getLabelUrl with everything, and with the old spelling', async () => {
    const { client: own, sentParams } = await carrier(
      ECCANG,
      enveloped({ ask: 'Success', url: 'http://labels.example.com/1.pdf' }),
    );
    await getLabelLink(own, { number: 'A1', type: 3, labelType: 2, labelContentType: 6 });
    await getLabelLink(own, { number: 'A1', labelType: 3, oldSpelling: true });
    expect(sentParams(0)).toBe('{"reference_no":"A1","type":3,"label_type":2,"label_content_type":6}');
    expect(sentParams(1)).toBe('{"reference_no":"A1","lable_type":3}');
  });
});

it('getLabelByTemplate', async () => {
  const { client, sentParams } = await carrier(
    ECCANG,
    enveloped(documentedJson('eccang', 'getLabelByTemplate.response.json')),
  );
  const raw = await getTemplateDocument(client, '78', ['QGAUSE19041600000381', 'QGAUSE19041600000276']);
  expect(raw).toEqual(documentedJson('eccang', 'getLabelByTemplate.response.json'));
  expect(sentParams()).toBe(request('eccang', 'getLabelByTemplate.request.json'));
});
