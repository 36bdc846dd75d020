/** A stream as a server of some kind sends it, written after its documentation. */
import { encode } from "../../../src/sse/encode.ts";
import type { Body } from "../stream-sketch.ts";

export interface ServerStream {
  /** Who sends such a stream, and what is special about it. */
  name: string;
  text: string;
  /** The laws that it truly breaks, where it does. */
  breaks?: readonly string[];
  /** The official client refuses it, or reports its error. */
  isForeign?: true;
  /** What the reply without a stream would hold: the members that matter. */
  tells?: Body;
}

type More = Omit<ServerStream, "name" | "text">;

export const DONE = "data: [DONE]\n\n";

export const dataOf = (...payloads: readonly unknown[]): string =>
  payloads.map((payload) => encode({ data: JSON.stringify(payload) })).join("");

const CHUNK = { id: "chatcmpl-7Q", object: "chat.completion.chunk", created: 1764000000, model: "m-1" };

/** A chunk of one choice: its delta, its reason, and what else stands in the choice and in the chunk. */
export const c = (delta?: unknown, finish_reason: unknown = null, choice: Body = {}, more: Body = {}): Body => ({
  ...CHUNK,
  choices: [{ index: 0, ...(delta !== undefined && { delta }), finish_reason, ...choice }],
  ...more,
});

/** A chunk without choices. */
export const bare = (more: Body): Body => ({ ...CHUNK, choices: [], ...more });

export const role = c({ role: "assistant", content: "" });
export const stop = c({}, "stop");
export const usage = { prompt_tokens: 9, completion_tokens: 4, total_tokens: 13 };

/** A fragment of a tool call. */
export const call = (index: number | undefined, more: Body): Body => c({ tool_calls: [{ index, ...more }] });
export const begins = (index: number | undefined, id: string, name: string, args = "", more: Body = {}): Body =>
  call(index, { id, type: "function", function: { name, arguments: args }, ...more });
export const goesOn = (index: number, args: string): Body => call(index, { function: { arguments: args } });

/** What a chat tells of its only choice. */
export const tellsMessage = (message: Body, finish_reason = "stop", more: Body = {}): More => ({
  tells: { choices: [{ index: 0, message: { role: "assistant", ...message }, finish_reason }], ...more },
});

export const chat = (name: string, payloads: readonly unknown[], ...more: readonly More[]): ServerStream => ({
  name,
  text: dataOf(...payloads) + DONE,
  ...Object.assign({}, ...more),
});

/** The official client refuses the stream, or reports its error. */
export const FOREIGN: More = { isForeign: true };

export const hi = [role, c({ content: "Hi" }), c({ content: " 東京" }), stop];
export const saysHi = tellsMessage({ content: "Hi 東京" });

export const args = '{"port":"Brest"}';
/** A whole tool call. */
export const tide = (id: string, given = args): Body => ({
  id,
  type: "function",
  function: { name: "tide", arguments: given },
});

/** The same stream, with its text changed. */
export const written = (
  name: string,
  stream: ServerStream,
  change: (text: string) => string,
  breaks?: readonly string[],
): ServerStream => ({
  ...stream,
  name,
  text: change(stream.text),
  ...(breaks && { breaks }),
});
