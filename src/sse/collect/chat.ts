/** Folds the chunks of a chat stream into the completion that they tell, as clients do. */
import { type Fields, isFields } from "../../lib/fields.ts";
import { foldMembers, grow, growTexts, indexOr, inOrder, isPlainName, replace } from "./fields.ts";
import { growContent, growPieces } from "./pieces.ts";

export interface CollectedChat {
  object: "chat.completion";
  /** In the order of their indexes. */
  choices: CollectedChatChoice[];
  /** Only where the stream told it. */
  usage?: unknown;
  /** What the chunks say of all choices: `id`, `created`, `model`, … */
  [name: string]: unknown;
}

export interface CollectedChatChoice {
  index: number;
  message: CollectedMessage;
  logprobs: CollectedLogprobs | null;
  /** Null where the stream ended without one. */
  finish_reason: string | null;
  [name: string]: unknown;
}

export interface CollectedMessage {
  role: string;
  content: string | null;
  refusal: string | null;
  tool_calls?: CollectedToolCall[];
  [name: string]: unknown;
}

export interface CollectedToolCall {
  id?: string;
  type?: string;
  function: { name?: string; arguments: string };
  [name: string]: unknown;
}

export interface CollectedLogprobs {
  content: unknown[] | null;
  refusal: unknown[] | null;
  [name: string]: unknown;
}

export interface ChatCollector {
  /** Takes one parsed chunk; what is no object is passed over. */
  add(payload: unknown): void;
  /** The completion as far as it was told. */
  reply(): CollectedChat;
}

/** The completion that the chunks tell. Never throws, whatever the payloads are. */
export function collectChat(payloads: Iterable<unknown>): CollectedChat {
  const collector = createChatCollector();
  for (const payload of payloads) collector.add(payload);
  return collector.reply();
}

/** Obfuscation is padding of a single chunk. */
const APART: ReadonlySet<string> = new Set(["object", "choices", "usage", "obfuscation"]);

interface Telling {
  choice: CollectedChatChoice;
  calls: Map<number, CollectedToolCall>;
}

export function createChatCollector(): ChatCollector {
  const base: Fields = {};
  const tellings = new Map<number, Telling>();
  let usage: unknown;

  function add(payload: unknown): void {
    if (!isFields(payload)) return;
    foldMembers(base, payload, APART);
    if (payload.usage) usage = payload.usage;
    if (!Array.isArray(payload.choices)) return;
    for (const [position, part] of payload.choices.entries()) {
      if (!isFields(part)) continue;
      const index = indexOr(part.index, position);
      let telling = tellings.get(index);
      if (telling === undefined) {
        telling = begin(index);
        tellings.set(index, telling);
      }
      foldChoice(telling, part);
    }
  }

  function reply(): CollectedChat {
    const choices = inOrder(tellings).map(({ choice, calls }) => {
      if (calls.size > 0) choice.message.tool_calls = inOrder(calls);
      return choice;
    });
    return { ...base, object: "chat.completion", choices, ...(usage === undefined ? {} : { usage }) };
  }

  return { add, reply };
}

const begin = (index: number): Telling => ({
  choice: {
    index,
    message: { role: "assistant", content: null, refusal: null },
    logprobs: null,
    finish_reason: null,
  },
  calls: new Map(),
});

/** Some servers tell the message so far beside each delta. */
const APART_FROM_DELTA: ReadonlySet<string> = new Set(["index", "message"]);

function foldChoice({ choice, calls }: Telling, part: Fields): void {
  for (const name in part) {
    const value = part[name];
    if (value === null || value === undefined || value === "") continue;
    if (APART_FROM_DELTA.has(name) || !isPlainName(name)) continue;
    if (name === "delta") {
      if (isFields(value)) foldDelta(choice.message, value, calls);
    } else if (name === "logprobs") {
      if (isFields(value)) choice.logprobs = foldLogprobs(choice.logprobs, value);
    } else if (Array.isArray(value)) choice[name] = growPieces(choice[name], value);
    else choice[name] = replace(choice[name], value);
  }
}

/** Told whole, and by some servers again and again. */
const WHOLE: ReadonlySet<string> = new Set(["role", "type", "name", "id"]);

/** Texts and lists grow, objects are put together, everything else is replaced. */
function foldDelta(message: CollectedMessage, delta: Fields, calls: Map<number, CollectedToolCall>): void {
  for (const name in delta) {
    const value = delta[name];
    if (value === null || value === undefined || !isPlainName(name)) continue;
    if (name === "tool_calls" && Array.isArray(value)) {
      message.tool_calls ??= [];
      for (const fragment of value) if (isFields(fragment)) foldCall(calls, fragment);
    } else if (name === "audio" && isFields(value))
      message[name] = growTexts(message[name], value, ["data", "transcript"]);
    else if (name === "function_call" && isFields(value))
      message[name] = growTexts(message[name], value, ["arguments"]);
    else if (WHOLE.has(name)) {
      if (value !== "") message[name] = value;
    } else if (name === "content" && Array.isArray(value)) message[name] = growContent(message[name], value) as string;
    else if (typeof value === "string") message[name] = growContent(message[name], value);
    else if (Array.isArray(value)) message[name] = growPieces(message[name], value);
    else message[name] = replace(message[name], value);
  }
}

/** As the OpenAI client does: id and name are overwritten, arguments are joined. */
function foldCall(calls: Map<number, CollectedToolCall>, fragment: Fields): void {
  const { index, function: called, custom, ...named } = fragment;
  const at = indexOr(index, placeOf(calls, fragment));
  const call: Fields = growTexts(calls.get(at), named, []);
  if (isFields(custom)) call.custom = growTexts(call.custom, custom, ["input"]);
  if (isFields(called) || call.type !== "custom") {
    call.function = growTexts(call.function, factsOf(called), ["arguments"]);
  }
  // A tool of another kind than the documented ones has no function.
  calls.set(at, call as CollectedToolCall);
}

/** Without an index, whatever brings another id, or a name and none, is another call; the rest goes on with the last. */
function placeOf(calls: ReadonlyMap<number, CollectedToolCall>, { id, function: called }: Fields): number {
  const last = Math.max(calls.size - 1, 0);
  const begins = id ? id !== calls.get(last)?.id : Boolean(factsOf(called).name);
  return begins ? calls.size : last;
}

const factsOf = (value: unknown): Fields => (isFields(value) ? value : {});

function foldLogprobs(before: CollectedLogprobs | null, logprobs: Fields): CollectedLogprobs {
  const folded: CollectedLogprobs = before ?? { content: null, refusal: null };
  for (const name in logprobs) {
    const value = logprobs[name];
    if (value === null || value === undefined || !isPlainName(name)) continue;
    folded[name] = Array.isArray(value) ? grow(folded[name], value) : value;
  }
  return folded;
}
