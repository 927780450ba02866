import type { Agent } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';

/**
 * A reply that comes on an idle connection was not asked for: the request that is sent next would take it for its own,
 * and each one after that the reply of the one before. Such a connection is closed.
 */
export function closeWhenSpokenTo(agent: Agent): void {
  agent.on('free', (socket: Socket) => socket.off('data', close).on('data', close).resume());
}

/** The connection is not idle any more. */
export function takeUp(socket: Socket): void {
  socket.off('data', close);
}

/** Until what has reached this machine before now has been read: the first turn may have begun before. */
export async function incomingRead(): Promise<void> {
  await turnOfTheLoop();
  await turnOfTheLoop();
}

function close(this: Socket): void {
  this.destroy();
}
