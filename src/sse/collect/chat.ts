/** Folds the chunks of a chat stream into the completion that they tell, as clients do. */
import { type Fields, grow, indexOr, inOrder, isFields, isPlainName, join, keepConstant } from "./fields.ts";

export interface CollectedChat {
  object: "chat.completion";
  /** In the order of their indexes. */
  choices: CollectedChatChoice[];
  /** Only where the stream told it. */
  usage?: unknown;
  /** What all chunks have in common: `id`, `created`, `model`, … */
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
    keepConstant(base, payload, APART);
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

function foldChoice({ choice, calls }: Telling, part: Fields): void {
  for (const name in part) {
    const value = part[name];
    if (name === "delta") {
      if (isFields(value)) foldDelta(choice.message, value, calls);
    } else if (name === "logprobs") {
      if (isFields(value)) choice.logprobs = foldLogprobs(choice.logprobs, value);
    } else if (name !== "index" && isPlainName(name) && value !== null && value !== undefined) choice[name] = value;
  }
}

/** Texts and lists grow, everything else is replaced. */
function foldDelta(message: CollectedMessage, delta: Fields, calls: Map<number, CollectedToolCall>): void {
  for (const name in delta) {
    const value = delta[name];
    if (value === null || value === undefined || !isPlainName(name)) continue;
    if (name === "tool_calls" && Array.isArray(value)) {
      message.tool_calls ??= [];
      for (const [position, fragment] of value.entries()) if (isFields(fragment)) foldCall(calls, position, fragment);
    } else if (name === "audio" && isFields(value)) message.audio = foldAudio(message.audio, value);
    else if (name === "function_call" && isFields(value)) message[name] = foldFunction(message[name], value);
    else if (typeof value === "string" && name !== "role") message[name] = join(message[name], value);
    else if (Array.isArray(value)) message[name] = grow(message[name], value);
    else message[name] = value;
  }
}

/** As the OpenAI client does: id and name are overwritten, arguments are joined. */
function foldCall(calls: Map<number, CollectedToolCall>, position: number, fragment: Fields): void {
  const { index, function: called, ...named } = fragment;
  const at = indexOr(index, position);
  const before = calls.get(at);
  calls.set(at, {
    ...before,
    ...known(named),
    function: foldFunction(before?.function, isFields(called) ? called : {}),
  });
}

const foldFunction = (before: unknown, called: Fields): CollectedToolCall["function"] => ({
  ...(isFields(before) ? before : {}),
  ...known(called),
  arguments: join(isFields(before) ? before.arguments : "", called.arguments),
});

const foldAudio = (before: unknown, audio: Fields): Fields => {
  const heard = isFields(before) ? before : {};
  const [data, transcript] = [join(heard.data, audio.data), join(heard.transcript, audio.transcript)];
  return { ...heard, ...known(audio), data, transcript };
};

/** Some servers repeat a name as null or empty where others leave it out. */
const known = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ""),
  );

const foldLogprobs = (before: CollectedLogprobs | null, { content, refusal }: Fields): CollectedLogprobs => ({
  content: Array.isArray(content) ? grow(before?.content, content) : (before?.content ?? null),
  refusal: Array.isArray(refusal) ? grow(before?.refusal, refusal) : (before?.refusal ?? null),
});
