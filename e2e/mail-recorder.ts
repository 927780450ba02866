/** A mail server on loopback that keeps what it is sent, for n8n's Send Email node. SMTP as in RFC 5321, no more than that node needs. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export interface Mail {
  subject: string;
  /** Names of the files that are attached. */
  files: string[];
  /** All of it as it was sent, with its headers. */
  text: string;
}

export interface MailRecorder {
  port: number;
  /** The mails that came since the last look, in their order. */
  takeMails(): Mail[];
  /** The subjects of the mails that came since the last look, in their order. */
  takeSubjects(): string[];
  /** From now on every mail is refused, or taken again. */
  refuse(all: boolean): void;
  close(): Promise<void>;
}

export async function startMailRecorder(): Promise<MailRecorder> {
  let mails: Mail[] = [];
  let refuses = false;
  const server = createServer(
    (socket) =>
      void converse(socket, {
        refuses: () => refuses,
        keep: (mail) => mails.push({ subject: subjectOf(mail), files: filesOf(mail), text: mail.join('\n') }),
      }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail recorder has no port');
  const takeMails = (): Mail[] => {
    const taken = mails;
    mails = [];
    return taken;
  };
  return {
    port: address.port,
    takeMails,
    takeSubjects: () => takeMails().map(({ subject }) => subject),
    refuse(all) {
      refuses = all;
    },
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}

interface Desk {
  refuses: () => boolean;
  keep: (mail: readonly string[]) => void;
}

/** One connection: a reply for each command, and the lines of a mail up to the one with a full stop. */
async function converse(socket: Socket, { refuses, keep }: Desk): Promise<void> {
  const say = (line: string) => socket.write(`${line}\r\n`);
  // A client that hangs up in the middle has said all that it wanted.
  socket.on('error', () => socket.destroy());
  say('220 recorder');
  let mail: string[] | undefined;
  for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) {
    if (mail && line !== '.') mail.push(line);
    else if (mail) {
      keep(mail);
      mail = undefined;
      say('250 kept');
    } else if (/^RCPT/i.test(line) && refuses()) say('451 try again later');
    else if (/^DATA/i.test(line)) {
      mail = [];
      say('354 go on');
    } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
    else say('250 recorder');
  }
}

function subjectOf(mail: readonly string[]): string {
  return mail.find((line) => line.startsWith('Subject: '))?.slice('Subject: '.length) ?? '';
}

function filesOf(mail: readonly string[]): string[] {
  return mail.flatMap((line) => /^\s*Content-Disposition: attachment; filename="?([^";]+)"?/i.exec(line)?.[1] ?? []);
}
