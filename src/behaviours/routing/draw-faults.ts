/** Decides the faults of one attempt, so that a flaky model is flaky each time it is asked. */

import { type Problem, problem } from "../../contract/problem.ts";
import { createRandom, hash } from "../../lib/random.ts";
import type { Fault } from "../../scenario/fault.ts";
import type { Call, Outcome } from "../behaviour.ts";

/**
 * The outcome with those of its faults that happen. An error that is among them takes the place of the answer; all others
 * are left to whoever sends it.
 */
export function drawFaults(outcome: Outcome, { newId }: Pick<Call, "newId">): Outcome {
  const declared = outcome.delivery?.faults ?? [];
  if (declared.length === 0) return outcome;
  const random = createRandom(hash(newId("fault")));
  const happening = declared.filter(({ chance = 1 }) => random.next() < chance).map(withoutChance);
  const error = happening.find((fault) => fault.kind === "status");
  const delivery = { ...outcome.delivery, faults: happening.filter((fault) => fault.kind !== "status") };
  return error === undefined ? { ...outcome, delivery } : { kind: "refusal", problem: orderedError(error), delivery };
}

const withoutChance = ({ chance: _, ...fault }: Fault): Fault => fault as Fault;

/** The error that a fault orders. */
export const orderedError = ({ status, retryAfterSeconds }: Extract<Fault, { kind: "status" }>): Problem =>
  problem(status, "fault", `This error was ordered by a fault (status ${status}).`, {
    ...(retryAfterSeconds !== undefined && { headers: { "retry-after": String(retryAfterSeconds) } }),
  });
