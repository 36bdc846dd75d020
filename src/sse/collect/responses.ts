/** Folds the events of a response stream: the terminal response, with an output rebuilt from the deltas alone. */
import { type Fields, grow, inOrder, isFields, join } from "./fields.ts";

export interface CollectedResponse {
  /** In the order of their indexes. */
  output: Fields[];
  /** Those of the last response that an event carried: `id`, `status`, `usage`, … */
  [name: string]: unknown;
}

/**
 * The response that the events tell. Never throws, whatever the payloads are: an event of an unknown type, or one that
 * speaks of an item or part that was never added, changes nothing.
 */
export function collectResponse(payloads: Iterable<unknown>): CollectedResponse {
  const items = new Map<number, Fields>();
  let response: Fields = {};
  for (const event of payloads) {
    if (!isFields(event)) continue;
    if (isFields(event.response)) response = event.response;
    foldEvent(items, event);
  }
  return { ...response, output: inOrder(items) };
}

function foldEvent(items: Map<number, Fields>, event: Fields): void {
  const { type, output_index: index, item } = event;
  if (typeof index !== "number" || typeof type !== "string") return;
  const known = items.get(index);
  if (type === "response.output_item.added") {
    if (isFields(item)) items.set(index, copyOf(item));
  } else if (type === "response.output_item.done") {
    // Status and what has no delta of its own is known when the item is done; the texts have to be there already.
    if (isFields(item)) items.set(index, known === undefined ? copyOf(item) : { ...item, ...toldOf(known, item) });
  } else if (known !== undefined && Object.hasOwn(CHANGES, type)) CHANGES[type]?.(known, event);
}

const TEXTS = ["arguments", "input"] as const;
const PARTS = ["content", "summary"] as const;

/** What the deltas told of an item outweighs what the finished item says. */
function toldOf(told: Fields, done: Fields): Fields {
  const fields: Fields = {};
  for (const name of TEXTS) if (told[name] || (name in told && !(name in done))) fields[name] = told[name];
  for (const name of PARTS) {
    const [parts, finished] = [told[name], done[name]];
    if (Array.isArray(parts) && (parts.length > 0 || finished === undefined))
      fields[name] = mergeParts(parts, finished);
  }
  return fields;
}

/** Annotations and likelihoods may come with the finished part alone. */
const mergeParts = (parts: readonly unknown[], finished: unknown): unknown[] =>
  parts.map((part, position) => {
    const whole: unknown = Array.isArray(finished) ? finished[position] : undefined;
    if (!isFields(part) || !isFields(whole)) return part;
    return { ...whole, ...Object.fromEntries(Object.entries(part).filter(([, value]) => !isEmptyList(value))) };
  });
const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

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

const CHANGES: Readonly<Record<string, Change>> = {
  "response.content_part.added": (item, { content_index, part }) => addPart(item, "content", content_index, part),
  "response.output_text.delta": (item, { content_index, delta, logprobs }) => {
    const part = partOf(item, "content", content_index);
    if (part === undefined) return;
    part.text = join(part.text, delta);
    if (Array.isArray(part.logprobs) && Array.isArray(logprobs)) grow(part.logprobs, logprobs);
  },
  "response.output_text.annotation.added": (item, { content_index, annotation }) => {
    const part = partOf(item, "content", content_index);
    if (part !== undefined)
      part.annotations = [...(Array.isArray(part.annotations) ? part.annotations : []), annotation];
  },
  "response.refusal.delta": (item, { content_index, delta }) =>
    append(partOf(item, "content", content_index), "refusal", delta),
  "response.reasoning_text.delta": (item, { content_index, delta }) =>
    append(partOf(item, "content", content_index), "text", delta),
  "response.reasoning_summary_part.added": (item, { summary_index, part }) =>
    addPart(item, "summary", summary_index, part),
  "response.reasoning_summary_text.delta": (item, { summary_index, delta }) =>
    append(partOf(item, "summary", summary_index), "text", delta),
  "response.function_call_arguments.delta": (item, { delta }) => append(item, "arguments", delta),
  "response.mcp_call_arguments.delta": (item, { delta }) => append(item, "arguments", delta),
  "response.custom_tool_call_input.delta": (item, { delta }) => append(item, "input", delta),
};

function append(holder: Fields | undefined, name: string, delta: unknown): void {
  if (holder !== undefined) holder[name] = join(holder[name], delta);
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
