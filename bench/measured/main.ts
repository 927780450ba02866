/**
 * The process of one run: gets its job by a message, prepares it, says so, and is measured when it is told. It ends with
 * the process that started it.
 */
import type { Job, Sample } from '../case';
import { told } from '../servers/told';
import type { Addresses, Prepared } from './addresses';
import { prepareCalls } from './calls';
import { prepareReading } from './reading';
import { watched } from './watch';
import { prepareWorkflow } from './workflow';

interface Order {
  job: Job;
  addresses: Addresses;
}

process.on('disconnect', () => process.exit());
process.once('message', (order: Order) => void main(order));

async function main({ job, addresses }: Order): Promise<void> {
  try {
    const work = await prepared(job, addresses);
    const begun = new Promise((resolve) => process.once('message', resolve));
    told('ready');
    await begun;
    told({ sample: withRates(job, await watched(work)) });
  } catch (error) {
    told({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

async function prepared(job: Job, addresses: Addresses): Promise<Prepared> {
  switch (job.kind) {
    case 'workflow':
      return prepareWorkflow(job, addresses);
    case 'calls':
      return prepareCalls(job, addresses);
    case 'read':
      return prepareReading(job, addresses);
    default:
      throw new Error(`Not measured here: ${job.kind}`);
  }
}

function withRates(job: Job, sample: Sample): Sample {
  if (job.kind !== 'workflow' && job.kind !== 'calls') return sample;
  const { wallMs = 0, cpuMs = 0, memoryMb = 0 } = sample;
  const { count } = job.items;
  const limit = Math.ceil((count * callsPerItem(job)) / job.atOnce) * job.roundTrip;
  return {
    ...sample,
    msPerItem: wallMs / count,
    cpuMsPerItem: cpuMs / count,
    kbPerItem: (memoryMb * 1024) / count,
    ...(limit > 0 ? { overLimit: wallMs / limit } : {}),
  };
}

/** 0 where the limit cannot be told. */
function callsPerItem(job: Job): number {
  if (job.kind === 'calls') return job.calls.length;
  return job.kind === 'workflow' ? (job.callsPerItem ?? 0) : 0;
}
