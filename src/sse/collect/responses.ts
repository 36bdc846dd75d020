/** Folds the events of a response stream: the terminal response, with the texts of its output joined from the deltas. */
import { type Fields, isFields } from "../../lib/fields.ts";
import { grow, inOrder, isPlainName, join } from "./fields.ts";

export interface CollectedResponse {
  /** In the order of their indexes. */
  output: Fields[];
  /** Those of the last response that an event carried: `id`, `status`, `usage`, … */
  [name: string]: unknown;
}

/**
 * The response that the events tell. Never throws, whatever the payloads are: an event of an unknown type, or one that
 * speaks of an item or part that was never added, changes nothing. What the last response says of an item outweighs what
 * the finished item said, and what the events of a text told outweighs both.
 */
export function collectResponse(payloads: Iterable<unknown>): CollectedResponse {
  const told: Told = { items: new Map(), places: new Map() };
  let response: Fields = {};
  for (const event of payloads) {
    if (!isFields(event)) continue;
    if (isFields(event.response)) response = event.response;
    foldEvent(told, event);
  }
  const output = Array.isArray(response.output) ? response.output.filter(isFields) : [];
  // A response that failed keeps what the server says that it keeps.
  if (response.status === "failed" && Array.isArray(response.output)) return { ...response, output };
  return { ...response, output: putTogether(told, output) };
}

interface Told {
  /** By output_index. */
  items: Map<number, Fields>;
  /** By the id of the item, since some servers tell no output_index with a delta. */
  places: Map<unknown, number>;
}

function foldEvent({ items, places }: Told, event: Fields): void {
  const { type, output_index, item, item_id } = event;
  const index = typeof output_index === "number" ? output_index : places.get(item_id);
  if (index === undefined || typeof type !== "string") return;
  const known = items.get(index);
  if (type === "response.output_item.added" || (type === "response.output_item.done" && known === undefined)) {
    if (!isFields(item)) return;
    items.set(index, copyOf(item));
    if (typeof item.id === "string") places.set(item.id, index);
  } else if (type === "response.output_item.done") {
    // Status and what has no delta of its own is known when the item is done; the texts have to be there already.
    if (isFields(item)) items.set(index, { ...item, ...toldOf(known as Fields, item) });
  } else if (known !== undefined && Object.hasOwn(CHANGES, type)) CHANGES[type]?.(known, event);
}

/** Items keep the place at which they were told; those that the last response alone knows follow. */
function putTogether({ items, places }: Told, output: readonly Fields[]): Fields[] {
  const whole = new Map(items);
  const others: Fields[] = [];
  for (const [position, last] of output.entries()) {
    const place = places.get(last.id) ?? (items.get(position)?.type === last.type ? position : -1);
    const item = items.get(place);
    if (item === undefined) others.push(last);
    else whole.set(place, { ...item, ...last, ...toldOf(item, last) });
  }
  return [...inOrder(whole), ...others];
}

const TEXTS = ["arguments", "input", "code"] as const;
const PARTS = ["content", "summary"] as const;

/** What the deltas told of an item outweighs what the finished item says. */
function toldOf(told: Fields, done: Fields): Fields {
  const fields: Fields = {};
  for (const name of TEXTS) if (told[name] || (name in told && !(name in done))) fields[name] = told[name];
  for (const name of PARTS) {
    const [parts, finished] = [told[name], done[name]];
    if (Array.isArray(parts) && (parts.length > 0 || finished === undefined))
      fields[name] = mergeParts(parts, Array.isArray(finished) ? finished : []);
  }
  return fields;
}

/** Only the texts of a part outweigh what its item says in the end; whole parts may come with the item alone. */
const mergeParts = (parts: readonly unknown[], finished: readonly unknown[]): unknown[] => [
  ...parts.map((part, position) => {
    const whole = finished[position];
    if (!isFields(part) || !isFields(whole)) return part;
    const texts = ["text", "refusal"].filter((name) => part[name]).map((name) => [name, part[name]]);
    return { ...part, ...whole, ...Object.fromEntries(texts) };
  }),
  ...finished.slice(parts.length),
];
const isEmpty = (value: unknown): boolean =>
  value === "" || value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const GROWING: ReadonlySet<string> = new Set(["content", "summary", "annotations", "logprobs"]);

/** A copy whose lists, and the lists of their parts, may grow: a payload is not ours to change. */
const copyOf = (whole: Fields, depth = 2): Fields =>
  Object.fromEntries(
    Object.entries(whole).map(([name, value]) => {
      if (!GROWING.has(name) || !Array.isArray(value)) return [name, value];
      return [name, value.map((part) => (isFields(part) && depth > 0 ? copyOf(part, depth - 1) : part))];
    }),
  );

type Change = (item: Fields, event: Fields) => void;
/** Where an event finds what it changes: a part of the item, or the item itself. */
type Holder = (item: Fields, event: Fields) => Fields | undefined;

const ofContent: Holder = (item, { content_index }) => partOf(item, "content", content_index);
const ofSummary: Holder = (item, { summary_index }) => partOf(item, "summary", summary_index);
const ofItem: Holder = (item) => item;

/** The text that grows by deltas: where it is, and its name there and in the event that ends it. */
const GROWING_TEXTS: readonly [type: string, holder: Holder, name: string][] = [
  ["output_text", ofContent, "text"],
  ["refusal", ofContent, "refusal"],
  ["reasoning_text", ofContent, "text"],
  ["reasoning_summary_text", ofSummary, "text"],
  ["function_call_arguments", ofItem, "arguments"],
  ["mcp_call_arguments", ofItem, "arguments"],
  ["custom_tool_call_input", ofItem, "input"],
  ["code_interpreter_call_code", ofItem, "code"],
];

const CHANGES: Readonly<Record<string, Change>> = {
  ...Object.fromEntries(
    GROWING_TEXTS.flatMap(([type, holder, name]): [string, Change][] => [
      [`response.${type}.delta`, (item, event) => append(holder(item, event), name, event)],
      [`response.${type}.done`, (item, event) => settle(holder(item, event), name, event[name])],
    ]),
  ),
  "response.content_part.added": (item, { content_index, part }) => addPart(item, "content", content_index, part),
  "response.content_part.done": (item, event) => complete(ofContent(item, event), event.part),
  "response.output_text.annotation.added": (item, event) => {
    const part = ofContent(item, event);
    if (part !== undefined) part.annotations = grow(part.annotations ?? [], [event.annotation]);
  },
  "response.reasoning_summary_part.added": (item, { summary_index, part }) =>
    addPart(item, "summary", summary_index, part),
  "response.reasoning_summary_part.done": (item, event) => complete(ofSummary(item, event), event.part),
};

function append(holder: Fields | undefined, name: string, { delta, logprobs }: Fields): void {
  if (holder === undefined) return;
  holder[name] = join(holder[name], delta);
  if (Array.isArray(holder.logprobs) && Array.isArray(logprobs)) grow(holder.logprobs, logprobs);
}

/** The end of a text tells the whole of it: some servers begin with the whole as well, and their deltas say it twice. */
function settle(holder: Fields | undefined, name: string, whole: unknown): void {
  if (holder !== undefined && typeof whole === "string" && whole !== "") holder[name] = whole;
}

/** What no delta told may come at the end. */
function complete(holder: Fields | undefined, whole: unknown): void {
  if (holder === undefined || !isFields(whole)) return;
  for (const [name, value] of Object.entries(copyOf(whole))) {
    if (isEmpty(holder[name]) && isPlainName(name)) holder[name] = value;
  }
}

/** Parts come one after the other: an index with a gap before it is taken as the next. */
function addPart(item: Fields, list: "content" | "summary", index: unknown, part: unknown): void {
  if (!isFields(part)) return;
  if (!Array.isArray(item[list])) item[list] = [];
  const parts = item[list] as unknown[];
  parts[typeof index === "number" && index >= 0 && index < parts.length ? index : parts.length] = copyOf(part);
}

function partOf(item: Fields, list: "content" | "summary", index: unknown): Fields | undefined {
  const parts = item[list];
  const part: unknown = Array.isArray(parts) && typeof index === "number" ? parts[index] : undefined;
  return isFields(part) ? part : undefined;
}
