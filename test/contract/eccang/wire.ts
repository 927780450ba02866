import { EccangClient, type EccangDeployment } from '../../../carriers/eccang';
import { documented, documentedJson } from '../../documented';
import { carrierAnswering, carrierThat } from '../carrier';
import type { Answer, Loopback } from '../loopback';

export interface ScriptedCarrier {
  client: EccangClient;
  server: Loopback;
  /** The JSON text inside `<paramsJson>` of a call. */
  sentParams: (call?: number) => string;
  calls: () => number;
}

/** A client whose carrier answers with these bodies, one after the other; the last one again and again. */
export async function carrier(deployment: EccangDeployment, ...answers: (string | Answer)[]): Promise<ScriptedCarrier> {
  const server = await carrierAnswering(...answers);
  return {
    client: new EccangClient(deployment, { baseUrl: server.url, appToken: 'APP_TOKEN', appKey: 'APP_KEY' }),
    server,
    sentParams: (call = 0) => paramsOf(server.received[call]?.body ?? ''),
    calls: () => server.received.length,
  };
}

/** A client whose carrier answers each service with its own reply, and what it was asked, by name. */
export async function carrierWith(
  deployment: EccangDeployment,
  replies: Record<string, unknown>,
): Promise<{ client: EccangClient; services: () => string[] }> {
  const serviceOf = (body: string): string => /<service>(\w+)<\/service>/.exec(body)?.[1] ?? '';
  const server = await carrierThat(({ body }) => {
    const reply = replies[serviceOf(body)];
    return reply === LOST ? { status: 503, body: 'Service Unavailable' } : { body: enveloped(reply) };
  });
  return {
    client: new EccangClient(deployment, { baseUrl: server.url, appToken: 'APP_TOKEN', appKey: 'APP_KEY' }),
    services: () => server.received.map(({ body }) => serviceOf(body)),
  };
}

/** In place of a reply. */
export const LOST = Symbol('lost');

/** A documented request as the text that is sent. */
export function request(deployment: string, file: string): string {
  return JSON.stringify(documentedJson(deployment, file));
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
