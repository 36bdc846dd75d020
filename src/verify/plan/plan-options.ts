/** What the plans of one run share. */
import type { Contract, Operation } from "../../contract/operation.ts";
import type { Random } from "../../lib/random.ts";

export interface PlanOptions {
  contract: Contract;
  random: Random;
  /** The model to ask for in place of the one of an example. */
  modelOf: (operation: Operation, model: string) => string;
  /** How often each fault, by its label, has been sent so far; the plans of a run share it. */
  sentFaults: Map<string, number>;
  /** The most tokens that a reply may cost, where a request does not say; undefined leaves it open. */
  maxTokens?: number | undefined;
}
