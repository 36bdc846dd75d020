/** One pass over the events of a response stream, which all of its laws share. */
import type { Exchange, StreamedEvent } from "../exchange/exchange.ts";
import { type Facts, factsOf, isFacts } from "./facts.ts";
import { carriedBy } from "./payloads.ts";

export interface ResponseEvent {
  /** Position in `reply.events`. */
  at: number;
  /** Such as `response.created`. */
  type: string;
  payload: Facts;
  /** The output item that it speaks of: by its output_index, or by the id of an item that was added. */
  place: number | undefined;
  /** The item that its item_id names, where that is another one than at its output_index: nobody knows which is meant. */
  strayFrom: number | undefined;
}

export interface ResponseReading {
  /** Up to the event that ends the response, the last one of those where there are several. */
  events: readonly ResponseEvent[];
  /** What follows that event all the same: R11's, and nobody else's. */
  late: readonly ResponseEvent[];
  /** Positions of events that are neither a payload with a type nor a sentinel. */
  unreadable: readonly number[];
  /** Positions of the sentinels. */
  sentinels: readonly number[];
  /** The events that may end a response. */
  terminals: readonly ResponseEvent[];
}

const TERMINALS: ReadonlySet<string> = new Set(["response.completed", "response.failed", "response.incomplete"]);

const known = new WeakMap<readonly StreamedEvent[], ResponseReading>();

/** Undefined for a reply that is no stream. */
export function responseReading({ reply: { events } }: Exchange): ResponseReading | undefined {
  if (events === undefined) return undefined;
  let reading = known.get(events);
  if (reading === undefined) {
    reading = readResponse(events);
    known.set(events, reading);
  }
  return reading;
}

function readResponse(given: readonly StreamedEvent[]): ResponseReading {
  const events: ResponseEvent[] = [];
  const unreadable: number[] = [];
  const sentinels: number[] = [];
  const places = new Map<unknown, number>();
  for (const [at, carried] of carriedBy(given).entries()) {
    if (carried.kind === "sentinel") sentinels.push(at);
    else if (carried.kind === "payload" && isFacts(carried.value) && typeof carried.value.type === "string") {
      const { type, output_index: index, item_id, item } = carried.value;
      const named = places.get(item_id);
      const place = typeof index === "number" ? index : named;
      const { id } = factsOf(item);
      if (typeof id === "string" && place !== undefined) places.set(id, place);
      events.push({ at, type, payload: carried.value, place, strayFrom: named === place ? undefined : named });
      // A sentinel with a flaw is no sentinel: what is missing then is R11's.
    } else if (carried.kind !== "unreadable" || !carried.isNearly) unreadable.push(at);
  }
  const end = events.findLastIndex(({ type }) => TERMINALS.has(type)) + 1 || events.length;
  return {
    events: events.slice(0, end),
    late: events.slice(end),
    unreadable,
    sentinels,
    terminals: events.filter(({ type }) => TERMINALS.has(type)),
  };
}

/** The reading, unless an event could not be read: then the events say nothing about each other. */
export function readableResponse(exchange: Exchange): ResponseReading | undefined {
  const reading = responseReading(exchange);
  return reading === undefined || reading.unreadable.length > 0 || reading.events.length === 0 ? undefined : reading;
}
