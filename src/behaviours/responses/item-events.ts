/** The events of one output item, from `response.output_item.added` to `response.output_item.done`. */
import type { Step } from "../../scenario/script.ts";
import type { TokenLogprob } from "../text/logprobs.ts";
import { tokenize } from "../text/tokens.ts";
import type { MessageItem, MessagePart, OutputItem, OutputText, ReasoningItem } from "./response.ts";

/** Makes the step of one event and numbers it. */
export type Emit = (type: string, fields: Readonly<Record<string, unknown>>) => Step;

/** Where an event belongs: every event of an item repeats it. */
interface Place {
  item_id: string;
  output_index: number;
}

interface Telling<Item> {
  /** What the item lacks before anything of it was told. */
  unsaid: (item: Item) => Partial<Item>;
  tell: (item: Item, place: Place, emit: Emit) => Iterable<Step>;
}

type ItemOf<Type extends OutputItem["type"]> = Extract<OutputItem, { type: Type }>;

/** How each kind of item is told. Kinds that are not here, from a scenario or a recording, come whole. */
const TELLINGS: { [Type in OutputItem["type"]]?: Telling<ItemOf<Type>> } = {
  message: { unsaid: () => ({ status: "in_progress", content: [] }), tell: messageEvents },
  reasoning: { unsaid: ({ content }) => ({ summary: [], ...(content && { content: [] }) }), tell: reasoningEvents },
  function_call: {
    unsaid: () => ({ status: "in_progress", arguments: "" }),
    tell: (item, at, emit) =>
      textEvents("response.function_call_arguments", item.arguments, { at, emit, field: "arguments" }),
  },
  custom_tool_call: {
    unsaid: () => ({ input: "" }),
    tell: (item, at, emit) => textEvents("response.custom_tool_call_input", item.input, { at, emit, field: "input" }),
  },
  web_search_call: { unsaid: () => ({ status: "in_progress" }), tell: phases("searching") },
  file_search_call: { unsaid: () => ({ status: "in_progress", results: null }), tell: phases("searching") },
  code_interpreter_call: { unsaid: () => ({ status: "in_progress" }), tell: phases("interpreting") },
  image_generation_call: { unsaid: () => ({ status: "in_progress" }), tell: phases("generating") },
};

export function* itemEvents(item: OutputItem, output_index: number, emit: Emit): Generator<Step> {
  // The table pairs each type with a telling of just that type, which the compiler cannot follow through an index.
  const telling = TELLINGS[item.type] as Telling<OutputItem> | undefined;
  yield emit("response.output_item.added", { output_index, item: { ...item, ...telling?.unsaid(item) } });
  if (telling !== undefined) yield* telling.tell(item, { item_id: item.id, output_index }, emit);
  yield emit("response.output_item.done", { output_index, item });
}

/** The steps of a tool that the gateway runs itself. */
function phases(working: string) {
  return function* ({ type }: { type: string }, place: Place, emit: Emit): Generator<Step> {
    for (const phase of ["in_progress", working, "completed"]) yield emit(`response.${type}.${phase}`, { ...place });
  };
}

function* messageEvents({ content = [] }: MessageItem, place: Place, emit: Emit): Generator<Step> {
  for (const [content_index, part] of content.entries()) {
    const at = { ...place, content_index };
    yield emit("response.content_part.added", { ...at, part: emptied(part) });
    yield* part.type === "refusal"
      ? textEvents("response.refusal", part.refusal, { at, emit, field: "refusal" })
      : outputTextEvents(part, at, emit);
    yield emit("response.content_part.done", { ...at, part });
  }
}

const emptied = (part: MessagePart): MessagePart =>
  part.type === "refusal"
    ? { ...part, refusal: "" }
    : { ...part, text: "", annotations: [], ...(part.logprobs && { logprobs: [] }) };

function* outputTextEvents({ text, annotations = [], logprobs }: OutputText, at: object, emit: Emit): Generator<Step> {
  if (logprobs) {
    for (const chance of logprobs as readonly TokenLogprob[])
      yield emit("response.output_text.delta", { ...at, delta: chance.token, logprobs: [chance] });
  } else {
    for (const delta of tokenize(text)) yield emit("response.output_text.delta", { ...at, delta, logprobs: [] });
  }
  for (const [annotation_index, annotation] of annotations.entries()) {
    yield emit("response.output_text.annotation.added", { ...at, annotation_index, annotation });
  }
  yield emit("response.output_text.done", { ...at, text, logprobs: logprobs ?? [] });
}

function* reasoningEvents({ summary, content = [] }: ReasoningItem, place: Place, emit: Emit): Generator<Step> {
  for (const [summary_index, part] of summary.entries()) {
    const at = { ...place, summary_index };
    yield emit("response.reasoning_summary_part.added", { ...at, part: { ...part, text: "" } });
    yield* textEvents("response.reasoning_summary_text", part.text, { at, emit, field: "text" });
    yield emit("response.reasoning_summary_part.done", { ...at, part });
  }
  for (const [content_index, part] of content.entries()) {
    const at = { ...place, content_index };
    yield emit("response.content_part.added", { ...at, part: { ...part, text: "" } });
    yield* textEvents("response.reasoning_text", part.text, { at, emit, field: "text" });
    yield emit("response.content_part.done", { ...at, part });
  }
}

interface TextOptions {
  at: object;
  emit: Emit;
  /** What the closing event calls the whole text. */
  field: string;
}

/** A text piece by piece, then whole. */
function* textEvents(name: string, text: string, { at, emit, field }: TextOptions): Generator<Step> {
  for (const delta of tokenize(text)) yield emit(`${name}.delta`, { ...at, delta });
  yield emit(`${name}.done`, { ...at, [field]: text });
}
