/** One text, told five times over by a response stream, and always the same: R7. */
import type { Exchange } from "../exchange/exchange.ts";
import { type Facts, factsOf, isFacts, listOf, shown } from "./facts.ts";
import { KEPT, NOT_JUDGED, type Ruling } from "./law.ts";
import { ADDED, DONE } from "./responses-items.ts";
import { keyOf, PART_EVENTS, type PartEvent } from "./responses-parts.ts";
import { placeOf, type ResponseEvent, readableResponse } from "./responses-reading.ts";

/** What is known of a text so far. */
interface Told {
  text: string;
  hasDeltas: boolean;
  isEnded: boolean;
}

/** R7 */
export function sayTheSame(exchange: Exchange): Ruling {
  const reading = readableResponse(exchange);
  if (reading === undefined) return NOT_JUDGED;
  const texts = new Map<string, Told>();
  const places = new Set<number>();
  const done = new Map<number, Facts>();
  for (const event of reading.events) {
    const place = placeOf(event);
    if (place === undefined) continue;
    if (event.type === ADDED || event.type === DONE) places.add(place);
    const { item } = event.payload;
    const change =
      event.type === DONE && isFacts(item) ? compareItem(texts, place, item) : compare(texts, place, event);
    if (change !== undefined) return [{ eventIndex: event.at, message: `Item ${place}, ${event.type}: ${change}.` }];
    if (event.type === DONE && isFacts(item)) done.set(place, item);
  }
  const [terminal] = reading.terminals;
  const change = terminal === undefined ? undefined : compareOutput(places.size, done, terminal);
  return change === undefined ? KEPT : [{ eventIndex: terminal?.at ?? 0, message: `${change}.` }];
}

const unlike = (came: unknown, owed: string): string =>
  `the text must be what was told before, ${shown(owed)}, not ${shown(came)}`;

function compare(told: Map<string, Told>, place: number, { type, payload }: ResponseEvent): string | undefined {
  const event = PART_EVENTS.get(type);
  if (event === undefined || event.move === "note") return undefined;
  const key = `${place}/${keyOf(event, payload)}`;
  const before = told.get(key);
  const came = textIn(event, payload);
  if (event.move === "delta") {
    // What follows the end of a text is R6's.
    if (before?.isEnded) return undefined;
    told.set(key, { text: (before?.hasDeltas ? before.text : "") + (came ?? ""), hasDeltas: true, isEnded: false });
    return undefined;
  }
  if (came === undefined) return undefined;
  // Arguments, unlike texts, may come whole at their end.
  if (event.move !== "open" && before !== undefined && before.text !== came) return unlike(came, before.text);
  told.set(key, { text: came, hasDeltas: false, isEnded: event.move !== "open" });
  return undefined;
}

/** The text that an event carries; undefined where it has none. */
function textIn({ move, field }: PartEvent, payload: Facts): string | undefined {
  const value = move === "delta" ? payload.delta : move === "end" ? payload[field] : textOf(payload.part);
  return typeof value === "string" ? value : undefined;
}

const textOf = (part: unknown): unknown => factsOf(part).text ?? factsOf(part).refusal;

function compareItem(told: ReadonlyMap<string, Told>, place: number, item: Facts): string | undefined {
  for (const [key, came] of textsOf(item)) {
    const before = told.get(`${place}/${key}`);
    if (before !== undefined && before.text !== came) return unlike(came, before.text);
  }
  return undefined;
}

/** All texts of an item by their place in it. */
function textsOf(item: Facts): [string, string][] {
  const texts: [string, unknown][] = [
    ...(["content", "summary"] as const).flatMap((list) =>
      listOf(item[list]).map((part, index): [string, unknown] => [`${list}/${index}`, textOf(part)]),
    ),
    ...(["arguments", "input", "code"] as const).map((name): [string, unknown] => [name, item[name]]),
  ];
  return texts.filter((entry): entry is [string, string] => typeof entry[1] === "string");
}

/** Items are found by their ids, since a server may leave some of them out of the output. */
function compareOutput(
  count: number,
  done: ReadonlyMap<number, Facts>,
  { type, payload }: ResponseEvent,
): string | undefined {
  const { output } = factsOf(payload.response);
  if (!Array.isArray(output) || type === "response.failed") return undefined;
  if (output.length !== count) return `The output must hold the ${count} items that were told, not ${output.length}`;
  const byId = new Map(output.map((item) => [factsOf(item).id, factsOf(item)]));
  for (const [place, item] of done) {
    const last = byId.get(item.id) ?? factsOf(output[place]);
    const texts = new Map(textsOf(item));
    for (const [key, came] of textsOf(last)) {
      const owed = texts.get(key);
      if (owed !== undefined && owed !== came) return `Item ${place} of the output: ${unlike(came, owed)}`;
    }
  }
  return undefined;
}
