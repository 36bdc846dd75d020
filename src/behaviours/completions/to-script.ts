/** The stream of a finished text completion. */
import { eventStep, type Step, sentinelStep } from "../../scenario/script.ts";
import { interleave } from "../text/interleave.ts";
import { tokenize } from "../text/tokens.ts";
import type { TextChoice, TextCompletion } from "./text-completion.ts";

export interface CompletionScriptOptions {
  includeUsage?: boolean;
  /** The data of the last event, or null for none. */
  sentinel?: string | null;
}

export function* completionToScript(
  completion: TextCompletion,
  { includeUsage = false, sentinel = "[DONE]" }: CompletionScriptOptions = {},
): Generator<Step> {
  const { choices, usage, ...base } = completion;
  const head = `${JSON.stringify(base).slice(0, -1)},"choices":[`;
  for (const choice of interleave(choices.map(piecesOf))) {
    // The constant part is written once per stream, not once per chunk.
    yield {
      kind: "event",
      event: { data: `${head}${JSON.stringify(choice)}]}` },
      payload: { ...base, choices: [choice] },
    };
  }
  if (includeUsage) yield eventStep({ ...base, choices: [], usage });
  if (sentinel !== null) yield sentinelStep(sentinel);
}

/**
 * Every piece already carries the final `finish_reason`: the client generated from the gateway's own document refuses a
 * piece without one, and all other clients trust the last piece.
 */
function* piecesOf(choice: TextChoice): Generator<TextChoice> {
  for (const text of tokenize(choice.text)) yield { ...choice, text };
  yield { ...choice, text: "" };
}
