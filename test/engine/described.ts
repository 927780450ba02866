import type { INodeTypeDescription } from 'n8n-workflow';

/** All that a node's form offers, as `resource.operation`. */
export function operationsOf({ properties }: INodeTypeDescription): string[] {
  return properties
    .filter(({ name }) => name === 'operation')
    .flatMap(({ displayOptions, options = [] }) =>
      (displayOptions?.show?.['resource'] ?? []).flatMap((resource) =>
        options.flatMap((option) =>
          'value' in option && typeof resource === 'string' ? `${resource}.${String(option.value)}` : [],
        ),
      ),
    );
}
