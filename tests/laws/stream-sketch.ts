/** Streams to judge, written as their events or as their bytes. */
import type { Exchange } from "../../src/exchange/exchange.ts";
import { streamReply } from "../../src/exchange/stream-reply.ts";
import { encode } from "../../src/sse/encode.ts";
import { operationNamed } from "./exchanges.ts";

export type Body = Readonly<Record<string, unknown>>;

export const CHAT = "orqProxyCreateChatCompletion";
export const COMPLETION = "orqProxyCreateCompletion";
export const RESPONSE = "orqProxyCreateResponse";

export const DONE = "data: [DONE]\n\n";

/** A chunk of a chat; without a delta, one without choices. */
export const chunk = (delta?: Body, finish_reason: string | null = null, more: Body = {}) => ({
  id: "chatcmpl-tide0042",
  object: "chat.completion.chunk",
  created: 1735689600,
  model: "openai/gpt-4o-mini",
  choices: delta === undefined ? [] : [{ index: 0, delta, logprobs: null, finish_reason }],
  ...more,
});

export const opening = chunk({ role: "assistant", content: "" });
export const closing = chunk({}, "stop");

/** The same chunk for another choice. */
export const ofChoice = (index: number, one: ReturnType<typeof chunk>) => ({
  ...one,
  choices: one.choices.map((choice) => ({ ...choice, index })),
});

export const says = (...words: string[]) => [opening, ...words.map((content) => chunk({ content })), closing];

export const piece = (text: string, more: Body = {}) => ({
  id: "cmpl-tide0042",
  object: "text_completion",
  created: 1735689600,
  model: "openai/gpt-3.5-turbo-instruct",
  choices: [{ index: 0, text, ...more }],
});

/** The events of a response without their numbers: `["created", { response }]`. */
export type Told = readonly [type: string, fields?: Body];

export const response = (status: string, output: readonly unknown[] = [], more: Body = {}) => ({
  id: "resp_tide0042",
  object: "response",
  created_at: 1735689600,
  status,
  error: null,
  incomplete_details: null,
  metadata: {},
  model: "openai/gpt-4o-mini",
  output,
  parallel_tool_calls: true,
  usage: null,
  ...more,
});

export const begun: readonly Told[] = [
  ["created", { response: response("in_progress") }],
  ["in_progress", { response: response("in_progress") }],
];

export const ended = (status: string, output: readonly unknown[] = [], more: Body = {}): Told => [
  status,
  { response: response(status, output, more) },
];

export const added = (output_index: number, item: Body): Told => ["output_item.added", { output_index, item }];
export const done = (output_index: number, item: Body): Told => ["output_item.done", { output_index, item }];

/** The text of payloads, each an event of its own. */
export const textOf = (payloads: readonly unknown[]): string =>
  payloads.map((payload) => encode({ data: JSON.stringify(payload) })).join("");

/** The text of the events of a response, named and numbered. */
export const responseText = (events: readonly Told[], first = 0): string =>
  events
    .map(([name, fields], index) => {
      const type = name === "error" || name === "keepalive" ? name : `response.${name}`;
      return encode({ event: type, data: JSON.stringify({ type, sequence_number: first + index, ...fields }) });
    })
    .join("");

export interface StreamSketch {
  /** The stream as it came. */
  text: string | Uint8Array;
  /** The body of the request; undefined where nobody knows it. */
  request?: unknown;
  /** The whole reply, where it is known beside the stream. */
  body?: unknown;
  status?: number;
  headers?: Body;
}

const EVENT_STREAM = { "content-type": "text/event-stream" };

export function streamedExchange(id: string, { text, request, body, status = 200, headers }: StreamSketch): Exchange {
  const { method, path } = operationNamed(id);
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const reply = streamReply({ status, headers: headers ?? EVENT_STREAM, bytes });
  return {
    operationId: id,
    request: { method, path, query: "", headers: {}, body: request },
    reply: { ...reply, body },
  };
}
