/** The scenarios of one server: those for every call, those that a call chooses, and those that a token was given. */
import type { Clock } from "../lib/clock.ts";
import { GatetwinError } from "../lib/errors.ts";
import { nearest } from "../lib/nearest.ts";
import { atOnce, type Sliced, withRests } from "../lib/slices.ts";
import {
  type CompiledScenarios,
  type CompileScenariosOptions,
  compileInSlices,
  compileScenarios,
  outcomeFor,
} from "./compile.ts";
import { createCounters } from "./counters.ts";
import { explainMiss } from "./explain-miss.ts";
import { type Asked, Facts } from "./facts.ts";
import { shippedNames } from "./files.ts";
import { type Finding, tell } from "./finding.ts";
import type { CompiledRule } from "./rule.ts";
import { createRuleset, type Ruleset } from "./ruleset.ts";
import type { Outcome, Scenario } from "./scenario.ts";
import { objectSource, readInSlices, type Source, shippedSource } from "./source.ts";

/** What scenarios say about a call. */
export type Decision =
  /** `rule` is `scenario/rule`. */
  | { kind: "outcome"; rule: string; outcome: Outcome }
  /** Nothing: the answer is generated. */
  | { kind: "none" }
  /** The call cannot be answered; the code is a stable word. */
  | { kind: "refused"; code: "no_scenario" | "scenario_tie" | "unknown_scenario"; message: string };

export interface LibraryOptions extends CompileScenariosOptions {
  /** Objects, paths of files and folders, and `gatetwin:<name>` for those that ship. */
  given?: readonly (string | Scenario)[];
  /** Refuses every call that no rule decides about. False by default. */
  strict?: boolean;
}

export type Given = { names: readonly string[]; rules: number } | { findings: readonly Finding[] };

export interface Library {
  decide(asked: Asked): Decision;
  /** Reads all files again, while calls are answered as before. With findings, everything stays as it was. */
  reload(clock: Pick<Clock, "elapsed">): Promise<readonly Finding[]>;
  /**
   * Puts scenarios before all others for one token, in place of those it was given before, while calls are answered. In
   * the order in which they came. With findings, nothing changes.
   */
  give(token: string, given: readonly unknown[], clock: Pick<Clock, "elapsed">): Promise<Given>;
  /** Forgets counts and given scenarios: of one token, or of all. */
  reset(token?: string): void;
}

const HEADER = "x-gatetwin-scenario";
const MODEL_PREFIX = "gatetwin/";
/** Tokens that were given scenarios, and rules of all of them; those that were given longest ago are forgotten. */
const MOST_TOKENS = 1_000;
const MOST_RULES = 100_000;

const NONE: Decision = Object.freeze({ kind: "none" });
const NOBODY: readonly Ruleset[] = Object.freeze([]);
const NO_RULES = createRuleset([]);

/** Throws GatetwinError `scenario-invalid`, with all findings in its message and its details. */
export function openLibrary({ given = [], strict = false, ...options }: LibraryOptions): Library {
  const counters = createCounters();
  const tokens = new Map<string, Ruleset>();
  const shipped = new Map<string, Ruleset | undefined>();
  function* load(): Sliced<CompiledScenarios & { sources: readonly Source[] }> {
    const { sources, findings } = yield* readInSlices(given);
    const compiled = yield* compileInSlices(sources, options);
    return { ...compiled, sources, findings: [...findings, ...compiled.findings] };
  }
  let loaded = atOnce(load());
  /** Settled when all that tokens were given is in place. */
  let lastGiven: Promise<unknown> = Promise.resolve();
  if (loaded.findings.length > 0) throw invalid(loaded.findings);

  /** One that ships is compiled when it is first chosen. In a document without its operations there is none. */
  const named = (name: string): Ruleset | undefined => {
    const known = loaded.byName.get(name);
    if (known !== undefined || !shippedNames().includes(name)) return known;
    if (!shipped.has(name)) {
      const { byName, findings } = compileScenarios([shippedSource(name)], options);
      shipped.set(name, findings.length === 0 ? byName.get(name) : undefined);
    }
    return shipped.get(name);
  };

  const names = () => [...loaded.byName.keys(), ...shippedNames()];

  /** What the request itself chooses. */
  const chosenBy = ({ headers, body }: Asked): readonly Ruleset[] | { unknown: string } => {
    const header = headers[HEADER];
    const model = (body as { model?: unknown } | null | undefined)?.model;
    const isModel = typeof model === "string" && model.startsWith(MODEL_PREFIX);
    if (header === undefined && !isModel) return NOBODY;
    const byHeader = header === undefined ? undefined : named(String(header).trim());
    if (header !== undefined && byHeader === undefined) return { unknown: String(header).trim() };
    const modelled = isModel ? model.slice(MODEL_PREFIX.length) : undefined;
    const byModel = modelled === undefined ? undefined : named(modelled);
    // Any other name may be that of a model; a slip would be answered as if nothing had been chosen.
    if (modelled !== undefined && byModel === undefined && nearest(modelled, names()) !== undefined)
      return { unknown: modelled };
    return [byHeader, byModel].filter((set) => set !== undefined);
  };

  const outcomeOf = (rule: CompiledRule, { token }: Asked): Decision => ({
    kind: "outcome",
    rule: rule.id,
    outcome: outcomeFor(rule, () => counters.next(token, `${rule.id} sequence`)),
  });

  return {
    decide(asked) {
      const chosen = chosenBy(asked);
      if ("unknown" in chosen) return unknown(chosen.unknown, names());
      const layers = [...chosen, tokens.get(asked.token) ?? NO_RULES, loaded.always].filter(
        ({ rules }) => rules.length > 0,
      );
      if (layers.length === 0 && !strict) return NONE;
      const facts = new Facts(asked);
      for (const layer of layers) {
        const [rule, ...others] = layer.find(facts, counters);
        if (rule === undefined) continue;
        return others.length === 0 ? outcomeOf(rule, asked) : tied([rule, ...others]);
      }
      // Whoever chooses a scenario for a request knows what it leaves to be generated.
      if (!strict || chosen.length > 0) return NONE;
      const rules = layers.flatMap((layer) => layer.rules);
      return { kind: "refused", code: "no_scenario", message: explainMiss(facts, rules) };
    },
    async reload(clock) {
      const fresh = await withRests(load(), clock);
      if (fresh.findings.length === 0) loaded = fresh;
      return fresh.findings;
    },
    async give(token, wanted, clock) {
      const { sources, findings } = chosenSources(wanted, loaded.sources);
      const compiling = lastGiven.then(() => withRests(compileInSlices(sources, options), clock));
      lastGiven = compiling.catch(() => {});
      const compiled = await compiling;
      const all = [...findings, ...compiled.findings];
      if (all.length > 0) return { findings: all };
      tokens.delete(token);
      if (sources.length > 0) tokens.set(token, compiled.always);
      const countRules = () => [...tokens.values()].reduce((sum, { rules }) => sum + rules.length, 0);
      while (tokens.size > 1 && (tokens.size > MOST_TOKENS || countRules() > MOST_RULES)) {
        tokens.delete(tokens.keys().next().value as string);
      }
      counters.reset(token);
      return { names: [...compiled.byName.keys()], rules: compiled.always.rules.length };
    },
    reset(token) {
      counters.reset(token);
      if (token === undefined) tokens.clear();
      else tokens.delete(token);
    },
  };
}

/** What a token is given by name or as an object; never the path of a file, which is not the caller's to read. */
function chosenSources(
  wanted: readonly unknown[],
  loaded: readonly Source[],
): { sources: Source[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const sources = wanted.flatMap((one, index): Source[] => {
    const place = `scenarios[${index}]`;
    if (typeof one !== "string") return [{ ...objectSource(one, place), isChosen: true }];
    const name = one.replace(/^gatetwin:/, "");
    const known = loaded.find(({ value }) => (value as Scenario).name === name);
    if (known !== undefined && name === one) return [{ ...known, isChosen: true }];
    if (shippedNames().includes(name)) return [{ ...shippedSource(name), isChosen: true }];
    const { message } = unknown(one, [...loaded.map(({ value }) => (value as Scenario).name), ...shippedNames()]);
    findings.push({ source: place, pointer: "", rule: "name", message });
    return [];
  });
  return { sources, findings };
}

const unknown = (name: string, names: readonly string[]) => {
  const meant = nearest(name, names);
  const hint =
    meant === undefined ? `Known are ${[...new Set(names)].slice(0, 40).join(", ")}.` : `Did you mean ${meant}?`;
  const message = `There is no scenario ${JSON.stringify(name.slice(0, 80))}. ${hint}`;
  return { kind: "refused", code: "unknown_scenario", message } as const;
};

const tied = (rules: readonly CompiledRule[]): Decision => ({
  kind: "refused",
  code: "scenario_tie",
  message: `The rules ${rules.map(({ id }) => id).join(" and ")} are equally specific, and this call meets them all. Give one of them another condition or a priority.`,
});

const MOST_TOLD = 20;

/** The findings as one error: a line for each. */
export function invalid(findings: readonly Finding[]): GatetwinError {
  const lines = findings.slice(0, MOST_TOLD).map((finding) => `  ${tell(finding)}`);
  const more = findings.length > MOST_TOLD ? `\n  and ${findings.length - MOST_TOLD} more` : "";
  return new GatetwinError(
    "scenario-invalid",
    `Failed to load scenarios: ${findings.length} finding${findings.length === 1 ? "" : "s"}\n${lines.join("\n")}${more}`,
    { details: { findings } },
  );
}
