/**
 * Knows an answer again that a request got before. The same answer under other ids keeps the contract and the laws too: no
 * rule asks for more of an id than that the places which tell it agree. Texts are compared and not values: those kept from
 * before are mostly out of the processor's cache, and a text is the least of them.
 */
import type { Outcome } from "../behaviours/behaviour.ts";
import { recalledOf } from "../behaviours/recalling.ts";
import { fill, isFilled, templateOf } from "../lib/template.ts";
import type { Rendition } from "./readings.ts";
import type { Turn } from "./turn.ts";

export type Whole = Extract<Outcome, { kind: "reply" }>;

/** Longer texts are written and judged anew each time. */
const MOST_TEXT = 16_384;

/**
 * What the same request was answered before, when this is the same answer but for its ids.
 *
 * @param whole The answer as a text, where it is at hand.
 */
export function recall({ reading, ids }: Turn, outcome: Whole, whole?: string): Rendition | undefined {
  const said = reading?.said;
  if (said === undefined || said.status !== outcome.status || said.mediaType !== outcome.mediaType) return undefined;
  if (said.ids !== ids.length) return undefined;
  const template = recalledOf(outcome)?.template;
  if (said.whole === template) return said;
  if (!isFilled(said.whole, ids, whole ?? jsonOf(outcome))) return undefined;
  // The next one is then known at a glance.
  if (template !== undefined) said.whole = template;
  return said;
}

/** Keeps an answer that was found right, where its request has come more than once. */
export function remember({ reading, ids }: Turn, { status, mediaType }: Whole, whole: string, stream = ""): void {
  if (reading?.isShared !== true || whole === "" || whole.length > MOST_TEXT || stream.length > MOST_TEXT) return;
  const kept = { status, mediaType, ids: ids.length, whole: templateOf(whole, ids) };
  reading.said = stream === "" ? kept : { ...kept, stream: templateOf(stream, ids) };
}

/** A body of JSON as a text; of none, the empty one. */
export function jsonOf(outcome: Whole): string {
  const recalled = recalledOf(outcome);
  return recalled === undefined ? (JSON.stringify(outcome.body) ?? "") : fill(recalled.template, recalled.ids);
}
