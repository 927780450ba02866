import { chain, runWorkflow, type Credentials, type Step } from '../../engine';
import { jsonOf } from './outputs';

/** What a model is handed of a tool. */
export interface Handed {
  description: string;
  /** The outputs of the call. */
  answer: Record<string, unknown>[];
  error?: string;
}

/** What a model that calls this step as a tool decides: `={{ $fromAI('number', '', 'string') }}`. */
export function byModel(name: string, type = 'string'): string {
  return `={{ $fromAI('${name}', '', '${type}') }}`;
}

/** Calls a step as a model would, once for each of these arguments. */
export async function callTool(
  credentials: Credentials,
  { name, type, parameters = {}, settings }: Step,
  ...calls: readonly object[]
): Promise<Handed[]> {
  const { nodes, connections, ...workflow } = chain({ name: 'Model', type: '@n8n/n8n-nodes-langchain.toolExecutor' });
  const tool = { id: 'tool', name, type: `${type}Tool`, typeVersion: 1, position: [200, 200], parameters, ...settings };
  const toModel = { ai_tool: [[{ node: 'Model', type: 'ai_tool', index: 0 }]] };
  const ran = await runWorkflow({
    workflow: { ...workflow, nodes: [...nodes, tool], connections: { ...connections, [name]: toModel } },
    credentials,
    items: calls,
  });
  return jsonOf(ran, 'Model').map(({ description, answer, error }) => ({
    description: String(description),
    answer: typeof answer === 'string' ? JSON.parse(answer) : [],
    ...(typeof error === 'string' ? { error } : {}),
  }));
}
