/** The stream of a finished chat completion: the same reply, told in chunks. Folding the chunks gives the reply back. */
import { eventStep, type Step, sentinelStep } from "../../scenario/script.ts";
import { interleave } from "../text/interleave.ts";
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

export function chatToScript(
  completion: ChatCompletion,
  { includeUsage = false, sentinel = "[DONE]", wholeToolCalls = false }: ChatScriptOptions = {},
): readonly Step[] {
  // Usage and metadata belong to the whole reply; what is left is repeated by every chunk.
  const { choices, usage, metadata: _, object: __, ...constant } = completion;
  const base = { ...constant, object: "chat.completion.chunk" };
  const head = `${JSON.stringify(base).slice(0, -1)},"choices":[`;
  // A copy that gets no more members than it has costs a twentieth of one that does.
  const whole = { ...base, choices: [] as readonly ChunkChoice[] };
  const steps: Step[] = [];
  for (const { choice, json } of interleave(choices.map((one) => chunksOf(one, wholeToolCalls)))) {
    const payload = { ...whole };
    payload.choices = [choice];
    // The constant part is written once per stream, not once per chunk.
    steps.push({ kind: "event", event: { data: `${head}${json}]}` }, payload });
  }
  if (includeUsage) steps.push(eventStep({ ...base, choices: [], usage }));
  if (sentinel !== null) steps.push(sentinelStep(sentinel));
  return steps;
}

type Delta = Partial<Omit<ReplyMessage, "tool_calls" | "audio">> & {
  tool_calls?: readonly ToolCallDelta[];
  audio?: Partial<ReplyAudio>;
};

interface ToolCallDelta {
  index: number;
  id?: string;
  type?: string;
  function?: { name?: string; arguments?: string };
}

/** As loose as the document is that leaves most open: a reply may be made from its schema alone. */
type ToldCall = Omit<ToolCall, "function"> & { function?: Partial<ToolCall["function"]> };

interface ChunkChoice {
  index: number;
  delta: Delta;
  logprobs: ChoiceLogprobs | null;
  finish_reason: string | null;
}

interface Chunk {
  choice: ChunkChoice;
  /** The same as JSON. */
  json: string;
}

const toChunk = (choice: ChunkChoice): Chunk => ({ choice, json: JSON.stringify(choice) });

/** Nearly all chunks tell a piece of text; to put their JSON together takes a fifth of the time. */
const textChunk = (index: number, field: "content" | "reasoning" | "refusal", text: string): Chunk => ({
  choice: { index, delta: { [field]: text }, logprobs: null, finish_reason: null },
  json: `{"index":${index},"delta":{"${field}":${JSON.stringify(text)}},"logprobs":null,"finish_reason":null}`,
});

/** The chunks of one choice: the role first, the reason of its end by itself last. */
function chunksOf(
  { index, message, logprobs = null, finish_reason }: ChatChoice,
  wholeToolCalls: boolean,
): readonly Chunk[] {
  const { content, reasoning, refusal, tool_calls, audio } = message;
  const chunks = [toChunk(openingOf(message, { index, logprobs }))];
  const add = (delta: Delta, chances: ChoiceLogprobs | null = null) =>
    chunks.push(toChunk({ index, delta, logprobs: chances, finish_reason: null }));
  for (const piece of tokenize(reasoning ?? "")) chunks.push(textChunk(index, "reasoning", piece));
  if (logprobs?.content) {
    for (const one of logprobs.content) add({ content: one.token }, { content: [one], refusal: null });
  } else for (const piece of tokenize(content ?? "")) chunks.push(textChunk(index, "content", piece));
  if (logprobs?.refusal) {
    for (const one of logprobs.refusal) add({ refusal: one.token }, { content: null, refusal: [one] });
  } else for (const piece of tokenize(refusal ?? "")) chunks.push(textChunk(index, "refusal", piece));
  for (const delta of toolCallDeltas(tool_calls ?? [], wholeToolCalls)) add({ tool_calls: [delta] });
  if (audio) for (const delta of audioDeltas(audio)) add({ audio: delta });
  const rest = restOf(message);
  if (Object.keys(rest).length > 0) add(rest);
  chunks.push(toChunk({ index, delta: {}, logprobs: null, finish_reason }));
  return chunks;
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

function* toolCallDeltas(calls: readonly ToldCall[], isWhole: boolean): Generator<ToolCallDelta> {
  for (const [index, call] of calls.entries()) {
    const { function: called, ...named } = call;
    if (isWhole || called?.arguments === undefined) {
      yield { index, ...call };
      continue;
    }
    yield { index, ...named, function: { ...called, arguments: "" } };
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
