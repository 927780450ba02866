import { loopback, type Answer, type Loopback, type Received } from './loopback';

/** In the order in which they were started. */
const open: Loopback[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** A carrier that answers each request as told, until the test ends. */
export async function carrierThat(
  answer: (request: Received, index: number) => Answer,
  onRequest?: () => void,
): Promise<Loopback> {
  const server = await loopback(answer, onRequest);
  open.push(server);
  return server;
}

/** A carrier that answers with these, a text being the whole body, one after the other; the last one again and again. */
export function carrierAnswering(...answers: (string | Answer)[]): Promise<Loopback> {
  return carrierThat((_, index) => {
    const answer = answers[Math.min(index, answers.length - 1)] ?? '';
    return typeof answer === 'string' ? { body: answer } : answer;
  });
}

/** What the carrier that was started last has received. */
export function requests(): Received[] {
  return open.at(-1)?.received ?? [];
}
