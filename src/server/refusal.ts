/** A request that cannot be served. Stages throw or pass it on; `fail` alone turns it into a reply. */
import type { Problem } from "../contract/problem.ts";

export class Refusal extends Error {
  override readonly name = "Refusal" as const;
  readonly problem: Problem;
  /** True when somebody wanted this error: then nobody is to blame for it. */
  readonly isOnPurpose: boolean;

  constructor(problem: Problem, isOnPurpose = false) {
    super(problem.message);
    this.problem = problem;
    this.isOnPurpose = isOnPurpose;
  }
}
