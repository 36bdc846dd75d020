/**
 * The memory of responses: what was asked and answered, and which response came before. Each step is kept once, so that
 * a long conversation does not grow with the square of its length.
 */
import type { World } from "../../store/store.ts";
import type { InputItem, ResponseRequest } from "../responses/request.ts";
import type { ResponseReply } from "../responses/response.ts";
import { listOf, textIn } from "../unchecked.ts";

/** An item of input or output, with the id that joins a function's answer to its call. */
export type ConversationItem = InputItem & { id?: string; call_id?: string };

interface KeptResponse {
  previous: string | null;
  items: readonly ConversationItem[];
}

/** One for both APIs: they are doors to one vendor, whose key names the account in either. */
const COLLECTION = "responses";
/** The items of the outputs by their own ids, for the requests that name one in place of sending it. */
const ITEMS = "response items";

export const itemsOf = (input: ResponseRequest["input"]): readonly ConversationItem[] =>
  typeof input === "string" ? [{ role: "user", content: input }] : input;

/** @param request As it was sent, without the conversation before it. */
export async function keepResponse(
  world: World,
  request: ResponseRequest,
  { id, output }: ResponseReply,
): Promise<void> {
  const previous = request.previous_response_id ?? null;
  const sent = await resolveReferences(world, request.input);
  const items = "unknown" in sent ? itemsOf(request.input) : sent.items;
  // A scenario may break on purpose what it answers, its list of items too.
  const said = listOf(output) as readonly ConversationItem[];
  await world.put(COLLECTION, id, { previous, items: [...items, ...said] });
  await Promise.all(
    said.map((item) => (textIn(item?.id) === "" ? undefined : world.put(ITEMS, textIn(item.id), item))),
  );
}

/** The items that were sent, with those in place of their references that are kept; or the id of one that is not. */
export async function resolveReferences(
  world: World,
  input: ResponseRequest["input"],
): Promise<{ items: readonly ConversationItem[] } | { unknown: string }> {
  const items: ConversationItem[] = [];
  for (const item of itemsOf(input)) {
    if (item.type !== "item_reference") {
      items.push(item);
      continue;
    }
    const id = item.id ?? "";
    const kept = (await world.get(ITEMS, id)) as ConversationItem | undefined;
    if (kept === undefined) return { unknown: id };
    items.push(kept);
  }
  return { items };
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
