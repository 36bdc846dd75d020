/** Scenarios opened against our own contract, and calls to ask them about. */
import { ownContract } from "../../src/contract/own-contract.ts";
import type { Asked } from "../../src/scenario/facts.ts";
import type { Library } from "../../src/scenario/library.ts";
import type { Match, Rule, Scenario } from "../../src/scenario/scenario.ts";
import { openScenarios } from "../../src/server/scenarios.ts";

export const scenario = (...rules: Rule[]): Scenario => ({ name: "test", rules });

export const rule = (name: string, match: Match = {}, more: Partial<Rule> = {}): Rule => ({
  name,
  match,
  outcome: { text: name },
  ...more,
});

export const open = (...rules: Rule[]): Library => openScenarios({ scenarios: [scenario(...rules)] }, ownContract());

export interface AskedFor {
  operation?: string;
  headers?: Asked["headers"];
  body?: object;
  token?: string;
}

let ids = 0;

/** A chat call, unless it says otherwise. */
export const call = ({
  operation = "sudoCreateChatCompletion",
  headers = {},
  body = {},
  token = "t",
}: AskedFor = {}): Asked => ({
  operation: ownContract().operations.find(({ id }) => id === operation) as Asked["operation"],
  headers,
  body: { model: "gpt-4o-mini", messages: [{ role: "user", content: "When is high tide?" }], ...body },
  token,
  newId: (prefix) => `${prefix}_${ids++}`,
});

/** The rule that decides, `none`, or the code of a refusal. */
export function decided(library: Library, asked: AskedFor = {}): string {
  const decision = library.decide(call(asked));
  if (decision.kind === "outcome") return decision.rule.replace(/^test\//, "");
  return decision.kind === "none" ? "none" : decision.code;
}
