/** The parts of an item in a response stream, from their beginning to their end: R6. */
import type { Exchange } from "../exchange/exchange.ts";
import { type Facts, factsOf, shown } from "./facts.ts";
import { KEPT, NOT_JUDGED, type Ruling } from "./law.ts";
import { ADDED, DONE, isTornApart } from "./responses-items.ts";
import { readableResponse } from "./responses-reading.ts";

/** What an event does to a part. */
export type Move = "open" | "delta" | "end" | "close" | "note";

export interface PartEvent {
  move: Move;
  /** Where the item keeps the part: a list of parts, or a field that is one text. */
  list: "content" | "summary" | "arguments" | "input" | "code";
  /** What the ending event calls the whole text. */
  field: "text" | "refusal" | "arguments" | "input" | "code";
}

const part = (list: PartEvent["list"], field: PartEvent["field"] = "text") => ({ list, field });
const TEXTS: Readonly<Record<string, Pick<PartEvent, "list" | "field">>> = {
  output_text: part("content"),
  refusal: part("content", "refusal"),
  reasoning_text: part("content"),
  reasoning_summary_text: part("summary"),
  function_call_arguments: part("arguments", "arguments"),
  mcp_call_arguments: part("arguments", "arguments"),
  custom_tool_call_input: part("input", "input"),
  code_interpreter_call_code: part("code", "code"),
};

/** By the type of the event. */
export const PART_EVENTS: ReadonlyMap<string, PartEvent> = new Map<string, PartEvent>([
  ...Object.entries(TEXTS).flatMap(([name, of]): [string, PartEvent][] => [
    [`response.${name}.delta`, { move: "delta", ...of }],
    [`response.${name}.done`, { move: "end", ...of }],
  ]),
  ["response.output_text.annotation.added", { move: "note", ...part("content") }],
  ["response.content_part.added", { move: "open", ...part("content") }],
  ["response.content_part.done", { move: "close", ...part("content") }],
  ["response.reasoning_summary_part.added", { move: "open", ...part("summary") }],
  ["response.reasoning_summary_part.done", { move: "close", ...part("summary") }],
]);

/** The place of a part in its item, such as `content/0`; `arguments` where there is only one. */
export function keyOf({ list }: PartEvent, { content_index, summary_index }: Facts): string {
  const index = list === "content" ? content_index : list === "summary" ? summary_index : undefined;
  return typeof index === "number" ? `${list}/${index}` : list;
}

interface PartState {
  type: unknown;
  isOpen: boolean;
  hasDeltas: boolean;
  isEnded: boolean;
  isClosed: boolean;
}

/** Parts that are told as a text, with an event of its end. */
const TOLD_AS_TEXT: ReadonlySet<unknown> = new Set(["output_text", "refusal", "reasoning_text", "summary_text"]);

const isListed = (key: string): boolean => key.startsWith("content") || key.startsWith("summary");

/** R6 */
export function tellTheirParts(exchange: Exchange): Ruling {
  const reading = readableResponse(exchange);
  if (reading === undefined) return NOT_JUDGED;
  const items = new Map<number, { id: unknown; parts: Map<string, PartState> }>();
  for (const event of reading.events) {
    const { place, strayFrom } = event;
    if (place === undefined) continue;
    if (strayFrom !== undefined) {
      const message = `Item ${place}, ${event.type}: the item_id is that of item ${strayFrom}.`;
      return [{ eventIndex: event.at, message }];
    }
    if (event.type === ADDED) {
      items.set(place, { id: factsOf(event.payload.item).id, parts: new Map() });
      continue;
    }
    const item = items.get(place);
    if (item === undefined) continue;
    const owed = misnamed(item.id, event.payload, event.type) ?? departure(item.parts, event.type, event.payload);
    if (owed !== undefined && isTornApart(exchange, reading, place)) return NOT_JUDGED;
    if (owed !== undefined) return [{ eventIndex: event.at, message: `Item ${place}, ${event.type}: ${owed}.` }];
    // What follows the end of an item is R5's.
    if (event.type === DONE) items.delete(place);
  }
  return KEPT;
}

function misnamed(id: unknown, payload: Facts, type: string): string | undefined {
  const came = type === DONE ? factsOf(payload.item).id : payload.item_id;
  if (typeof id !== "string" || typeof came !== "string" || id === came) return undefined;
  return `the id of the item must be ${shown(id)}, not ${shown(came)}`;
}

/** What is wrong with an event at the state of its part; takes it into the state if nothing is. */
function departure(parts: Map<string, PartState>, type: string, payload: Facts): string | undefined {
  if (type === DONE) return findUnfinished(parts, factsOf(payload.item));
  const event = PART_EVENTS.get(type);
  if (event === undefined) return undefined;
  const key = keyOf(event, payload);
  let state = parts.get(key);
  if (state === undefined) {
    state = { type: undefined, isOpen: false, hasDeltas: false, isEnded: false, isClosed: false };
    parts.set(key, state);
  }
  const wrong = WRONG[event.move](state, isListed(key), type);
  if (wrong !== undefined) return `${wrong} (${key})`;
  if (event.move === "open") Object.assign(state, { isOpen: true, type: factsOf(payload.part).type });
  else if (event.move === "delta") state.hasDeltas = true;
  else if (event.move === "end") state.isEnded = true;
  else if (event.move === "close") state.isClosed = true;
  return undefined;
}

/** Some servers tell reasoning as bare deltas, without parts around them. */
const needsPart = (isInList: boolean, type: string): boolean =>
  isInList && !type.startsWith("response.reasoning_text.");

const WRONG: Readonly<Record<Move, (state: PartState, isInList: boolean, type: string) => string | undefined>> = {
  open: ({ isOpen }) => (isOpen ? "the part was added before" : undefined),
  delta: ({ isOpen, isEnded, isClosed }, isInList, type) => {
    if (isEnded || isClosed) return "the text has ended before";
    return !isOpen && needsPart(isInList, type) ? "the part must be added first" : undefined;
  },
  end: ({ isOpen, isEnded, isClosed }, isInList, type) => {
    if (isEnded || isClosed) return "the text has ended before";
    return !isOpen && needsPart(isInList, type) ? "the part must be added first" : undefined;
  },
  // Sources may be told after the text that names them.
  note: ({ isOpen }) => (isOpen ? undefined : "the part must be added first"),
  close: ({ isOpen, isEnded, isClosed, type }) => {
    if (!isOpen) return "the part must be added first";
    if (isClosed) return "the part is done already";
    return !isEnded && TOLD_AS_TEXT.has(type) ? "its text must be done first" : undefined;
  },
};

/** An item that was cut may leave its parts open. */
function findUnfinished(parts: ReadonlyMap<string, PartState>, { status, type }: Facts): string | undefined {
  if (status === "incomplete" || status === "failed") return undefined;
  for (const [key, { isOpen, hasDeltas, isEnded, isClosed }] of parts) {
    if (isOpen && !isClosed) return `the part must be done first (${key})`;
    if (type === "function_call" && hasDeltas && !isEnded) return "the arguments must be done first";
  }
  return undefined;
}
