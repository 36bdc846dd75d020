/** Answers by the rules of scenarios where one is meant, else as the behaviour does. */

import { problem } from "../contract/problem.ts";
import { familyOf } from "../scenario/conditions.ts";
import type { Delivery } from "../scenario/delivery.ts";
import { errorNames, errorOf, type ScriptedError } from "../scenario/errors-by-name.ts";
import type { Library } from "../scenario/library.ts";
import type { Outcome as Scripted } from "../scenario/scenario.ts";
import type { Behaviour, Call, Outcome } from "./behaviour.ts";
import type { ChatCompletion } from "./chat/completion.ts";
import type { ResponseRequest } from "./responses/request.ts";
import type { ResponseReply } from "./responses/response.ts";
import { isMembers } from "./scenario/merge.ts";
import { overrideBody } from "./scenario/override-body.ts";
import { toSteps } from "./scenario/to-steps.ts";
import { findCompletion, keepCompletion } from "./stored/kept-completions.ts";
import { keepResponse } from "./stored/responses.ts";

/** Official clients try again on 408, 409, 429 and from 500: a call without a rule fails at once. */
const NO_RULE_STATUS = 404;

export const scripted = (scenarios: Pick<Library, "decide">, behaviour: Behaviour): Behaviour =>
  function answerByScenario(call) {
    const decision = scenarios.decide(call);
    if (decision.kind === "none") return behaviour(call);
    if (decision.kind === "refused") {
      const status = decision.code === "unknown_scenario" ? 400 : NO_RULE_STATUS;
      return { kind: "refusal", problem: problem(status, decision.code, decision.message) };
    }
    const { rule, outcome } = decision;
    const delivery = deliveryOf(outcome, rule);
    if (outcome.error !== undefined) return fail(outcome, call, delivery);
    const generated = outcome.toolCalls === "any" ? callTools(behaviour, call) : behaviour(call);
    return generated instanceof Promise
      ? generated.then((late) => override(late, outcome, { call, delivery }))
      : override(generated, outcome, { call, delivery });
  };

const deliveryOf = ({ pace, faults, violates }: Scripted, rule: string): Delivery => ({
  rule,
  ...(pace && { pace }),
  ...(faults && { faults }),
  ...(violates && { violates }),
});

function fail({ error, headers }: Scripted, { contract }: Call, delivery: Delivery): Outcome {
  // What the outcome says was checked when it was loaded.
  const scripted = errorOf(error as NonNullable<typeof error>, errorNames(contract)) as ScriptedError;
  const { status, code, message, type, param, retryAfter } = scripted;
  const all = { ...lowerCase(headers), ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }) };
  return {
    kind: "refusal",
    problem: problem(status, code, message, {
      ...(type !== undefined && { type }),
      ...(param !== undefined && { param }),
      ...(Object.keys(all).length > 0 && { headers: all }),
    }),
    delivery,
  };
}

/** As if the request demanded a call; a request that has an opinion of its own keeps it. */
async function callTools(behaviour: Behaviour, call: Call): Promise<Outcome> {
  const { tool_choice } = call.body as { tool_choice?: unknown };
  if (tool_choice !== undefined && tool_choice !== null && tool_choice !== "auto") return behaviour(call);
  const outcome = await behaviour({ ...call, body: { ...(call.body as object), tool_choice: "required" } });
  if (outcome.kind === "refusal" || !isMembers(outcome.body) || !("tool_choice" in outcome.body)) return outcome;
  // Responses repeat what was asked, which was not this.
  return { ...outcome, body: { ...outcome.body, tool_choice: "auto" } };
}

interface OverrideOptions {
  call: Call;
  delivery: Delivery;
}

/** A request that cannot be served stays one, whatever a scenario would have said. */
function override(
  generated: Outcome,
  outcome: Scripted,
  { call, delivery }: OverrideOptions,
): Outcome | Promise<Outcome> {
  if (generated.kind === "refusal") return { ...generated, delivery };
  // A chance of its own: whether the behaviour has read from the call's depends on whether its answer was recalled.
  const body = overrideBody(generated.body, outcome, { ...call, random: call.random.fork("scenario") });
  const script = outcome.script && toSteps(outcome.script, { reply: body, operation: call.operation });
  const overridden: Outcome = {
    ...generated,
    body,
    delivery: script === undefined ? delivery : { ...delivery, script },
    ...(outcome.headers && { headers: { ...generated.headers, ...lowerCase(outcome.headers) } }),
  };
  if (body === generated.body) return overridden;
  const kept = keepInstead(body, call);
  return kept === undefined ? overridden : kept.then(() => overridden);
}

const lowerCase = (headers: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** What is remembered is what was said: a follow-up or a later look must find it. Undefined when nothing was kept. */
function keepInstead(body: unknown, call: Call): Promise<void> | undefined {
  const { store } = (call.body ?? {}) as { store?: boolean | null };
  const family = familyOf(call.operation);
  if (family === "chat" && store === true) return keepChat(body as ChatCompletion, call);
  if (family === "responses" && store !== false)
    return keepResponse(call.world, call.body as ResponseRequest, body as ResponseReply);
  return undefined;
}

/** Only some of the chat operations keep anything. */
async function keepChat(completion: ChatCompletion, { world }: Call): Promise<void> {
  const kept = await findCompletion(world, completion.id);
  if (kept !== undefined) await keepCompletion(world, { ...kept, completion });
}
