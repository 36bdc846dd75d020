/** What the journal tells of how an answer was sent: who decided it, what was broken on purpose, who was asked before. */
import type { Delivered } from "../exchange/journal.ts";
import { rulesBrokenBy } from "../scenario/fault.ts";
import type { Turn } from "./turn.ts";

/** Undefined for an answer that was sent as usual. */
export function deliveredOf({ delivery, faults, broken }: Turn): Delivered | undefined {
  const { rule, attempts, violates = [] } = delivery;
  if (rule === undefined && attempts === undefined && violates.length === 0 && faults.length === 0) return undefined;
  // Without an answer there was nothing to judge.
  const list = broken ?? [...new Set(faults.flatMap((fault) => rulesBrokenBy(fault, "other")))];
  list.unshift(...violates.filter((law) => !list.includes(law)));
  return {
    ...(rule !== undefined && { rule }),
    ...(attempts !== undefined && { attempts }),
    ...(faults.length > 0 && { faults }),
    // The same list: a law that has to wait for a schema of the caller still gets into the entry.
    violates: list,
  };
}
