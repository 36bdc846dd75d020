/** Folds a stream into the reply that the same call without `stream` answers. */
import { collectChat } from "../sse/collect/chat.ts";
import { collectCompletion } from "../sse/collect/completions.ts";
import { collectResponse } from "../sse/collect/responses.ts";
import { type EventStream, untold } from "./stream.ts";

/**
 * Reads a stream to its end. Throws what the stream throws. Events that are there already, such as the `received` of a
 * StreamError, are folded as far as they go.
 */
export async function collect<Event, Whole>(
  events: EventStream<Event, Whole> | (Iterable<Event> & { readonly [Symbol.asyncIterator]?: never }),
): Promise<Whole> {
  const payloads: unknown[] = [];
  for await (const event of events) payloads.push(event);
  const apart = untold in events ? events[untold] : undefined;
  return { ...apart, ...foldOf(payloads[0])(payloads) } as Whole;
}

/** The events themselves say what they tell of. */
function foldOf(first: unknown): (payloads: readonly unknown[]) => object {
  const { object, type } = (first ?? {}) as { object?: unknown; type?: unknown };
  if (typeof type === "string") return collectResponse;
  return object === "text_completion" ? collectCompletion : collectChat;
}
