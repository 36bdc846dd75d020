/** The sentinel that ends the streams of chat and of text completions. */
import type { Exchange } from "../exchange/exchange.ts";
import { KEPT, NOT_JUDGED, type Ruling } from "./law.ts";
import { carriedBy, SENTINEL } from "./payloads.ts";

/** Exactly one, and nothing after it. */
export function endsWithSentinel({ reply: { events } }: Exchange): Ruling {
  if (events === undefined) return NOT_JUDGED;
  const carried = carriedBy(events);
  const first = carried.findIndex(({ kind }) => kind === "sentinel");
  if (first < 0) return [{ message: `The stream must end with ${SENTINEL}, but it ends without.` }];
  if (first === carried.length - 1) return KEPT;
  const next = carried[first + 1]?.kind === "sentinel" ? `another ${SENTINEL}` : "another event";
  return [{ eventIndex: first + 1, message: `${SENTINEL} must be the last event, but ${next} follows.` }];
}
