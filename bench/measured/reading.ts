import { ECCANG, EccangClient } from '../../carriers/eccang';
import { readingEnvelope } from '../../carriers/eccang/envelope-reader';
import { EtowerClient } from '../../carriers/etower';
import { inSlices, readingAnswer } from '../../carriers/http';
import type { ReadJob, ReplyName } from '../case';
import { LONG_REPLIES, longText } from '../servers/replies/long';
import type { Addresses, Prepared } from './addresses';

/** The text of a reply is read twice before it is measured, as in a process that has read replies before. */
export async function prepareReading({ reply, by }: ReadJob, { url, warmUpUrl }: Addresses): Promise<Prepared> {
  const text = by === 'JSON.parse' ? LONG_REPLIES[reply].json() : longText(reply);
  const at = (address: string): Prepared => {
    if (by === 'JSON.parse') return async () => void JSON.parse(text);
    return by === 'us' ? () => read(reply, text) : fetching(reply, `${address}/long/${reply}`);
  };
  for (let round = 0; round < 2; round += 1) await at(warmUpUrl)();
  return at(url);
}

async function read(reply: ReplyName, text: string): Promise<void> {
  const json = reply.startsWith('xml') ? await opened(text) : text;
  const { value } = await inSlices(readingAnswer(json));
  if (value === undefined) throw new Error('The reply was not read');
}

async function opened(text: string): Promise<string> {
  const content = await inSlices(readingEnvelope(text));
  if ('fault' in content) throw new Error('The envelope was not read');
  return content.response;
}

/** As an operation does it, from the bytes on. */
function fetching(reply: ReplyName, baseUrl: string): Prepared {
  const read = { intent: 'read' } as const;
  if (reply.startsWith('xml')) {
    const eccang = new EccangClient(ECCANG, { baseUrl, appToken: 'sampleToken0001', appKey: 'sampleKey0001' });
    return async () => {
      await eccang.call('getCargoTrack', { codes: ['A1'] }, read);
    };
  }
  const account = { region: 'custom', baseUrl, token: 'sampleToken0001', key: 'sampleSecretKey0001' } as const;
  const etower = new EtowerClient(account);
  return async () => {
    await etower.call({ path: '/services/shipper/trackingEvents', body: [] }, read);
  };
}
