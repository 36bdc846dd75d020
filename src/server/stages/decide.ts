/** Asks the behaviour of the operation for its finished reply. */
import type { Call, Outcome } from "../../behaviours/behaviour.ts";
import { behaviourOf } from "../../behaviours/behaviours.ts";
import { Refusal } from "../refusal.ts";
import { stage, type Turn } from "../turn.ts";

export const decide = stage((turn) => {
  if (turn.isDictated) return;
  const call = turn.call as Call;
  const outcome = behaviourOf(call.operation.id)(call);
  return outcome instanceof Promise ? outcome.then((late) => settle(turn, late)) : settle(turn, outcome);
});

function settle(turn: Turn, outcome: Outcome): void {
  if (outcome.delivery !== undefined) turn.delivery = outcome.delivery;
  if (outcome.kind === "refusal") throw new Refusal(outcome.problem);
  turn.outcome = outcome;
}
