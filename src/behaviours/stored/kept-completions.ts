/** What `store: true` keeps: the reply and the messages it answers as one record, so that they come and go together. */
import type { World } from "../../store/store.ts";
import type { ChatCompletion } from "../chat/completion.ts";
import type { ChatMessage } from "../chat/messages.ts";

export interface KeptCompletion {
  completion: ChatCompletion;
  messages: readonly ChatMessage[];
}

const COLLECTION = "chat.completions";

export const keepCompletion = (world: World, kept: KeptCompletion): Promise<void> =>
  world.put(COLLECTION, kept.completion.id, kept);

// Nothing else is ever put into this collection.
export const findCompletion = async (world: World, id: string): Promise<KeptCompletion | undefined> =>
  (await world.get(COLLECTION, id)) as KeptCompletion | undefined;

export const deleteCompletion = (world: World, id: string): Promise<boolean> => world.delete(COLLECTION, id);

/** By the time of creation. */
export async function* listCompletions(world: World, order: "asc" | "desc"): AsyncGenerator<ChatCompletion> {
  for await (const [, kept] of world.scan(COLLECTION, order)) yield (kept as KeptCompletion).completion;
}
