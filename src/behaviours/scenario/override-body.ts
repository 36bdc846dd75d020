/** Puts what a scenario says over a generated reply, whatever its family. */

import { parsePath, withValueAt } from "../../scenario/body-path.ts";
import { familyOf } from "../../scenario/conditions.ts";
import type { Outcome } from "../../scenario/scenario.ts";
import type { Call } from "../behaviour.ts";
import { isMembers, merge } from "./merge.ts";
import type { Override } from "./override.ts";
import { overrideChat } from "./override-chat.ts";
import { overrideCompletion } from "./override-completion.ts";
import { overrideResponse } from "./override-response.ts";
import { retell } from "./retell.ts";
import { saidOf } from "./said.ts";

/** By family of stream laws. The casts are the edge: only replies of a family's own operations get there. */
const OVERRIDES: Readonly<Record<string, Override<unknown>>> = {
  chat: overrideChat as Override<unknown>,
  completions: overrideCompletion as Override<unknown>,
  responses: overrideResponse as Override<unknown>,
};

/** The body that an outcome makes of a generated one. */
export function overrideBody(body: unknown, outcome: Outcome, call: Call): unknown {
  const { reply, passthrough } = outcome;
  const family = OVERRIDES[familyOf(call.operation) ?? ""];
  const said = saidOf(outcome, call);
  if (typeof body === "string") return retell(body, outcome);
  if (typeof passthrough === "object") {
    return shaped(replacePaths(body, passthrough), (whole) => family?.complete(whole, call) ?? whole);
  }
  if (family === undefined || !isMembers(body)) return reply === undefined ? body : merge(body, reply);
  if (said === undefined && reply === undefined) return body;
  const spoken = said === undefined ? body : family.say(body, said, call);
  if (reply !== undefined && !isMembers(reply)) return reply;
  const { usage, ...rest } = reply ?? {};
  const merged = shaped(merge(spoken, rest), (whole) => family.recount(family.complete(whole, call), call));
  return usage === undefined ? merged : countedAs(merged, usage);
}

/** A reply that a scenario has bent out of shape, on purpose or not, stays as it is: the checks tell of it. */
function shaped(reply: unknown, change: (whole: unknown) => unknown): unknown {
  try {
    return change(reply);
  } catch (error) {
    if (error instanceof TypeError) return reply;
    throw error;
  }
}

/** The usage that is said, with the sum that it then has unless that is said too. */
function countedAs(reply: unknown, said: unknown): unknown {
  const merged = merge(reply, { usage: said }) as { usage: unknown };
  if (!isMembers(said) || !isMembers(merged.usage) || "total_tokens" in said) return merged;
  const { usage } = merged;
  const parts = ["prompt_tokens", "completion_tokens", "input_tokens", "output_tokens"].map((name) => usage[name]);
  const counts = parts.filter((count) => typeof count === "number");
  if (!("total_tokens" in usage) || counts.length !== 2) return merged;
  return { ...merged, usage: { ...usage, total_tokens: (counts[0] as number) + (counts[1] as number) } };
}

/** Paths that lead nowhere in this reply replace nothing. */
function replacePaths(body: unknown, paths: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(paths).reduce((whole, [path, value]) => {
    const replaced = withValueAt(whole, parsePath(path) ?? [], value);
    return replaced === undefined ? whole : replaced;
  }, body);
}
