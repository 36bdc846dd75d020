/** What the events of a stream carry: each is read once, whichever law asks first. */
import type { StreamedEvent } from "../exchange/exchange.ts";

/** The data that ends a stream of the OpenAI family. */
export const SENTINEL = "[DONE]";

export type Carried =
  | { kind: "payload"; value: unknown }
  | { kind: "sentinel" }
  /** No JSON. `isNearly`: a sentinel but for spaces or case. */
  | { kind: "unreadable"; isNearly: boolean };

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

const DONE: Carried = Object.freeze({ kind: "sentinel" });

function read({ data, payload }: StreamedEvent): Carried {
  if (payload !== undefined) return { kind: "payload", value: payload };
  if (data === SENTINEL) return DONE;
  try {
    return { kind: "payload", value: JSON.parse(data) };
  } catch {
    return { kind: "unreadable", isNearly: typeof data === "string" && data.trim().toUpperCase() === SENTINEL };
  }
}
