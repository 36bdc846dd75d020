/** The shape that the chunks of all dialects of chat share, whatever else their schemas say. */
import { type Facts, factsOf, isFacts, listOf, shown } from "./facts.ts";
import type { Fault } from "./law.ts";

export interface Chunk {
  /** Position in `reply.events`. */
  at: number;
  payload: Facts;
  choices: readonly unknown[];
}

export const OBJECT = "chat.completion.chunk";

/** Azure tells of its filters in chunks that belong to no completion: all that names one is blank, and nothing is said. */
export const isFilterNotice = ({ payload: { id, object }, choices }: Chunk): boolean =>
  id === "" && (object === "" || object === OBJECT) && choices.every((choice) => !factsOf(choice).delta);

/** The first chunk that lacks what every client needs in order to read it at all. */
export function findMisshapen(chunks: readonly Chunk[]): Fault | undefined {
  for (const chunk of chunks) {
    if (isFilterNotice(chunk)) continue;
    const { at, choices } = chunk;
    for (const choice of choices) {
      const { index, delta, finish_reason: reason } = factsOf(choice);
      const fault = (message: string): Fault => ({ eventIndex: at, message });
      if (typeof index !== "number") return fault("A choice must have its index.");
      if (!isText(reason)) return fault(`finish_reason must be a text or null, but it is ${shown(reason)}.`);
      if (!isNothing(delta) && !isFacts(delta)) return fault(`delta must be an object, but it is ${shown(delta)}.`);
      const owed = findMistyped(factsOf(delta));
      if (owed !== undefined) return fault(owed);
    }
  }
  return undefined;
}

const isNothing = (value: unknown): boolean => value === null || value === undefined;
const isText = (value: unknown): boolean => isNothing(value) || typeof value === "string";

function findMistyped(delta: Facts): string | undefined {
  const { content, tool_calls: calls } = delta;
  for (const name of ["role", "refusal"]) {
    if (!isText(delta[name])) return `${name} must be a text or null, but it is ${shown(delta[name])}.`;
  }
  // Some servers tell their thinking as a part of the content.
  if (!isText(content) && !Array.isArray(content)) return `content must be a text, but it is ${shown(content)}.`;
  if (!isNothing(calls) && !Array.isArray(calls)) return `tool_calls must be a list, but it is ${shown(calls)}.`;
  for (const call of listOf(calls)) {
    const { index, function: called } = factsOf(call);
    if (typeof index !== "number") return "A fragment of a tool call must have the index of its call.";
    const { arguments: args } = factsOf(called);
    if (!isText(args)) return `arguments must be a text, but they are ${shown(args)}.`;
  }
  return undefined;
}
