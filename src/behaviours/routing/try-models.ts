/**
 * Asks one model after the other until one answers: the first again for the statuses that the block names, then each
 * fallback once. The pause that the real gateways make before they ask again is left out: tests need not wait for it.
 */

import { problem } from "../../contract/problem.ts";
import type { Attempt } from "../../scenario/delivery.ts";
import type { Pace } from "../../scenario/pace.ts";
import type { Call, Outcome } from "../behaviour.ts";
import type { Routing } from "./block.ts";
import { type CountCall, drawFaults } from "./draw-faults.ts";
import { resultOf } from "./result.ts";

/** As many as five retries and two dozen fallbacks: then the last answer stands. */
const MOST_ATTEMPTS = 30;
/** A timer of the engine takes no more, in milliseconds. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

export interface Tried {
  /** The answer of the last model that was asked. */
  outcome: Outcome;
  attempts: readonly Attempt[];
}

export interface TryOptions {
  /** The first, and why it is; its fallbacks are in `routing`. */
  first: { model: string; reason: string };
  routing: Routing;
  ask: (model: string) => Outcome | Promise<Outcome>;
  call: Pick<Call, "clock" | "gone" | "newId" | "token">;
  usualPace: Pace | undefined;
  isStream: boolean;
  countCall: CountCall;
}

export async function tryModels(options: TryOptions): Promise<Tried> {
  const { first, routing, ask, call, usualPace, isStream, countCall } = options;
  const { callTimeoutMs } = routing;
  const attempts: Attempt[] = [];
  let current: Try = { ...first, retries: 0, fallbacks: 0 };
  for (;;) {
    const outcome = drawFaults(await ask(current.model), call, countCall);
    const { status, waitMs, cause } = resultOf(outcome, { callTimeoutMs, usualPace, isStream });
    attempts.push({
      model: current.model,
      status,
      reason: cause === undefined ? current.reason : `${current.reason}, ${cause}`,
    });
    const next = attempts.length < MOST_ATTEMPTS ? following(current, status, routing) : undefined;
    if (next === undefined && cause !== "timeout") return { outcome, attempts };
    if (waitMs > 0 && !(await wait(waitMs, call))) return { outcome: CLIENT_LEFT, attempts };
    if (next === undefined) return { outcome: timedOut(current.model, callTimeoutMs), attempts };
    current = next;
  }
}

interface Try {
  model: string;
  reason: string;
  /** How often it was asked again. */
  retries: number;
  /** How many fallbacks have been reached. */
  fallbacks: number;
}

/** Who is asked after a model has answered so; undefined when its answer stands. */
function following(current: Try, status: number, { retry, fallbacks }: Routing): Try | undefined {
  if (status < 400) return undefined;
  const isListed = retry.onCodes.includes(status);
  if (isListed && current.fallbacks === 0 && current.retries < retry.count) {
    const retries = current.retries + 1;
    return { ...current, retries, reason: `retry ${retries} of ${retry.count}` };
  }
  // What is wrong with the request itself is wrong for every model.
  if (!isListed && status !== 429 && status < 500) return undefined;
  const model = fallbacks[current.fallbacks];
  if (model === undefined) return undefined;
  const reached = current.fallbacks + 1;
  return { model, retries: 0, fallbacks: reached, reason: `fallback ${reached}` };
}

/** False when the client left in the meantime. */
async function wait(ms: number, { clock, gone }: Pick<Call, "clock" | "gone">): Promise<boolean> {
  const signal = gone();
  try {
    await clock.sleep(Math.min(ms, LONGEST_WAIT_MS), signal);
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

const timedOut = (model: string, ms: number): Outcome => ({
  kind: "refusal",
  problem: problem(504, "call_timeout", `The model ${model.slice(0, 200)} did not answer within ${ms} ms.`, {
    param: "orq.timeout.call_timeout",
  }),
});

const CLIENT_LEFT: Outcome = {
  kind: "refusal",
  problem: problem(400, "client_left", "The client left before a model had answered."),
};
