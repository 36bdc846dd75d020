/** The scenarios of a server: opened against its contract and the laws, and read again when their files change. */
import { statSync } from "node:fs";
import type { Contract } from "../contract/operation.ts";
import type { Clock } from "../lib/clock.ts";
import { compileScenarios } from "../scenario/compile.ts";
import { filesOf } from "../scenario/files.ts";
import { type Finding, tell } from "../scenario/finding.ts";
import { type Library, openLibrary } from "../scenario/library.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { readSources } from "../scenario/source.ts";
import { createOutcomeCheck, knownRules } from "./check-outcomes.ts";

export interface ScenarioOptions {
  /**
   * What is answered in place of generated answers: objects, paths of files and folders, and `gatetwin:<name>` for those
   * that ship; or what `openScenarios` made of them. None by default.
   */
  scenarios?: readonly (string | Scenario)[] | Library;
  /** Refuses every call that no rule decides about, and says which rules come near. False by default. */
  strict?: boolean;
}

/** Throws GatetwinError `scenario-invalid` with all that is wrong, by file, line and column. */
export function openScenarios({ scenarios = [], strict = false }: ScenarioOptions, contract: Contract): Library {
  if ("decide" in scenarios) return scenarios;
  const laws = knownRules();
  return openLibrary({ contract, laws, checkOutcome: createOutcomeCheck(contract), given: scenarios, strict });
}

/** How often files are looked at. Looking works on every file system; notifications do not. */
const LOOK_MS = 200;

export interface WatchOptions {
  clock: Clock;
  signal: AbortSignal;
  /** Told of every reading: how it went, in a sentence or several lines. */
  onReload: (text: string) => void;
}

/** Reads the scenarios again when one of their files changes, comes or goes. What cannot be used changes nothing. */
export async function watchScenarios(
  library: Pick<Library, "reload">,
  given: readonly (string | Scenario)[],
  { clock, signal, onReload }: WatchOptions,
): Promise<void> {
  const paths = given.filter((one) => typeof one === "string");
  let known = signatureOf(paths);
  let seen = known;
  while (!signal.aborted) {
    const isGone = await clock.sleep(LOOK_MS, signal).then(
      () => false,
      () => true,
    );
    if (isGone) return;
    const current = signatureOf(paths);
    // Half of a file may be whole rules: it is read when it has been left alone for a look.
    const isQuiet = current === seen;
    seen = current;
    if (current === known || !isQuiet) continue;
    known = current;
    const told = await reload(library, clock);
    if (!signal.aborted) onReload(told);
  }
}

async function reload(library: Pick<Library, "reload">, clock: Clock): Promise<string> {
  let findings: readonly Finding[];
  try {
    findings = await library.reload(clock);
  } catch (error) {
    return `scenarios were not reloaded, the last good ones still answer: ${error instanceof Error ? error.message : error}`;
  }
  if (findings.length === 0) return "scenarios were reloaded.";
  return `scenarios were not reloaded, the last good ones still answer:\n${findings.map((one) => `  ${tell(one)}`).join("\n")}`;
}

/** Changes whenever a file does. */
function signatureOf(paths: readonly string[]): string {
  try {
    return paths
      .flatMap(filesOf)
      .map(({ path }) => {
        const { mtimeMs, size, ino } = statSync(path);
        return `${path} ${mtimeMs} ${size} ${ino}`;
      })
      .join("\n");
  } catch (error) {
    // A file may be away for a moment while an editor replaces it.
    return String(error);
  }
}

/** All that is wrong with files of scenarios, and how many there are. Throws GatetwinError when a path leads nowhere. */
export function lintScenarios(paths: readonly string[], contract: Contract): { findings: Finding[]; files: number } {
  const { sources, findings } = readSources(paths);
  const options = { contract, laws: knownRules(), checkOutcome: createOutcomeCheck(contract) };
  const files = new Set([...sources.map(({ name }) => name), ...findings.map(({ source }) => source)]);
  return { findings: [...findings, ...compileScenarios(sources, options).findings], files: files.size };
}
