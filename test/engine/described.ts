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

/** Those that have this option. */
export function operationsWith(description: INodeTypeDescription, option: string): string[] {
  const having = description.properties.filter(
    ({ name, options = [] }) => name === 'options' && options.some((each) => each.name === option),
  );
  return operationsOf(description).filter((each) =>
    having.some(({ displayOptions: { show } = {} }) => {
      const [resource = '', operation = ''] = each.split('.');
      return show?.['resource']?.includes(resource) && show['operation']?.includes(operation);
    }),
  );
}
