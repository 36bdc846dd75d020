/** Asks the behaviour of the operation for its finished reply. */
import type { Call } from "../../behaviours/behaviour.ts";
import { behaviourOf } from "../../behaviours/behaviours.ts";
import { Refusal } from "../refusal.ts";
import { turnOf, waiting } from "../turn.ts";

export const decide = waiting(async (request) => {
  const turn = turnOf(request);
  const call = turn.call as Call;
  const outcome = await behaviourOf(call.operation.id)(call);
  if (outcome.kind === "refusal") throw new Refusal(outcome.problem);
  turn.outcome = outcome;
});
