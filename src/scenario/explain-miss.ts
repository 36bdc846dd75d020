/** Why no rule decided about a call: the nearest rules, what each of them missed, and a rule to start from. */
import { isSecretHeader } from "../lib/redact.ts";
import { familyOf } from "./conditions.ts";
import type { Facts } from "./facts.ts";
import { shown } from "./matcher.ts";
import type { CompiledRule } from "./rule.ts";

const MOST_NEAR = 3;
/** A longer message is asked for by its beginning. */
const MOST_QUOTED = 60;

export function explainMiss(facts: Facts, rules: readonly CompiledRule[]): string {
  const { operation } = facts.asked;
  const near = rules
    .map((rule) => ({ rule, missed: missedBy(rule, facts), conditions: rule.conditions.content.length + 1 }))
    .sort((a, b) => a.missed.length / a.conditions - b.missed.length / b.conditions || b.rule.rank - a.rule.rank)
    .slice(0, MOST_NEAR);
  const told = near.map(({ rule, missed }) => `- ${rule.id}: ${missed.join("; ") || "its turn has not come"}`);
  return [
    `No scenario has a rule for this call of ${operation.id}, and this server answers by scenario alone (--strict).`,
    told.length === 0 ? "No rules are loaded." : `The nearest rules, and what they miss:\n${told.join("\n")}`,
    `A rule for it:\n${stubFor(facts)}`,
  ].join("\n\n");
}

function missedBy({ conditions }: CompiledRule, facts: Facts): string[] {
  const missed = conditions.content
    .filter(({ matcher, read }) => !matcher.test(read(facts)))
    .map(({ field, matcher, read }) => {
      const isSecret = field.startsWith("header ") && isSecretHeader(field.slice("header ".length));
      return isSecret
        ? `${field} must be what the rule says, but it is not`
        : `${field} must ${matcher.words}, but it is ${shown(read(facts))}`;
    });
  if (conditions.operations.includes(facts.asked.operation)) return missed;
  const known = conditions.operations.map(({ id }) => id);
  const meant = known.length > 4 ? `one of ${known.length} others` : known.join(" or ");
  return [`the operation must be ${meant}, but it is ${facts.asked.operation.id}`, ...missed];
}

/** YAML; every value is written as JSON, which YAML understands. */
function stubFor(facts: Facts): string {
  const { operation } = facts.asked;
  const { message } = facts.conversation;
  const conditions = [
    `operation: ${operation.id}`,
    ...(typeof facts.model === "string" ? [`model: ${JSON.stringify(facts.model)}`] : []),
    ...(message === undefined ? [] : [messageCondition(message)]),
  ];
  const outcome = familyOf(operation) === undefined ? "passthrough: true" : 'text: "…"';
  return [
    "name: my-scenario",
    "rules:",
    "  - match:",
    ...conditions.map((line) => `      ${line}`),
    "    outcome:",
    `      ${outcome}`,
  ].join("\n");
}

const messageCondition = (message: string): string =>
  message.length <= MOST_QUOTED
    ? `message: ${JSON.stringify(message)}`
    : `message: { contains: ${JSON.stringify(Array.from(message).slice(0, MOST_QUOTED).join(""))} }`;
