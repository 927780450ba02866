import { listPortalServiceOptions, portalServiceOptionOf, type PortalClient } from '../../../carriers/etower';
import { textOf } from '../../../carriers/json-value';
import { limit, readListing, returnAll, simplify, type Listing } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import { channelId, country, portalServiceOption } from '../fields/locators';

/** The portal lists services by country only; their options need none. */
const countryOfList = {
  ...country,
  required: false,
  description:
    'Country whose services the list below holds (目的国家); not needed when you give the channel by its number',
};

export const getServiceOptions = perItem<PortalClient, Listing & { channel: string; only: string | undefined }>({
  description: {
    name: 'Get Options',
    value: 'getOptions',
    action: 'Get the options of a service of the portal',
    description: 'List the options of a service channel; one output item per option (查询服务选项列表)',
    properties: [countryOfList, channelId, portalServiceOption, returnAll, limit, simplify],
  },
  read: (parameters) => ({
    ...readListing(parameters),
    channel: parameters.text('channelId', 'Service Channel'),
    only: parameters.optionalText('serviceOption', 'Only Option'),
  }),
  send: async (client, { channel, only, most, simplified }) => {
    const options = await listPortalServiceOptions(client, channel);
    return options
      .filter(({ code }) => only === undefined || textOf(code) === only)
      .slice(0, most)
      .map((entry) => ({ json: simplified ? portalServiceOptionOf(entry) : entry }));
  },
});
