/** A rule made ready: its conditions, how specific it is, and what is wrong with what it says. */
import type { Contract, Operation } from "../contract/operation.ts";
import { nearest } from "../lib/nearest.ts";
import { parsePath } from "./body-path.ts";
import { type Conditions, compileMatch, type Fault, familyOf, TALKING } from "./conditions.ts";
import { errorNames, errorOf } from "./errors-by-name.ts";
import { shown } from "./matcher.ts";
import { type Outcome, outcomesOf, type Rule, type Scenario } from "./scenario.ts";

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

/** Families that have more than words. */
const CALLING = ["chat", "responses"];

/** What an outcome says for itself limits where it can apply. */
const FAMILIES_OF: Partial<Record<keyof Outcome, readonly string[]>> = {
  text: TALKING,
  finish: TALKING,
  toolCalls: CALLING,
  reasoning: CALLING,
  refusal: CALLING,
};

/** At most one of these answers a call. */
const WAYS = ["error", "script", "reply", "passthrough"] as const;

export interface CompileOptions {
  contract: Contract;
  /** Ids of laws and rules that `violates` may name. */
  laws: readonly string[];
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
  const faults: RuleFault[] = matchFaults.map((fault) => ({ ...fault, rule: "match" }));
  if (said.isNowhere)
    faults.push({ rule: "match", pointer: "/match", message: "No operation meets operation, api and family at once." });
  else if (said.operations.length > 0 && operations.length === 0) {
    const message = `The outcome says ${saidBy(rule)}, which none of the operations of the match can answer.`;
    faults.push({ rule: "match", pointer: said.places > 0 ? "/match" : "/outcome", message });
  }
  for (const { pointer, outcome } of outcomesOf(rule)) {
    faults.push(
      ...faultsOf(outcome, { contract, laws, places: said.places }).map((fault) => ({
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

/** What the outcome of a rule cannot say, or not together. */
function faultsOf(outcome: Outcome, { contract, laws, places }: CompileOptions & { places: number }): Fault[] {
  const faults: Fault[] = [];
  const ways = WAYS.filter((way) => outcome[way] !== undefined);
  if (ways.length > 1)
    faults.push({
      pointer: `/${ways[1]}`,
      message: `An outcome has one of ${WAYS.join(", ")}, not ${ways.join(" and ")}.`,
    });
  const words = (Object.keys(FAMILIES_OF) as (keyof Outcome)[]).filter((name) => outcome[name] !== undefined);
  const [way] = ways;
  if ((way === "error" || way === "script") && words.length > 0)
    faults.push({
      pointer: `/${words[0]}`,
      message: `${words.join(", ")} cannot stand beside ${way}, which is the whole answer.`,
    });
  if (outcome.refusal !== undefined && (outcome.text !== undefined || outcome.toolCalls !== undefined))
    faults.push({ pointer: "/refusal", message: "A refusal stands in place of text and toolCalls." });
  if (outcome.toolCalls === "any" && outcome.text !== undefined)
    faults.push({ pointer: "/toolCalls", message: "Calls of any tool are generated, without a text beside them." });
  if ((way === "reply" || way === "script") && places === 0)
    faults.push({
      pointer: `/${way}`,
      message: `Its shape depends on the operation: say in the match for which operation or family this ${way} is.`,
    });
  if (outcome.error !== undefined) {
    const error = errorOf(outcome.error, errorNames(contract));
    const isNamed = typeof outcome.error === "object" && outcome.error.name !== undefined;
    if ("fault" in error) faults.push({ pointer: isNamed ? "/error/name" : "/error", message: error.fault });
  }
  if (typeof outcome.passthrough === "object") {
    for (const path of Object.keys(outcome.passthrough)) {
      if (parsePath(path) !== undefined) continue;
      const pointer = `/passthrough/${path.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      faults.push({
        pointer,
        message: `${shown(path)} is no path into a body: write it like choices[0].message.content.`,
      });
    }
  }
  for (const name of Object.keys(outcome.headers ?? {})) {
    if (!OURS.has(name.toLowerCase())) continue;
    faults.push({ pointer: `/headers/${name}`, message: `${name} is set by the server itself: a scenario cannot.` });
  }
  for (const [index, law] of (outcome.violates ?? []).entries()) {
    if (laws.includes(law)) continue;
    const meant = nearest(law, laws);
    const hint = meant === undefined ? "" : ` Did you mean ${meant}?`;
    faults.push({ pointer: `/violates/${index}`, message: `There is no law ${shown(law)}.${hint}` });
  }
  return faults;
}

/** What frames the message: another value would make it another message, which is what faults are for. */
const OURS: ReadonlySet<string> = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "date",
  "keep-alive",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
