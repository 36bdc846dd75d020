/** From sources to rules that can be asked: the schema first, then what no schema can say, then ties. */
import { createExplain, toViolation } from "../contract/explain.ts";
import type { Contract } from "../contract/operation.ts";
import type { Schema } from "../contract/schema-object.ts";
import { atOnce, type Sliced } from "../lib/slices.ts";
import type { Finding } from "./finding.ts";
import { type CompiledRule, compileRule } from "./rule.ts";
import { createRuleset, type Ruleset } from "./ruleset.ts";
import { isSequence, type Outcome, outcomesOf, type Scenario } from "./scenario.ts";
import { frameSchema, ruleSchema, scenarioSchemas } from "./schema.ts";
import type { Source } from "./source.ts";
import { findTies } from "./ties.ts";

export interface OutcomeFault {
  /** Leads on from the outcome. */
  pointer: string;
  /** The name of what it leads to is at fault, not its value. */
  isKey?: boolean;
  rule: string;
  message: string;
}

/** What would be wrong with the answers of an outcome. */
export type CheckOutcome = (rule: CompiledRule, outcome: Outcome) => readonly OutcomeFault[];

export interface CompileScenariosOptions {
  contract: Contract;
  /** Ids of laws and rules that `violates` may name. */
  laws: readonly string[];
  checkOutcome: CheckOutcome;
}

export interface CompiledScenarios {
  /** The rules for every call. */
  always: Ruleset;
  /** Each scenario by its name, also those for every call. */
  byName: ReadonlyMap<string, Ruleset>;
  findings: readonly Finding[];
}

const explain = createExplain(scenarioSchemas);

/** All that is wrong with a file is found at once; rules with findings are left out of the rulesets. */
export const compileScenarios = (sources: readonly Source[], options: CompileScenariosOptions): CompiledScenarios =>
  atOnce(compileInSlices(sources, options));

/** The same, rule by rule. */
export function* compileInSlices(
  sources: readonly Source[],
  { contract, laws, checkOutcome }: CompileScenariosOptions,
): Sliced<CompiledScenarios> {
  const findings: Finding[] = [];
  const byName = new Map<string, Ruleset>();
  const always: CompiledRule[] = [];
  const firstWith = new Map<string, Source>();
  for (const [index, source] of sources.entries()) {
    const report = (pointer: string, rule: string, message: string, isKey = false): void => {
      findings.push({ source: source.name, ...source.locate(pointer, isKey), pointer, rule, message });
    };
    const isFit = (schema: Schema, value: unknown, path: readonly (string | number)[]): boolean => {
      const unfit = explain(schema, value, path).map((finding) => toViolation(finding, "body"));
      for (const { pointer, message, keyword } of unfit)
        report(pointer, "schema", message.replace(/^The body/, "A scenario"), keyword === "additionalProperties");
      return unfit.length === 0;
    };
    const isWhole = isFit(frameSchema, source.value, []);
    const given: unknown = (source.value as Partial<Scenario> | null)?.rules;
    const fits: boolean[] = [];
    for (const [place, rule] of (Array.isArray(given) ? given : []).entries()) {
      fits.push(isFit(ruleSchema, rule, ["rules", place]));
      yield;
    }
    if (!isWhole) continue;
    const scenario = source.value as Scenario;
    const earlier = firstWith.get(scenario.name);
    if (earlier !== undefined) report("/name", "name", `${earlier.name} has a scenario ${scenario.name} already.`);
    firstWith.set(scenario.name, earlier ?? source);
    const names = new Set<string>();
    const rules: CompiledRule[] = [];
    for (const [place, rule] of scenario.rules.entries()) {
      yield;
      // What is wrong with one rule says nothing against the others.
      if (fits[place] !== true) continue;
      if (rule.name !== undefined && names.has(rule.name))
        report(`/rules/${place}/name`, "name", `The scenario has a rule ${rule.name} already.`);
      if (rule.name !== undefined) names.add(rule.name);
      const { compiled, faults } = compileRule(scenario, place, { contract, laws, source: index });
      for (const { pointer, rule, message, isKey } of faults) report(`/rules/${place}${pointer}`, rule, message, isKey);
      if (faults.length > 0) continue;
      for (const { pointer, outcome } of outcomesOf(rule)) {
        for (const fault of checkOutcome(compiled, outcome))
          report(`/rules/${place}${pointer}${fault.pointer}`, fault.rule, fault.message, fault.isKey);
      }
      rules.push(compiled);
    }
    byName.set(scenario.name, createRuleset(rules));
    yield;
    if (scenario.onDemand === true && !source.isChosen) findings.push(...tell(yield* findTies(rules), sources));
    else always.push(...rules);
  }
  findings.push(...tell(yield* findTies(always), sources));
  yield;
  return { always: createRuleset(always), byName, findings };
}

const tell = (ties: readonly [CompiledRule, CompiledRule][], sources: readonly Source[]): Finding[] =>
  ties.map(([one, other]) => {
    const first = sources[one.source] as Source;
    const second = sources[other.source] as Source;
    const { line } = first.locate(one.pointer, false);
    const where = line === undefined ? first.name : `${first.name}:${line}`;
    return {
      source: second.name,
      ...second.locate(other.pointer, false),
      pointer: other.pointer,
      rule: "tie",
      message: `${other.id} and ${one.id} (${where}) are equally specific and can meet the same call. Give one of them another condition or a priority.`,
    };
  });

/** The outcome of the nth call that a rule decides, from 1. */
export function outcomeFor({ rule }: CompiledRule, nth: () => number): Outcome {
  const { outcome } = rule;
  if (!isSequence(outcome)) return outcome;
  const { sequence, loop = false } = outcome;
  const index = nth() - 1;
  return sequence[loop ? index % sequence.length : Math.min(index, sequence.length - 1)] as Outcome;
}
