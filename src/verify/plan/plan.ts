/** All cases of a run within its budget: first what every operation needs, then one more of each in turn. */
import type { Contract, Operation } from "../../contract/operation.ts";
import { createRandom } from "../../lib/random.ts";
import type { Case } from "../case.ts";
import { inTurn } from "./in-turn.ts";
import { planOperation } from "./plan-operation.ts";
import type { PlanOptions } from "./plan-options.ts";

export interface RunPlanOptions extends Pick<PlanOptions, "modelOf" | "maxTokens"> {
  contract: Contract;
  /** Those to verify. */
  operations: readonly Operation[];
  seed: number;
  /** The most cases. */
  mostCases: number;
  /** The most cases for the requests that are left over in the end. */
  mostSpare: number;
}

export interface PlannedCases {
  /** Operation by operation, in the order of the document. */
  cases: readonly Case[];
  /** More requests with a single fault, which need no others to be shrunk. */
  spare: readonly Case[];
}

export function planCases({ operations, seed, mostCases, mostSpare, ...options }: RunPlanOptions): PlannedCases {
  const random = createRandom(seed);
  const sentFaults = new Map<string, number>();
  const plans = operations.map((operation) => planOperation(operation, { ...options, random, sentFaults }));
  // The budget may be smaller than what all operations need: then each gets its most worthwhile cases.
  const needed = firstOf(mostCases, inTurn<Case>(plans.map((plan) => plan.needed)));
  const further = firstOf(mostCases - needed.length, inTurn<Case>(plans.map((plan) => plan.further)));
  const spare = firstOf(mostSpare, inTurn<Case>(plans.map((plan) => plan.faults)));
  const chosen = [...needed, ...further];
  return { cases: operations.flatMap((operation) => chosen.filter((one) => one.operation === operation)), spare };
}

function firstOf<Item>(most: number, items: Iterable<Item>): Item[] {
  const first: Item[] = [];
  if (most > 0) for (const item of items) if (first.push(item) >= most) break;
  return first;
}
