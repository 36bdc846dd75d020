/**
 * The memory of responses: what was asked and answered, and which response came before. Each step is kept once, so that
 * a long conversation does not grow with the square of its length.
 */
import type { World } from "../../store/store.ts";
import type { InputItem, ResponseRequest } from "../responses/request.ts";
import type { ResponseReply } from "../responses/response.ts";

/** An item of input or output, with the id that joins a function's answer to its call. */
export type ConversationItem = InputItem & { call_id?: string };

interface KeptResponse {
  previous: string | null;
  items: readonly ConversationItem[];
}

/** One for both APIs: they are doors to one vendor, whose key names the account in either. */
const COLLECTION = "responses";

export const itemsOf = (input: ResponseRequest["input"]): readonly ConversationItem[] =>
  typeof input === "string" ? [{ role: "user", content: input }] : input;

/** @param request As it was sent, without the conversation before it. */
export function keepResponse(world: World, request: ResponseRequest, { id, output }: ResponseReply): Promise<void> {
  const previous = request.previous_response_id ?? null;
  return world.put(COLLECTION, id, { previous, items: [...itemsOf(request.input), ...(output ?? [])] });
}

/** All that was said up to a response, the oldest first; undefined when this world has no such response. */
export async function conversationOf(world: World, id: string): Promise<readonly ConversationItem[] | undefined> {
  const steps: KeptResponse[] = [];
  let next: string | null = id;
  while (next !== null) {
    const kept = (await world.get(COLLECTION, next)) as KeptResponse | undefined;
    if (kept === undefined) {
      // A store that is full forgets the beginning of a conversation, as people do.
      if (steps.length === 0) return undefined;
      break;
    }
    steps.push(kept);
    next = kept.previous;
  }
  return steps.reverse().flatMap(({ items }) => items);
}
