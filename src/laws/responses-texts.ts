/** One text, told five times over by a response stream, and always the same: R7. */
import type { Exchange } from "../exchange/exchange.ts";
import { type Facts, factsOf, isFacts, listOf, shown } from "./facts.ts";
import { KEPT, NOT_JUDGED, type Ruling } from "./law.ts";
import { ADDED, DONE } from "./responses-items.ts";
import { keyOf, PART_EVENTS, type PartEvent, tellTheirParts } from "./responses-parts.ts";
import { type ResponseEvent, type ResponseReading, readableResponse } from "./responses-reading.ts";

/** What is known of a text so far. */
interface Told {
  text: string;
  hasDeltas: boolean;
  isEnded: boolean;
}

/** By the place of the text in its item. */
type Texts = Map<string, Told>;

/** R7 */
export function sayTheSame(exchange: Exchange): Ruling {
  const reading = readableResponse(exchange);
  if (reading === undefined) return NOT_JUDGED;
  const texts = new Map<number, Texts>();
  const places = new Set<number>();
  const done = new Map<number, Facts>();
  for (const event of reading.events) {
    const { place, type } = event;
    if (place === undefined) continue;
    if (type === ADDED || type === DONE) places.add(place);
    let told = texts.get(place);
    if (told === undefined) {
      told = new Map();
      texts.set(place, told);
    }
    const { item } = event.payload;
    const change = type === DONE && isFacts(item) ? compareItem(told, item) : compare(told, event);
    if (change !== undefined && isMisplaced(exchange, reading, place)) return NOT_JUDGED;
    if (change !== undefined) return [{ eventIndex: event.at, message: `Item ${place}, ${type}: ${change}.` }];
    if (type === DONE && isFacts(item)) done.set(place, item);
  }
  const [terminal] = reading.terminals;
  const change = terminal === undefined ? undefined : compareOutput(places.size, done, terminal);
  return change === undefined ? KEPT : [{ eventIndex: terminal?.at ?? 0, message: `${change}.` }];
}

/** Whether a text of the item was told in the wrong place, or elsewhere: then nobody knows how it goes on, and R6 says so. */
function isMisplaced(exchange: Exchange, reading: ResponseReading, place: number): boolean {
  const ruling = tellTheirParts(exchange);
  if (ruling === NOT_JUDGED) return false;
  return ruling.some(({ eventIndex }) =>
    reading.events.some(({ at, place: one, strayFrom }) => at === eventIndex && (one === place || strayFrom === place)),
  );
}

const unlike = (came: unknown, owed: string): string =>
  `the text must be what was told before, ${shown(owed)}, not ${shown(came)}`;

function compare(told: Texts, { type, payload }: ResponseEvent): string | undefined {
  const event = PART_EVENTS.get(type);
  if (event === undefined || event.move === "note") return undefined;
  const key = keyOf(event, payload);
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

const compareItem = (told: Texts, item: Facts): string | undefined =>
  compareTexts(new Map([...told].map(([key, { text }]) => [key, text])), item);

/** Whether an item has the texts that are known of it, and has none of them otherwise. */
function compareTexts(owed: ReadonlyMap<string, string>, item: Facts): string | undefined {
  const texts = new Map(textsOf(item));
  for (const [key, text] of owed) {
    const came = texts.get(key);
    if (came === undefined ? text !== "" && isMissed(key, item) : came !== text) return unlike(came, text);
  }
  return undefined;
}

/** Whether the item should have a text of that place: many servers keep the reasoning to themselves in the end. */
function isMissed(key: string, item: Facts): boolean {
  const [list = "", index] = key.split("/");
  // A part without an index is nowhere in particular.
  if (list === "content" || list === "summary")
    return index !== undefined && (Array.isArray(item[list]) || item.type === "message");
  return true;
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
  const indexes = new Map(output.map((item, index) => [factsOf(item).id, index]));
  let before = -1;
  for (const [place, item] of [...done].sort(([one], [other]) => one - other)) {
    const index = indexes.get(item.id) ?? place;
    if (index < before) return `The output must hold ${shown(item.id)} in the place in which it was told`;
    before = index;
    const last = factsOf(output[index]);
    const change = compareTexts(new Map(textsOf(item)), last);
    if (change !== undefined) return `Item ${place} of the output: ${change}`;
  }
  return undefined;
}
