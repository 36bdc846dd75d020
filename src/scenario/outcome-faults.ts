/** What is wrong with an outcome by itself: names that nobody knows, and what cannot be said at once. */
import type { Contract } from "../contract/operation.ts";
import { nearest } from "../lib/nearest.ts";
import { parsePath } from "./body-path.ts";
import { type Fault, TALKING } from "./conditions.ts";
import { errorNames, errorOf } from "./errors-by-name.ts";
import { shown } from "./matcher.ts";
import type { Outcome } from "./scenario.ts";
import { ALONE } from "./schema.ts";

/** Families that have more than words. */
const CALLING = ["chat", "responses"];

/** What an outcome says for itself limits where it can apply. */
export const FAMILIES_OF: Partial<Record<keyof Outcome, readonly string[]>> = {
  text: TALKING,
  finish: TALKING,
  toolCalls: CALLING,
  reasoning: CALLING,
  refusal: CALLING,
};

export interface CompileOptions {
  contract: Contract;
  /** Ids of laws and rules that `violates` may name. */
  laws: readonly string[];
}

/** What the outcome of a rule cannot say, or not together. */
export function outcomeFaults(
  outcome: Outcome,
  { contract, laws, places }: CompileOptions & { places: number },
): Fault[] {
  const faults: Fault[] = [];
  for (const [name, { not, because }] of Object.entries(ALONE)) {
    const beside = not.filter((other) => outcome[other] !== undefined);
    if (outcome[name as keyof Outcome] === undefined || beside.length === 0) continue;
    faults.push({
      pointer: `/${beside[0]}`,
      message: `${beside.join(" and ")} cannot stand beside ${name}: ${because}.`,
    });
  }
  if (outcome.toolCalls === "any" && outcome.text !== undefined)
    faults.push({ pointer: "/toolCalls", message: "Calls of any tool are generated, without a text beside them." });
  for (const way of ["reply", "script"] as const) {
    if (outcome[way] === undefined || places > 0) continue;
    const message = `Its shape depends on the operation: say in the match for which operation or family this ${way} is.`;
    faults.push({ pointer: `/${way}`, message });
  }
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
