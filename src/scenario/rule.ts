/** A rule made ready: its conditions, how specific it is, and what is wrong with what it says. */
import type { Operation } from "../contract/operation.ts";
import type { Schemas } from "../contract/resolve.ts";
import { toPointer } from "../lib/json-pointer.ts";
import { parsePath, valueWith } from "./body-path.ts";
import { type Conditions, compileMatch, type Fault, familyOf } from "./conditions.ts";
import { shown } from "./matcher.ts";
import { type CompileOptions, FAMILIES_OF, outcomeFaults } from "./outcome-faults.ts";
import { type Match, type Outcome, outcomesOf, type Rule, type Scenario } from "./scenario.ts";
import { strangersIn } from "./strangers.ts";

export interface CompiledRule {
  /** `scenario/rule`. */
  id: string;
  rule: Rule;
  conditions: Conditions;
  /** The higher goes first. Equal ranks are equally specific. */
  rank: number;
  /** Where it stands, for errors: which of the sources, and the pointer of the rule in it. */
  source: number;
  pointer: string;
}

export interface RuleFault extends Fault {
  rule: "match" | "outcome";
}

/** Compiles the nth rule of a scenario. */
export function compileRule(
  scenario: Scenario,
  index: number,
  { contract, laws, source }: CompileOptions & { source: number },
): { compiled: CompiledRule; faults: readonly RuleFault[] } {
  const rule = scenario.rules[index] as Rule;
  const { conditions: said, faults: matchFaults } = compileMatch(rule.match ?? {}, contract.operations);
  const operations = said.operations.filter((operation) => suits(rule, operation));
  const isStream = outcomesOf(rule).some(({ outcome }) => outcome.script !== undefined);
  const conditions: Conditions = { ...said, operations };
  const slips = slipsIn(rule.match ?? {}, said.operations, contract.schemas);
  const faults: RuleFault[] = [...matchFaults, ...slips].map((fault) => ({ ...fault, rule: "match" }));
  if (said.isNowhere)
    faults.push({ rule: "match", pointer: "/match", message: "No operation meets operation, api and family at once." });
  else if (said.operations.length > 0 && operations.length === 0) {
    const message = `The outcome says ${saidBy(rule)}, which none of the operations of the match can answer.`;
    faults.push({ rule: "match", pointer: said.places > 0 ? "/match" : "/outcome", message });
  }
  for (const { pointer, outcome } of outcomesOf(rule)) {
    faults.push(
      ...outcomeFaults(outcome, { contract, laws, places: said.places }).map((fault) => ({
        rule: "outcome" as const,
        pointer: pointer + fault.pointer,
        message: fault.message,
      })),
    );
  }
  if (isStream && rule.match?.stream === false)
    faults.push({ rule: "match", pointer: "/match/stream", message: "A script answers streaming calls alone." });
  return {
    compiled: {
      id: `${scenario.name}/${rule.name ?? `rule-${index + 1}`}`,
      rule,
      conditions: isStream && rule.match?.stream === undefined ? streaming(conditions) : conditions,
      rank: rankOf(rule, said),
      source,
      pointer: `/rules/${index}`,
    },
    faults,
  };
}

/** Paths into a body that no operation of the match has, and that are a slip away from one. */
function slipsIn({ body = {} }: Match, operations: readonly Operation[], schemas: Schemas): Fault[] {
  const schemasOf = operations.flatMap((operation) => (operation.body?.content ?? []).map(({ schema }) => schema));
  return Object.keys(body).flatMap((text): Fault[] => {
    const path = parsePath(text);
    if (path === undefined) return [];
    const strangers = schemasOf.map((schema) => strangersIn(valueWith(path), schema, schemas));
    if (strangers.some((found) => found.length === 0)) return [];
    const slip = strangers.flat().find(({ meant }) => meant !== undefined);
    if (slip === undefined) return [];
    const message = `No body has ${shown(slip.path.at(-1))} there; did you mean ${slip.meant}?`;
    return [{ pointer: toPointer(["match", "body", text]), message }];
  });
}

const streaming = (conditions: Conditions): Conditions => ({
  ...conditions,
  content: [...conditions.content, ...STREAM_ASKED],
});
const STREAM_ASKED = compileMatch({ stream: true }, []).conditions.content;

/** The families that every outcome of a rule can be told in. */
function suits(rule: Rule, operation: Operation): boolean {
  const family = familyOf(operation);
  return outcomesOf(rule).every(({ outcome }) =>
    (Object.keys(outcome) as (keyof Outcome)[]).every((name) => {
      if (name === "script")
        return family !== undefined || operation.replies.some(({ stream }) => stream !== undefined);
      return FAMILIES_OF[name]?.includes(family ?? "") !== false;
    }),
  );
}

const saidBy = (rule: Rule): string =>
  [...new Set(outcomesOf(rule).flatMap(({ outcome }) => Object.keys(outcome)))].join(", ");

/** What a condition looks at, the most telling first: of two rules that are equally exact, the one that looks closer wins. */
const WEIGHTS: Readonly<Record<string, number>> = {
  message: 256,
  toolResult: 128,
  body: 64,
  header: 32,
  model: 16,
  turn: 8,
  stream: 4,
  call: 2,
  chance: 1,
};

/**
 * One number, its digits in order of importance: the priority, how many conditions there are on the content of a call,
 * how many on its place, how exact those on the content are, what they look at, how long the texts are they look for.
 */
function rankOf({ priority = 0 }: Rule, { content, places, call, chance }: Conditions): number {
  const isExactCall = call !== undefined && call.from === call.to && call.from !== undefined;
  const conditions = [
    ...content.map(({ field, matcher }) => ({ kind: field.split(" ", 1)[0] as string, ...matcher })),
    ...(call === undefined ? [] : [{ kind: "call", count: 1, exactness: isExactCall ? 3 : 2, length: 0 }]),
    ...(chance === undefined ? [] : [{ kind: "chance", count: 1, exactness: 1, length: 0 }]),
  ];
  const sum = (read: (condition: (typeof conditions)[number]) => number, most: number) =>
    Math.min(
      most,
      conditions.reduce((total, condition) => total + read(condition), 0),
    );
  return (
    priority * 1e13 +
    sum(({ count }) => count, 99) * 1e11 +
    places * 1e10 +
    sum(({ exactness }) => exactness, 99) * 1e8 +
    sum(({ kind }) => WEIGHTS[kind] ?? 0, 9_999) * 1e4 +
    sum(({ length }) => length, 9_999)
  );
}
