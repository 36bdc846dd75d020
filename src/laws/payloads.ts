/** What the events of a stream carry: each is read once, whichever law asks first. */
import type { StreamedEvent } from "../exchange/exchange.ts";

/** The data that ends a stream of the OpenAI family. */
export const SENTINEL = "[DONE]";

export type Carried =
  | { kind: "payload"; value: unknown }
  | { kind: "sentinel" }
  /** No JSON, or a flawed sentinel. */
  | { kind: "unreadable"; isNearly: boolean };

/** A sentinel but for spaces, case, quotes or brackets: the law of the end misses it, and no other law minds it. */
const NEARLY = /^["'[\s]*done["'\]\s]*$/i;

const known = new WeakMap<readonly StreamedEvent[], readonly Carried[]>();

/** One for each event, in the same order. */
export function carriedBy(events: readonly StreamedEvent[]): readonly Carried[] {
  let carried = known.get(events);
  if (carried === undefined) {
    carried = events.map(read);
    known.set(events, carried);
  }
  return carried;
}

/**
 * What the events before the first sentinel carry, for readers stop there. `isWhole`: it came, and came last; else some law
 * says so already, and nobody knows what the end of the stream would have been.
 */
export function beforeSentinel(events: readonly StreamedEvent[]): { told: readonly Payload[]; isWhole: boolean } {
  const carried = carriedBy(events);
  const end = carried.findIndex(({ kind }) => kind === "sentinel");
  const told = (end < 0 ? carried : carried.slice(0, end)) as readonly Payload[];
  return { told, isWhole: end >= 0 && end === carried.length - 1 };
}

type Payload = Exclude<Carried, { kind: "sentinel" }>;

const DONE: Carried = Object.freeze({ kind: "sentinel" });

function read({ data, payload }: StreamedEvent): Carried {
  if (payload !== undefined) return { kind: "payload", value: payload };
  if (data === SENTINEL) return DONE;
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== "string" || !NEARLY.test(value)) return { kind: "payload", value };
    return { kind: "unreadable", isNearly: true };
  } catch {
    return { kind: "unreadable", isNearly: typeof data === "string" && NEARLY.test(data) };
  }
}
