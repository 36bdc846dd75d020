/** Asks for the finished answer: rules of scenarios first, then the behaviour of the operation. */
import type { Behaviour, Call, Outcome } from "../../behaviours/behaviour.ts";
import { type Stage, stage, type Turn } from "../turn.ts";

export const decide = (answer: Behaviour): Stage =>
  stage((turn) => {
    if (turn.isDictated) return;
    const outcome = answer(turn.call as Call);
    return outcome instanceof Promise ? outcome.then((late) => settle(turn, late)) : settle(turn, outcome);
  });

function settle(turn: Turn, outcome: Outcome): void {
  if (outcome.delivery !== undefined) turn.delivery = outcome.delivery;
  turn.outcome = outcome;
}
