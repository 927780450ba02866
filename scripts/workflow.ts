/**
 * Runs a workflow of these nodes headless in n8n-core and prints what every node gave out, as JSON. How far a long run is
 * stands on stderr.
 * Exit status: 0 when the workflow ended, 1 when it failed or could not be started, 2 for wrong options.
 */
import { Console } from 'node:console';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { endProcess, ensureBuilt, PROJECT_ROOT, runWorkflow, writeBinaries } from '../engine';
import { readCredentials, readJson } from '../engine/json-files';
import { firstLine, settingUp } from '../engine/setup-error';
import { ShownProgress } from './workflow-progress';

const USAGE =
  'npm run --silent workflow -- FILE --credentials C.json [--input items.json] [--output out.json] [--binary-dir DIR]';

interface CommandLine {
  file: string;
  credentials: string | undefined;
  input: string | undefined;
  output: string | undefined;
  binaryDirectory: string | undefined;
  /** Folder of another built package to take the nodes from. */
  packageRoot: string | undefined;
}

class UsageError extends Error {}

process.exitCode = 1;
void main(process.argv.slice(2))
  .catch((error: unknown) => {
    process.stderr.write(`${firstLine(error)}\n`);
    return error instanceof UsageError ? 2 : 1;
  })
  .then(endProcess);

async function main(words: string[]): Promise<number> {
  const line = readCommandLine(words);
  const workflow = await readJson(line.file);
  const credentials = line.credentials === undefined ? {} : await readCredentials(line.credentials);
  const items = line.input === undefined ? undefined : await readJson(line.input);
  await prepareDestinations(line);
  if (line.packageRoot === undefined) await ensureBuilt();

  keepStandardOutputFree();
  const shown = new ShownProgress(process.stderr);
  const { result, binaries } = await runWorkflow({
    workflow,
    credentials,
    items,
    packageRoot: line.packageRoot ?? PROJECT_ROOT,
    signal: interruption(),
    onProgress: (progress) => shown.show(progress),
    onNodeProgress: (_, state) => {
      if (state !== 'started') shown.end();
    },
  }).finally(() => shown.end());
  await writeResult(JSON.stringify(result, null, 2), line.output);
  if (line.binaryDirectory !== undefined) await writeBinaries(binaries, line.binaryDirectory);
  if (result.error) process.stderr.write(`The workflow failed: ${firstLine(result.error.message)}\n`);
  return result.status === 'success' ? 0 : 1;
}

function readCommandLine(words: string[]): CommandLine {
  const option = { type: 'string' } as const;
  const options = { credentials: option, input: option, output: option, 'binary-dir': option, package: option };
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError('give one workflow file');
    const { credentials, input, output, 'binary-dir': binaryDirectory, package: packageRoot } = values;
    return { file, credentials, input, output, binaryDirectory, packageRoot };
  } catch (error) {
    throw new UsageError(`${firstLine(error)}. Usage: ${USAGE}`);
  }
}

/** A run may create orders: it must not end with nowhere to write them down. */
async function prepareDestinations({ output, binaryDirectory }: CommandLine): Promise<void> {
  await settingUp('The output cannot be written', async () => {
    if (binaryDirectory !== undefined) await mkdir(binaryDirectory, { recursive: true });
    if (output === undefined) return;
    await mkdir(dirname(output), { recursive: true });
    await (await open(output, 'a')).close();
  });
}

/** What a node prints goes to stderr: stdout is for the result. */
function keepStandardOutputFree(): void {
  globalThis.console = new Console(process.stderr, process.stderr);
}

/** The first Ctrl-C stops the workflow after the call at work; the second ends the process. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}

async function writeResult(text: string, output: string | undefined): Promise<void> {
  if (output !== undefined) return writeFile(output, `${text}\n`);
  await new Promise<void>((written, failed) => {
    process.stdout.once('error', failed);
    process.stdout.write(`${text}\n`, () => written());
  });
}
