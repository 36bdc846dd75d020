/** The stream of a finished chat completion: the same reply, told in chunks. Folding the chunks gives the reply back. */
import { eventStep, type Step, sentinelStep } from "../../scenario/script.ts";
import { interleave } from "../text/interleave.ts";
import type { TokenLogprob } from "../text/logprobs.ts";
import { tokenize } from "../text/tokens.ts";
import type { ChatChoice, ChatCompletion, ChoiceLogprobs, ReplyAudio, ReplyMessage, ToolCall } from "./completion.ts";

export interface ChatScriptOptions {
  /** Whether a last chunk without choices tells the usage (`stream_options.include_usage`). */
  includeUsage?: boolean;
  /** The data of the last event, or null for none. */
  sentinel?: string | null;
  /** Whether each tool call comes in one delta with all its fields, for clients that demand them in every delta. */
  wholeToolCalls?: boolean;
}

export function* chatToScript(
  completion: ChatCompletion,
  { includeUsage = false, sentinel = "[DONE]", wholeToolCalls = false }: ChatScriptOptions = {},
): Generator<Step> {
  // Usage and metadata belong to the whole reply; what is left is repeated by every chunk.
  const { choices, usage, metadata: _, object: __, ...constant } = completion;
  const base = { ...constant, object: "chat.completion.chunk" };
  const head = `${JSON.stringify(base).slice(0, -1)},"choices":[`;
  for (const choice of interleave(choices.map((whole) => chunksOf(whole, wholeToolCalls)))) {
    // The constant part is written once per stream, not once per chunk.
    yield {
      kind: "event",
      event: { data: `${head}${JSON.stringify(choice)}]}` },
      payload: { ...base, choices: [choice] },
    };
  }
  if (includeUsage) yield eventStep({ ...base, choices: [], usage });
  if (sentinel !== null) yield sentinelStep(sentinel);
}

type Delta = Partial<Omit<ReplyMessage, "tool_calls" | "audio">> & {
  tool_calls?: readonly ToolCallDelta[];
  audio?: Partial<ReplyAudio>;
};

interface ToolCallDelta {
  index: number;
  id?: string;
  type?: string;
  function: { name?: string; arguments: string };
}

interface ChunkChoice {
  index: number;
  delta: Delta;
  logprobs: ChoiceLogprobs | null;
  finish_reason: string | null;
}

/** The chunks of one choice: the role first, the reason of its end by itself last. */
function* chunksOf(
  { index, message, logprobs = null, finish_reason }: ChatChoice,
  wholeToolCalls: boolean,
): Generator<ChunkChoice> {
  const chunk = (delta: Delta, chances: ChoiceLogprobs | null = null) => ({
    index,
    delta,
    logprobs: chances,
    finish_reason: null,
  });
  const { content, reasoning, refusal, tool_calls, audio } = message;
  yield openingOf(message, { index, logprobs });
  for (const piece of tokenize(reasoning ?? "")) yield chunk({ reasoning: piece });
  for (const [text, chance] of piecesOf(content, logprobs?.content)) {
    yield chunk({ content: text }, chance && { content: [chance], refusal: null });
  }
  for (const [text, chance] of piecesOf(refusal, logprobs?.refusal)) {
    yield chunk({ refusal: text }, chance && { content: null, refusal: [chance] });
  }
  for (const delta of toolCallDeltas(tool_calls ?? [], wholeToolCalls)) yield chunk({ tool_calls: [delta] });
  if (audio) for (const delta of audioDeltas(audio)) yield chunk({ audio: delta });
  const rest = restOf(message);
  if (Object.keys(rest).length > 0) yield chunk(rest);
  yield { index, delta: {}, logprobs: null, finish_reason };
}

/** Empty texts and lists say what follows, and are all there is when nothing does. */
function openingOf(
  { role, content, refusal, reasoning, tool_calls }: ReplyMessage,
  { index, logprobs }: Pick<ChunkChoice, "index" | "logprobs">,
): ChunkChoice {
  const delta: Delta = { role: role ?? "assistant", content: content ? "" : (content ?? null) };
  if (refusal !== null && refusal !== undefined) delta.refusal = "";
  if (reasoning === "") delta.reasoning = "";
  if (tool_calls?.length === 0) delta.tool_calls = [];
  const chances = logprobs && { content: logprobs.content ? [] : null, refusal: logprobs.refusal ? [] : null };
  return { index, delta, logprobs: chances, finish_reason: null };
}

/** What is not written piece by piece comes whole, after the text it belongs to. */
function restOf({ role, content, refusal, reasoning, tool_calls, audio, ...rest }: ReplyMessage): Delta {
  return rest;
}

/** One token at a time: those that have a likelihood, else as the text is cut everywhere. */
function* piecesOf(
  text: string | null | undefined,
  chances: readonly TokenLogprob[] | null | undefined,
): Generator<[string, TokenLogprob | null]> {
  if (chances) for (const chance of chances) yield [chance.token, chance];
  else for (const piece of tokenize(text ?? "")) yield [piece, null];
}

function* toolCallDeltas(calls: readonly ToolCall[], isWhole: boolean): Generator<ToolCallDelta> {
  for (const [index, { function: called, ...named }] of calls.entries()) {
    if (isWhole) {
      yield { index, ...named, function: called };
      continue;
    }
    yield { index, ...named, function: { name: called.name, arguments: "" } };
    for (const piece of tokenize(called.arguments)) yield { index, function: { arguments: piece } };
  }
}

/** A whole number of 3-byte groups: each piece of base64 can be decoded by itself. */
const AUDIO_PIECE_CHARACTERS = 16_384;

function* audioDeltas({ id, expires_at, data, transcript }: ReplyAudio): Generator<Partial<ReplyAudio>> {
  yield { id, transcript: "" };
  for (const piece of tokenize(transcript)) yield { transcript: piece };
  for (let start = 0; start < data.length; start += AUDIO_PIECE_CHARACTERS) {
    yield { data: data.slice(start, start + AUDIO_PIECE_CHARACTERS) };
  }
  yield { expires_at };
}
