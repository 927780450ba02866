import { eachInSlices } from '../../../carriers/http';
import { listPortalServiceOptions, portalServiceOptionOf, type PortalClient } from '../../../carriers/etower';
import { textOf } from '#carriers/shared/json-value';
import { perItem } from '#nodes/shared/operation';
import { channelId, country, portalServiceOption } from '../fields/portal';

/** The portal lists services by country only; their options need none. */
const countryOfList = {
  ...country,
  required: false,
  description:
    'Country whose services the list below holds (目的国家); not needed when you give the channel by its number',
};

export const getServiceOptions = perItem<PortalClient, { channel: string; only: string | undefined }>({
  description: {
    name: 'Get Options',
    value: 'getOptions',
    action: 'Get options of portal service',
    description: 'List the options of a service channel; one output item per option (查询服务选项列表)',
    properties: [countryOfList, channelId, portalServiceOption],
    lists: true,
    simplifies: true,
  },
  read: (parameters) => ({
    channel: parameters.text('channelId'),
    only: parameters.optionalText('serviceOption'),
  }),
  send: async (client, { channel, only }) => {
    const options = await listPortalServiceOptions(client, channel);
    return eachInSlices(
      options.filter(({ code }) => only === undefined || textOf(code) === only),
      (entry) => ({ raw: entry, simplified: portalServiceOptionOf(entry) }),
    );
  },
});
