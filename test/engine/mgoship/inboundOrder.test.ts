import { PDFDocument } from '@cantoo/pdf-lib';
import { chain, runWorkflow } from '../../../engine';
import { control, credentialsFor } from '../../../sandbox/control-client';
import { fileOf, jsonOf, outputsOf, toErrorOutput } from '../outputs';
import { useSandbox } from '../sandbox';
import { mgoship } from './orders';

const { sandbox, run } = useSandbox();

describe('every operation, with the rule of the sandbox as a template', () => {
  test('inbound orders are listed with filters, labelled and deleted', async () => {
    const ran = await run(
      [{}],
      mgoship('List', 'inboundOrder', 'getMany', {
        returnAll: true,
        filters: {
          status: '2',
          storageid: { __rl: true, mode: 'list', value: '2' },
          startTime: '2026-01-05T08:00:00Z',
          endTime: '1767700000',
        },
      }),
      mgoship('Label', 'inboundOrder', 'getLabel', {
        number: '={{ $json.orderNo }}',
        size: '200',
        binaryPropertyName: 'label',
      }),
      mgoship('Link', 'inboundOrder', 'getLabel', { number: '={{ $json.number }}', download: false }),
      mgoship('Delete', 'inboundOrder', 'delete', { number: '121218772473' }),
    );
    expect(ran.result.error).toBeUndefined();
    expect(jsonOf(ran, 'List')).toMatchObject([{ orderNo: '121218772474', status: '2', storageid: '2' }]);
    const [label] = outputsOf(ran, 'Label');
    expect(label?.binary?.['label']).toMatchObject({ fileName: '121218772474_200.pdf', mimeType: 'application/pdf' });
    const pdf = await PDFDocument.load(await fileOf(ran));
    const { width, height } = pdf.getPage(0).getSize();
    expect([width, height].map((points) => Math.round((points / 72) * 25.4))).toEqual([100, 200]);
    expect(jsonOf(ran, 'Link')[0]).toMatchObject({ size: '100', url: expect.stringMatching(/121218772474_100\.pdf$/) });
    expect(outputsOf(ran, 'Link')[0]?.binary).toBeUndefined();
    expect(jsonOf(ran, 'Delete')).toMatchObject([{ number: '121218772473', deleted: true }]);
  });

  test('a date without offset is one of the workflow’s time zone', async () => {
    const workflow = chain(
      mgoship('List', 'inboundOrder', 'getMany', {
        filters: { startTime: '2026-01-05T17:00:00', endTime: '2026-01-05 17:00:00' },
      }),
    );
    Object.assign(workflow.settings, { timezone: 'Asia/Tokyo' });
    const { result } = await runWorkflow({ workflow, credentials: credentialsFor(sandbox) });
    expect(result.nodes['List']?.outputs[0]?.map(({ json }) => json['addTime'])).toEqual(['1767600000']);
  });
});

describe('when things go wrong on the way', () => {
  const fault = (settings: object): Promise<void> => control(sandbox, 'faults', { carrier: 'mgoship', ...settings });

  test('a label that cannot be downloaded keeps its link', async () => {
    await fault({ kind: 'label-html' });
    const ran = await run(
      [{}],
      mgoship('Label', 'inboundOrder', 'getLabel', { number: '121218772474' }, toErrorOutput),
    );
    expect(outputsOf(ran, 'Label', 1)[0]?.error).toMatchObject({
      message: 'The label link of Mgoship gave a web page instead of a label',
      description: expect.stringContaining('/mgoship/label/inorder/'),
    });
  });
});
