/**
 * What orders by form cost beside the same orders as JSON, in processor time of the process. The floor of reading field by
 * field is shown beside it: JSON mode, and what n8n takes to evaluate each expression of the form once.
 *
 *     tsx bench/form-cost.ts [--orders=1000] [--rounds=5] [--package=FOLDER] [NODE...]
 */
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { chain, endProcess, ensureBuilt, PROJECT_ROOT, runWorkflow, step } from '../engine';
import { floorPackage } from './form-cost/floor';
import { ORDER_NODES, orderCase, type OrderNode, type Size } from './form-cost/orders';
import { openStandIn } from './form-cost/stand-in';

export interface FormCost {
  node: string;
  size: Size;
  expressions: number;
  /** Milliseconds of processor time, the medians of the rounds. */
  form: number;
  json: number;
  floor: number;
  /** Form to JSON mode, and the floor to JSON mode. */
  ratio: number;
  least: number;
}

/** The floor is measured with so many times fewer orders, as it takes the longest. */
const FLOOR_SHARE = 10;

const SIZES: readonly Size[] = ['typical', 'full'];

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      orders: { type: 'string', default: '1000' },
      rounds: { type: 'string', default: '5' },
      package: { type: 'string', default: PROJECT_ROOT },
    },
    allowPositionals: true,
  });
  await ensureBuilt();
  const chosen = Object.values(ORDER_NODES).filter(
    ({ node }) => positionals.length === 0 || positionals.includes(node),
  );
  const table = new Table({
    head: ['Node', 'Order', 'Expressions', 'Form ms', 'JSON ms', 'Floor ms', 'Ratio', 'Floor ratio'],
  });
  for (const order of chosen) {
    for (const size of SIZES) {
      const cost = await formCost(order, size, Number(values.orders), Number(values.rounds), values.package);
      table.push([
        cost.node,
        cost.size,
        cost.expressions,
        cost.form.toFixed(0),
        cost.json.toFixed(0),
        cost.floor.toFixed(0),
        cost.ratio.toFixed(2),
        cost.least.toFixed(2),
      ]);
      process.stderr.write(`${JSON.stringify(cost)}\n`);
    }
  }
  process.stdout.write(`${table.toString()}\n`);
  return 0;
}

/** Runs of form, JSON mode and floors, by turns. */
export async function formCost(
  order: OrderNode,
  size: Size,
  orders: number,
  rounds: number,
  packageRoot: string = PROJECT_ROOT,
): Promise<FormCost> {
  const standIn = await openStandIn();
  const floor = await floorPackage(packageRoot, [order.file]);
  const { form, json, expressions } = orderCase(order, size, orders);
  const credentials = order.credentials(standIn.url);
  const few = Math.ceil(orders / FLOOR_SHARE);
  const run =
    (root: string, { parameters, items }: typeof form, count: number) =>
    async (): Promise<number> => {
      const workflow = chain(step(order.node, 'Create', order.resource, 'create', parameters));
      const before = process.cpuUsage();
      const { result } = await runWorkflow({ workflow, credentials, items: items.slice(0, count), packageRoot: root });
      const { user, system } = process.cpuUsage(before);
      if (result.error) throw new Error(`${order.node}: ${result.error.message} ${result.error.description ?? ''}`);
      return (user + system) / 1000;
    };
  const cases = [
    run(packageRoot, form, orders),
    run(packageRoot, json, orders),
    run(floor.root, form, few),
    run(floor.root, json, few),
  ];
  try {
    const times: number[][] = cases.map(() => []);
    // The first round warms up.
    for (let round = 0; round <= rounds; round++) {
      for (const [at, each] of cases.entries()) {
        const time = await each();
        if (round > 0) times[at]?.push(time);
      }
    }
    const [inForm = NaN, inJson = NaN, formReading = NaN, jsonReading = NaN] = times.map(median);
    const least = inJson + ((formReading - jsonReading) * orders) / few;
    const ratios = { ratio: inForm / inJson, least: least / inJson };
    return { node: order.node, size, expressions, form: inForm, json: inJson, floor: least, ...ratios };
  } finally {
    standIn.close();
    await floor.remove();
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? NaN;
}

if (require.main === module) {
  main().then(endProcess, (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : 'The benchmark failed'}\n`);
    return endProcess(1);
  });
}
