/** Folds the pieces of a text completion stream. */

import type { Json } from "./json.ts";
import type { Told } from "./payloads.ts";

export function collectCompletion({ payloads }: Pick<Told, "payloads">): Json {
  const { choices: _, usage: __, ...base } = payloads[0] as Json;
  const choices = new Map<number, Json>();
  let usage: unknown;
  for (const payload of payloads as Json[]) {
    if (payload.usage) usage = payload.usage;
    for (const { text, ...choice } of payload.choices) {
      choices.set(choice.index, { ...choice, text: (choices.get(choice.index)?.text ?? "") + text });
    }
  }
  const sorted = [...choices.values()].sort((a, b) => a.index - b.index);
  return { ...base, choices: sorted, ...(usage === undefined ? {} : { usage }) };
}
