/** Every rule that verify can report, by id: the generic ones of any contract, the laws, and those of several exchanges. */
import type { Profile, Severity } from "../laws/law.ts";
import { listLaws } from "../laws/laws.ts";
import { sequenceLaws } from "../laws/sequences.ts";

export interface Rule {
  id: string;
  summary: string;
  source: string;
  severity: Readonly<Record<Profile, Severity>>;
}

const always = { openai: "ERROR", orq: "ERROR", sudo: "ERROR", "open-responses": "ERROR" } as const;
const generic = (id: string, summary: string): Rule => ({
  id,
  summary,
  source: "the OpenAPI document of the operation",
  severity: always,
});

const GENERIC: readonly Rule[] = [
  generic("status", "the status of a reply is documented, and no valid request is answered with 5xx"),
  generic("content-type", "the media type of a reply is documented for its status"),
  generic("header", "required headers are there, and documented ones fit their schema"),
  generic("schema", "a body, or the payload of an event, fits its schema"),
  { ...generic("connection", "every request gets a whole reply in time"), source: "RFC 9112, 8" },
];

const RULES: ReadonlyMap<string, Rule> = new Map(
  [...GENERIC, ...listLaws(), ...sequenceLaws].map((rule) => [rule.id, rule]),
);

/** The rule of an id; a rule of a later version is told with what is known of it. */
export const ruleOf = (id: string): Rule => RULES.get(id) ?? generic(id, id);

export const listRules = (): Rule[] => [...RULES.values()];
