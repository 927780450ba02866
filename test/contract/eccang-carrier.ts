import { EccangClient, type EccangDeployment } from '../../carriers/eccang';
import { isObject, type JsonObject } from '../../carriers/json-value';
import { documented } from '../documented';
import { loopback, type Answer, type Loopback } from './loopback';

const open: Loopback[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

export interface ScriptedCarrier {
  client: EccangClient;
  server: Loopback;
  /** The JSON text inside `<paramsJson>` of a call. */
  sentParams: (call?: number) => string;
  calls: () => number;
}

/** A client whose carrier answers with these bodies, one after the other; the last one again and again. */
export async function carrier(deployment: EccangDeployment, ...answers: (string | Answer)[]): Promise<ScriptedCarrier> {
  const server = await loopback((_, index) => {
    const answer = answers[Math.min(index, answers.length - 1)] ?? '';
    return typeof answer === 'string' ? { body: answer } : answer;
  });
  open.push(server);
  return {
    client: new EccangClient(deployment, { baseUrl: server.url, appToken: 'APP_TOKEN', appKey: 'APP_KEY' }),
    server,
    sentParams: (call = 0) => paramsOf(server.received[call]?.body ?? ''),
    calls: () => server.received.length,
  };
}

/** A reply in the documented envelope. */
export function enveloped(json: unknown): string {
  const text = JSON.stringify(json).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return documented('eccang', 'envelope.response.xml').replace(
    /<response>.*<\/response>/s,
    () => `<response>${text}</response>`,
  );
}

export function paramsOf(body: string): string {
  const text = /<paramsJson>(.*)<\/paramsJson>/s.exec(body)?.[1] ?? '';
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

export function object(value: unknown): JsonObject {
  if (!isObject(value)) throw new Error('The documented payload is no object');
  return value;
}
