import type { ServerResponse } from 'node:http';
import type { z } from 'zod/v4';
import type { Asked, Carrier, CarrierRequest, Reply } from '../carrier';
import { withDocument, type ReplyForm } from '../reply-form';

/** One request and what can be done with it. */
export interface Exchange {
  carrier: Carrier;
  request: CarrierRequest;
  asked: Asked;
  response: ServerResponse;
  /** Runs the carrier and may change its state; it may be left out. */
  process: () => Promise<Reply>;
  send: (reply: Reply) => void;
  /** Ends with the next `POST /_control/release`. */
  released: () => Promise<void>;
}

type Act = (exchange: Exchange) => Promise<void> | void;

/** Which requests a fault hits that names no service: any of the API, label downloads, or those of some services. */
export type Place = 'api' | 'download' | readonly string[];

/** A kind of fault. */
export interface Kind {
  /** Its fields, beside those that every fault has. */
  fields: z.ZodObject;
  /** Whether there is something to change in this form. */
  fits: (form: ReplyForm) => boolean;
  /** @param given the fields of one fault, checked already */
  order: (given: unknown) => {
    place: (form: ReplyForm) => Place;
    act: Act;
    problem: (form: ReplyForm) => string | undefined;
  };
}

interface Meaning<Fields> {
  fits?: (form: ReplyForm) => boolean;
  place?: (form: ReplyForm, fields: Fields) => Place;
  /** Why these fields cannot be had in this form. */
  problem?: (form: ReplyForm, fields: Fields) => string | undefined;
  act: (exchange: Exchange, fields: Fields) => Promise<void> | void;
}

export function kind<Fields extends z.ZodObject>(
  fields: Fields,
  { fits = () => true, place = () => 'api', problem = () => undefined, act }: Meaning<z.output<Fields>>,
): Kind {
  return {
    fields,
    fits,
    order(given) {
      const own = fields.parse(given);
      return {
        place: (form) => place(form, own),
        problem: (form) => problem(form, own),
        act: (exchange) => act(exchange, own),
      };
    },
  };
}

/** How the service that was asked answers. */
export function formOf(carrier: Carrier, service: string): ReplyForm | undefined {
  return carrier.forms.find(({ answers = () => true }) => answers(service));
}

/** Sends another answer than the carrier's; the request is processed. Label downloads have no form. */
export function changingReply<Fields>(
  change: (reply: Reply, form: ReplyForm | undefined, fields: Fields, exchange: Exchange) => Reply | Promise<Reply>,
) {
  return async (exchange: Exchange, fields: Fields): Promise<void> => {
    const { carrier, asked, process, send } = exchange;
    const form = asked.kind === 'download' ? undefined : formOf(carrier, asked.service);
    send(await change(await process(), form, fields, exchange));
  };
}

/** Sends the carrier's answer with its JSON changed. */
export function changingValues<Fields>(change: (document: unknown, form: ReplyForm, fields: Fields) => unknown) {
  return changingReply<Fields>((reply, form, fields) =>
    form ? withDocument(form, reply, (document) => change(document, form, fields)) : reply,
  );
}
