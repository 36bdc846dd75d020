/** `POST scenarios`: what one token is answered, before all other scenarios of the server. */
import type { IncomingMessage } from "node:http";
import { fingerprint } from "../../exchange/render-entry.ts";
import type { Clock } from "../../lib/clock.ts";
import { tell } from "../../scenario/finding.ts";
import type { Library } from "../../scenario/library.ts";
import type { Answer } from "../write.ts";
import { ControlError, invalid, json } from "./answer.ts";
import { readJson } from "./read-json.ts";

const MOST_GIVEN = 100;

/**
 * Takes `{"scenarios": [...]}`: names (`refusal`) or whole scenarios, in place of those that the token was given before;
 * an empty list takes them away. Counts begin anew.
 */
export async function scenariosAnswer(
  request: IncomingMessage,
  token: string | undefined,
  library: Pick<Library, "give">,
  clock: Clock,
): Promise<Answer> {
  if (token === undefined) throw invalid("Whose? Send the bearer token that the scenarios are for.");
  const body = await readJson(request);
  const { scenarios } = (body ?? {}) as { scenarios?: unknown };
  if (!Array.isArray(scenarios) || scenarios.length > MOST_GIVEN)
    throw invalid(`scenarios must be a list of at most ${MOST_GIVEN} names or scenarios.`);
  const given = await library.give(token, scenarios, clock);
  if ("names" in given)
    return json(200, { ok: true, token: fingerprint(token), scenarios: given.names, rules: given.rules });
  const [first] = given.findings;
  const more = given.findings.length > 1 ? ` (and ${given.findings.length - 1} more)` : "";
  throw new ControlError(422, "scenario_invalid", `${first === undefined ? "" : tell(first)}${more}`);
}
