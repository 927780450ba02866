import type { ILoadOptionsFunctions, INodeListSearchItems, INodeProperties } from 'n8n-workflow';
import { worldCountries } from '#nodes/shared/countries';
import { chosen, searching, type ListSearch } from '#nodes/shared/session';
import type { Carrier } from './carrier';
import { carrier as carrierField, carrierNamed } from './fields/carrier';
import { isChosen, notChosen } from './session';

/** The lists of the form. */
export const listSearch: Record<string, ListSearch> = {
  searchCountries: searching(async () => worldCountries()),
  searchServices: searching(servicesOf),
};

/** The services of the chosen carrier, as the form of its own Create lists them. */
async function servicesOf(functions: ILoadOptionsFunctions): Promise<INodeListSearchItems[]> {
  const carrier = chosenCarrier(functions);
  const { type, options = [], modes = [] } = serviceField(carrier);
  if (type === 'options')
    return options.flatMap((each) =>
      'value' in each && each.value !== '' ? [{ name: each.name, value: String(each.value) }] : [],
    );
  const method = modes.find((mode) => mode.type === 'list')?.typeOptions?.searchListMethod ?? '';
  const list = carrier.lists[method];
  if (!list)
    throw new TypeError(`${carrier.displayName} documents no list of its services: enter the code that it gave you.`);
  // n8n itself says of a credential that is optional and missing: "Node does not require credentials".
  if (!isChosen(functions, carrier))
    throw new TypeError(`${notChosen(carrier)}: choose it to see the services, or enter the code.`);
  return (await list.call(functions)).results;
}

function chosenCarrier(functions: ILoadOptionsFunctions): Carrier {
  const name = chosen(functions, carrierField.name) ?? '';
  const found = carrierNamed(name);
  if (found) return found;
  throw new TypeError(
    name.startsWith('=')
      ? 'Carrier is an expression: choose a carrier there to see its services, or enter the code of the service.'
      : 'Choose the carrier first: each has services of its own. Where an expression chooses it, enter the code of the service.',
  );
}

/** Where the carrier's own Create has its service. */
function serviceField({ steps, fieldsOf, serviceField: own }: Carrier): Partial<INodeProperties> {
  const step = steps['order.create'];
  return (step && fieldsOf(step).find(({ name }) => name === own)) ?? {};
}
