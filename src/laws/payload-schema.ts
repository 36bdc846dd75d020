/** Payloads against the schema that the operation documents for one event of its stream. */
import { successOf } from "../contract/operation.ts";
import type { Fault, LawContext } from "./law.ts";

export interface Placed {
  /** Position in `reply.events`. */
  at: number;
  payload: unknown;
}

/** The first payload that departs from the schema. */
export function findMisfit(payloads: readonly Placed[], context: LawContext): Fault | undefined {
  const check = successOf(context.operation)?.stream?.check;
  if (check === undefined || context.isChecked || !context.isBound) return undefined;
  for (const { at, payload } of payloads) {
    const [violation] = check(payload);
    if (violation === undefined) continue;
    return { eventIndex: at, message: `The payload must fit its schema. ${sentence(violation)}` };
  }
  return undefined;
}

export const sentence = ({ pointer, message }: { pointer: string; message: string }): string =>
  `At ${pointer === "" ? "its root" : pointer}: ${message.replace(/\.?$/, ".")}`;
