/** A request that cannot be served. Stages throw or pass it on; `fail` alone turns it into a reply. */
import type { Problem } from "../behaviours/problem.ts";

export class Refusal extends Error {
  override readonly name = "Refusal" as const;
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}
