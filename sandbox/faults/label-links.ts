import { z } from 'zod/v4';
import type { CarrierRequest } from '../carrier';
import { plainReply } from '../reply';
import type { ReplyForm } from '../reply-form';
import { changingValues, formOf, kind, type Exchange, type Kind } from './kind';
import { withTexts } from './members';

const none = z.object({});

/** What can be wrong with the link of a label, and on the way from it to the file. */
export const labelLinkKinds: Readonly<Record<string, Kind>> = {
  'label-404': download(none, ({ send }) => send(plainReply(404, 'Not found'))),
  'label-202': download(none, ({ send }) => send(plainReply(202, 'Accepted'))),
  'label-redirect': download(
    z.object({
      to: z.enum(['same-host', 'relative', 'itself', 'other-host']).default('same-host'),
      status: z.literal([301, 302, 303, 307, 308]).default(302),
    }),
    ({ request, send }, { to, status }) => send(plainReply(status, 'Moved', { Location: locationOf(request, to) })),
  ),
  'label-not-ready': kind(
    z.object({ as: z.enum(['404', 'text', 'refusal']).default('404'), text: z.string().min(1).default('标签生成中') }),
    {
      fits: ({ labels }) => labels !== undefined,
      place: ({ labels }, { as }) => (as === 'refusal' ? (labels?.services ?? []) : 'download'),
      act({ carrier, asked, send }, { as, text }) {
        const form = formOf(carrier, asked.service);
        if (as === 'refusal' && form) send(form.refuse(text, undefined, asked.service));
        else send(as === '404' ? plainReply(404, 'Not found') : plainReply(200, text));
      },
    },
  ),
  'label-amp': link(none, (address) => `${address}?page=1&amp;copy=2`),
  'label-no-scheme': link(z.object({ slashes: z.boolean().default(false) }), (address, { slashes }) =>
    address.replace(/^https?:(\/\/)/, slashes ? '$1' : ''),
  ),
  'label-several': link(
    z.object({ joined: z.enum(['list', ',', ';', '|', '\n']).default('list') }),
    (address, { joined }) => {
      const both = [`${address}?page=1`, `${address}?page=2`];
      return joined === 'list' ? both : both.join(joined);
    },
  ),
};

function download<Fields extends z.ZodObject>(
  fields: Fields,
  act: (exchange: Exchange, own: z.output<Fields>) => void,
): Kind {
  const fits = ({ labels }: ReplyForm) =>
    labels !== undefined && (labels.links.length > 0 || labels.publishing !== undefined);
  return kind(fields, { fits, place: () => 'download', act });
}

/** Changes a link where an answer has one. */
function link<Fields extends z.ZodObject>(
  fields: Fields,
  change: (address: string, own: z.output<Fields>) => unknown,
): Kind {
  return kind(fields, {
    fits: ({ labels }) => labels !== undefined && labels.links.length > 0,
    place: ({ labels }) => labels?.services ?? [],
    act: changingValues((document, { labels }, own) =>
      withTexts(document, labels?.links ?? [], (address) => change(address, own)),
    ),
  });
}

function locationOf({ path, query, headers: { host = '' } }: CarrierRequest, to: string): string {
  if (to === 'itself') return query.size > 0 ? `${path}?${query.toString()}` : path;
  // Another address each time: with `itself` alone it is a circle.
  const next = `${path}?moved=${Number(query.get('moved') ?? 0) + 1}`;
  if (to === 'relative') return next;
  if (to === 'same-host') return `http://${host}${next}`;
  // Two names of this machine are two hosts.
  const [name, port = ''] = host.split(':');
  return `http://${name === 'localhost' ? '127.0.0.1' : 'localhost'}:${port}${next}`;
}
