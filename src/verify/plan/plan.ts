/** All cases of a run within its budget: first what every operation needs, then one more of each in turn. */
import type { Contract, Operation } from "../../contract/operation.ts";
import { createRandom } from "../../lib/random.ts";
import type { Case } from "../case.ts";
import { inTurn } from "./in-turn.ts";
import { type PlanOptions, planOperation } from "./plan-operation.ts";

export interface RunPlanOptions extends Pick<PlanOptions, "modelOf" | "maxTokens"> {
  contract: Contract;
  /** Those to verify. */
  operations: readonly Operation[];
  seed: number;
  /** The most cases. */
  mostCases: number;
}

export function planCases({ operations, seed, mostCases, ...options }: RunPlanOptions): Case[] {
  const random = createRandom(seed);
  const plans = operations.map((operation) => planOperation(operation, { ...options, random }));
  // The budget may be smaller than what all operations need: then each gets its most worthwhile cases.
  const chosen: Case[] = [];
  for (const round of [plans.map(({ needed }) => needed), plans.map(({ further }) => further)]) {
    if (chosen.length < mostCases) for (const one of inTurn<Case>(round)) if (chosen.push(one) >= mostCases) break;
  }
  // Told and run operation by operation, in the order of the document.
  return operations.flatMap((operation) => chosen.filter((one) => one.operation === operation));
}
