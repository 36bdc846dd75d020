/** The stream of a finished response: the same reply, told as events in the order the Responses API has. */
import { eventStep, type Step, sentinelStep } from "../../scenario/script.ts";
import { type Emit, itemEvents } from "./item-events.ts";
import type { ResponseReply } from "./response.ts";

export interface ResponseScriptOptions {
  /** Whether the SSE event name repeats the type of each payload. */
  named?: boolean;
  /** The data of the last event, or null for none. */
  sentinel?: string | null;
}

/** The event that ends a stream, by the status of its response. */
const TERMINAL: Readonly<Record<string, string>> = {
  completed: "response.completed",
  incomplete: "response.incomplete",
  failed: "response.failed",
};

export function* responseToScript(
  reply: ResponseReply,
  { named = true, sentinel = "[DONE]" }: ResponseScriptOptions = {},
): Generator<Step> {
  let next = 0;
  const emit: Emit = (type, fields) =>
    eventStep({ type, sequence_number: next++, ...fields }, named ? type : undefined);
  const begun = {
    ...reply,
    status: "in_progress",
    output: [],
    output_text: "",
    usage: null,
    error: null,
    incomplete_details: null,
  };
  yield emit("response.created", { response: begun });
  yield emit("response.in_progress", { response: begun });
  for (const [index, item] of reply.output.entries()) yield* itemEvents(item, index, emit);
  yield emit(TERMINAL[reply.status] ?? "response.completed", { response: reply });
  if (sentinel !== null) yield sentinelStep(sentinel);
}
