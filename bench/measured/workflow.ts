import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService, WorkflowExecute } from 'n8n-core';
import type { INodeExecutionData, IRun } from 'n8n-workflow';
import { objectOf, textOf } from '../../carriers/shared/json-value';
import { keyOf, readKey } from '../../carriers/shared/known-key';
import { chain, type Step } from '../../engine';
import { GivenCredentials } from '../../engine/credentials';
import { startEngine } from '../../engine/engine';
import { executionSurroundings } from '../../engine/execution';
import { hooksOf, MODE } from '../../engine/hooks';
import { planWorkflow, startItems } from '../../engine/workflow-plan';
import { credentialsFor } from '../../sandbox/control-client';
import type { WorkflowJob } from '../case';
import { createStep, filledForm } from '../forms';
import type { Addresses, Prepared } from './addresses';
import { numberOf, underWay } from './items';
import { nodesFor, type BenchNodes } from './nodes';

const WARM_UP = 100;

/** Loads the nodes and runs the workflow once with few items, against an address of its own. */
export async function prepareWorkflow(job: WorkflowJob, addresses: Addresses): Promise<Prepared> {
  await startEngine();
  if (job.filesOnDisk) await keepFilesOnDisk(addresses.folder);
  const nodes = await nodesFor(job);
  const item = await itemMaker(job, nodes, addresses.warmUpUrl);
  const itemsOf = (count: number) => Array.from({ length: count }, (_, index) => item(numberOf(index)));
  await run(nodes, job, addresses.warmUpUrl, itemsOf(Math.min(job.warmUp ?? WARM_UP, job.items.count)));
  const items = itemsOf(job.items.count);
  return async () => {
    await run(nodes, job, addresses.url, items);
  };
}

async function keepFilesOnDisk(folder: string): Promise<void> {
  const config = Container.get(BinaryDataConfig);
  config.localStoragePath = folder;
  config.mode = 'filesystem';
  await Container.get(BinaryDataService).init();
}

/** @returns what makes the item of a number; in JSON mode it holds what the form would send */
async function itemMaker(job: WorkflowJob, nodes: BenchNodes, url: string): Promise<(number: string) => object> {
  const { of } = job.items;
  if (of === 'numbers') return (number) => ({ number });
  if (of === 'knownNumbers') return knownMaker(job, nodes, url);
  const { item } = filledForm(of.order);
  if (of.from === 'form') return item;
  const known = `KEPT-${process.pid}`;
  const form: WorkflowJob = {
    kind: 'workflow',
    chains: [[createStep(of.order, 'form', 1)]],
    items: { of: { order: of.order, from: 'form' }, count: 1 },
    roundTrip: 0,
    atOnce: 1,
  };
  await run(nodes, form, url, [item(known)]);
  const body = await (await fetch(`${url}/${known}`)).text();
  return (number) => {
    const own: unknown = JSON.parse(body.replaceAll(known, number));
    return { body: own };
  };
}

/**
 * All parcels have had the same events. So what a first run knows of one of them is written into the keys of all: a first
 * run with all would make the engine warmer than it is for the other rows.
 */
async function knownMaker(job: WorkflowJob, nodes: BenchNodes, url: string): Promise<(number: string) => object> {
  const first = underWay(numberOf(0));
  const [item] = await run(nodes, job, url, [{ number: first }]);
  const carrier = textOf(item?.json['carrier']) ?? '';
  const read = readKey(textOf(item?.json['key']) ?? '', { carrier, number: first });
  if ('fault' in read) throw new Error('The first run gave no known key');
  return (given) => {
    const number = underWay(given);
    return { number, key: keyOf({ carrier, number }, read.known) };
  };
}

/**
 * @returns what came out of the last chain
 * @throws Error when not every item came out of every chain
 */
async function run(
  nodes: BenchNodes,
  job: WorkflowJob,
  url: string,
  items: readonly object[],
): Promise<INodeExecutionData[]> {
  const credentials = credentialsFor({ url });
  const plan = planWorkflow(workflowOf(job, url), nodes, credentials);
  const surroundings = executionSurroundings(new GivenCredentials(nodes, credentials), hooksOf(plan));
  const start = { startTime: Date.now(), executionTime: 0, executionIndex: 0, source: [] };
  const recorded = await new WorkflowExecute(surroundings, MODE).run({
    workflow: plan.workflow,
    startNode: plan.startNode,
    triggerToStartFrom: {
      name: plan.startNode.name,
      data: { ...start, data: { main: [startItems([...items])] } },
    },
  });
  return job.chains.map((steps) => all(recorded, steps, items.length)).at(-1) ?? [];
}

function workflowOf({ chains }: WorkflowJob, url: string): unknown {
  const workflows = chains.map((steps) => chain(...steps.map((step) => addressed(step, url))));
  const [first] = workflows;
  return {
    ...first,
    nodes: workflows.flatMap(({ nodes }, index) => nodes.slice(index === 0 ? 0 : 1)),
    connections: {
      ...Object.fromEntries(workflows.flatMap(({ connections }) => Object.entries(connections))),
      Start: { main: [chains.map(([step]) => ({ node: step?.name, type: 'main', index: 0 }))] },
    },
  };
}

function addressed(step: Step, url: string): Step {
  const parameters = objectOf(JSON.parse(JSON.stringify(step.parameters ?? {}).replaceAll('CARRIER', url)));
  return { ...step, parameters };
}

function all({ status, data }: IRun, steps: readonly Step[], count: number): INodeExecutionData[] {
  const { error, runData } = data.resultData;
  if (status !== 'success' || error) throw new Error(`The workflow failed: ${error?.message ?? status}`);
  const last = steps.at(-1)?.name ?? '';
  const items = runData[last]?.flatMap((each) => each.data?.main?.[0] ?? []) ?? [];
  const failed = items.find(({ json, error: itemError }) => itemError ?? json.error);
  if (failed) throw new Error(`${last}: ${JSON.stringify(failed.json)}`);
  if (items.length !== count) throw new Error(`${last} gave ${items.length} of ${count} items`);
  return items;
}
