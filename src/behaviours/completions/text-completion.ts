/** A legacy text completion. */
import type { components } from "../../../generated/schema.d.ts";

export type TextCompletion = components["schemas"]["CompletionReply"];
export type TextChoice = TextCompletion["choices"][number];
