import type { INodeProperties } from 'n8n-workflow';

/** A field of the form, hidden while the input mode is JSON. */
export function formOnly(field: INodeProperties): INodeProperties {
  return { ...field, displayOptions: { show: { ...field.displayOptions?.show, inputMode: ['form'] } } };
}
