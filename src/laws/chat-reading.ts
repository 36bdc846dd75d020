/** One pass over the chunks of a chat stream, which all of its laws share. */
import type { Exchange, StreamedEvent } from "../exchange/exchange.ts";
import { type Chunk, findMisshapen } from "./chat-shape.ts";
import { type Facts, factsOf, isFacts, listOf } from "./facts.ts";
import type { Fault } from "./law.ts";
import { beforeSentinel } from "./payloads.ts";

/** What the chunks tell of one choice. */
export interface ChoiceTrack {
  index: number;
  roleAt: number | undefined;
  /** The first piece of anything that a client shows or acts on. */
  contentAt: number | undefined;
  ends: { at: number; reason: string; hasContent: boolean; isRepeated: boolean }[];
  /** The first content after the first end. */
  afterEnd: number | undefined;
  /** By the index of the call, in the order in which they began. */
  calls: Map<number, CallTrack>;
}

/** What the fragments tell of one tool call. */
export interface CallTrack {
  at: number;
  /** The first fragment. */
  first: Facts;
  /** Undefined as soon as a piece of them is no text. */
  arguments: string | undefined;
}

export interface ChatReading {
  chunks: readonly Chunk[];
  /** By index, in the order in which they began. */
  choices: ReadonlyMap<number, ChoiceTrack>;
  /** Positions of events that are no chunk; an error in the place of the first one is not among them. */
  unreadable: readonly number[];
  /** The first chunk whose members are of types that no client can read. */
  misshapen: Fault | undefined;
  /** The error that came where the first chunk should have. */
  error: Facts | undefined;
  /** Whether the sentinel came last: a stream that was cut off, or goes on after it, says nothing of its end. */
  isWhole: boolean;
}

const known = new WeakMap<readonly StreamedEvent[], ChatReading>();

/** Undefined for a reply that is no stream. */
export function chatReading({ reply: { events } }: Exchange): ChatReading | undefined {
  if (events === undefined) return undefined;
  let reading = known.get(events);
  if (reading === undefined) {
    reading = readChat(events);
    known.set(events, reading);
  }
  return reading;
}

function readChat(events: readonly StreamedEvent[]): ChatReading {
  const chunks: Chunk[] = [];
  const choices = new Map<number, ChoiceTrack>();
  const unreadable: number[] = [];
  let error: Facts | undefined;
  const { told, isWhole } = beforeSentinel(events);
  for (const [at, carried] of told.entries()) {
    if (carried.kind === "unreadable") {
      if (!carried.isNearly) unreadable.push(at);
    } else if (isFacts(carried.value) && Array.isArray(carried.value.choices)) {
      const payload = carried.value;
      chunks.push({ at, payload, choices: listOf(payload.choices) });
      for (const choice of listOf(payload.choices)) readChoice(choices, factsOf(choice), payload, at);
    } else if (at === 0 && isError(carried.value, events[0])) error = factsOf(carried.value);
    else unreadable.push(at);
  }
  return { chunks, choices, unreadable, misshapen: findMisshapen(chunks), error, isWhole };
}

/** An error in the words of one server or another. */
const isError = (payload: unknown, event: StreamedEvent | undefined): boolean =>
  isFacts(payload) &&
  (Boolean(payload.error) || payload.object === "error" || payload.type === "error" || event?.event === "error");

function readChoice(choices: Map<number, ChoiceTrack>, choice: Facts, payload: Facts, at: number): void {
  const { index, finish_reason: reason } = choice;
  if (typeof index !== "number") return;
  let track = choices.get(index);
  if (track === undefined) {
    track = { index, roleAt: undefined, contentAt: undefined, ends: [], afterEnd: undefined, calls: new Map() };
    choices.set(index, track);
  }
  const delta = factsOf(choice.delta);
  const hasContent = isTelling(delta);
  if (typeof delta.role === "string" && delta.role !== "") track.roleAt ??= at;
  if (hasContent) {
    track.contentAt ??= at;
    for (const fragment of listOf(delta.tool_calls)) readFragment(track.calls, factsOf(fragment), at);
  }
  if (track.ends.length > 0 && (hasContent || isThinking(delta))) track.afterEnd ??= at;
  // Some servers write the absence of a reason as an empty one.
  if (typeof reason === "string" && reason !== "") {
    // Some say the reason again beside the usage.
    const isRepeated = !hasContent && isFacts(payload.usage) && track.ends[0]?.reason === reason;
    track.ends.push({ at, reason, hasContent: isText(delta.content), isRepeated });
  }
}

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

const isTelling = ({ content, refusal, tool_calls, function_call, audio }: Facts): boolean =>
  isText(content) ||
  listOf(content).length > 0 ||
  isText(refusal) ||
  listOf(tool_calls).length > 0 ||
  isFacts(function_call) ||
  isFacts(audio);

/** As the servers write it that show their thoughts; no document here names such a member. */
const isThinking = ({ reasoning_content, reasoning }: Facts): boolean => isText(reasoning_content) || isText(reasoning);

function readFragment(calls: Map<number, CallTrack>, fragment: Facts, at: number): void {
  const { index, function: called } = fragment;
  if (typeof index !== "number") return;
  const more = factsOf(called).arguments ?? "";
  const text = typeof more === "string" ? more : undefined;
  const call = calls.get(index);
  if (call === undefined) calls.set(index, { at, first: fragment, arguments: text });
  else if (text === undefined) call.arguments = undefined;
  else if (call.arguments !== undefined) call.arguments += text;
}
