/** What the checks say of one case. */

import type { Profile } from "../../laws/law.ts";
import type { Fault } from "../finding.ts";
import { ruleOf } from "../rules.ts";

export interface Verdict {
  faults: readonly Fault[];
  /** Rules that had all they needed, kept or broken. */
  judged: readonly string[];
  notJudged: readonly string[];
  /** Why the case says nothing of the server: a missing model, a used-up quota. */
  skip?: string;
}

/** A fault of a rule with the severity and the source that the rule has; none where the profile does not ask for it. */
export function faultOf(
  id: string,
  message: string,
  {
    profile,
    pointer = "",
    ...more
  }: { profile: Profile } & Partial<Omit<Fault, "rule" | "severity" | "message" | "source">>,
): Fault[] {
  const { source, severity } = ruleOf(id);
  const level = severity[profile];
  return level === "OFF" ? [] : [{ rule: id, severity: level, pointer, message, source, ...more }];
}
