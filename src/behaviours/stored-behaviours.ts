/** What the operations on stored completions do. By operationId. */
import type { Behaviour } from "./behaviour.ts";
import {
  deleteChatCompletion,
  getChatCompletion,
  listChatCompletionMessages,
  listChatCompletions,
  updateChatCompletion,
} from "./stored/completions.ts";

export const storedBehaviours: Readonly<Record<string, Behaviour>> = {
  sudoListChatCompletions: listChatCompletions,
  sudoGetChatCompletion: getChatCompletion,
  sudoUpdateChatCompletion: updateChatCompletion,
  sudoDeleteChatCompletion: deleteChatCompletion,
  sudoListChatCompletionMessages: listChatCompletionMessages,
};
