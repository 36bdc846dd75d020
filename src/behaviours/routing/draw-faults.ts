/** Decides the faults of one attempt, so that a flaky model is flaky each time it is asked. */

import { type Problem, problem } from "../../contract/problem.ts";
import { createRandom, hash } from "../../lib/random.ts";
import type { Fault } from "../../scenario/fault.ts";
import type { Call, Outcome } from "../behaviour.ts";

type RateLimit = Extract<Fault, { kind: "rate-limit" }>;

/** Counts a call of a token: the headers that tell what is left, and the error of one too many. */
export type CountCall = (fault: RateLimit, token: string) => Limited;

export interface Limited {
  headers: Readonly<Record<string, string>>;
  problem: Problem | undefined;
}

/**
 * The outcome with those of its faults that happen. An error that is among them takes the place of the answer, and so
 * does a rate limit that is reached; all others are left to whoever sends it.
 */
export function drawFaults(
  outcome: Outcome,
  { newId, token }: Pick<Call, "newId" | "token">,
  countCall: CountCall,
): Outcome {
  const declared = outcome.delivery?.faults ?? [];
  if (declared.length === 0) return outcome;
  const random = createRandom(hash(newId("fault")));
  const happening = declared.filter(({ chance = 1 }) => random.next() < chance).map(withoutChance);
  const limits = happening.filter((fault) => fault.kind === "rate-limit").map((fault) => countCall(fault, token));
  const headers = Object.assign({}, ...limits.map((limit) => limit.headers)) as Limited["headers"];
  const status = happening.find((fault) => fault.kind === "status");
  const error =
    status === undefined ? limits.find(({ problem }) => problem !== undefined)?.problem : orderedError(status);
  const faults = happening.filter(({ kind }) => kind !== "status" && kind !== "rate-limit");
  const delivery = { ...outcome.delivery, faults };
  const refuse = (problem: Problem): Outcome => ({
    kind: "refusal",
    problem: { ...problem, headers: { ...headers, ...problem.headers } },
    delivery,
  });
  if (error !== undefined) return refuse(error);
  if (outcome.kind === "refusal") return refuse(outcome.problem);
  return { ...outcome, delivery, headers: { ...outcome.headers, ...headers } };
}

const withoutChance = ({ chance: _, ...fault }: Fault): Fault => fault as Fault;

/** The error that a fault orders. */
export const orderedError = ({ status, retryAfterSeconds }: Extract<Fault, { kind: "status" }>): Problem =>
  problem(status, "fault", `This error was ordered by a fault (status ${status}).`, {
    ...(retryAfterSeconds !== undefined && { headers: { "retry-after": String(retryAfterSeconds) } }),
  });
