/** What the journal tells of how an answer was sent: who decided it, what was broken on purpose, who was asked before. */
import { successOf } from "../contract/operation.ts";
import type { Delivered } from "../exchange/journal.ts";
import { brokenBy } from "../scenario/fault.ts";
import type { Turn } from "./turn.ts";

/** Undefined for an answer that was sent as usual. */
export function deliveredOf(turn: Turn, status: number): Delivered | undefined {
  const { delivery, faults, striking = faults } = turn;
  const { rule, attempts, violates = [] } = delivery;
  if (rule === undefined && attempts === undefined && violates.length === 0 && faults.length === 0) return undefined;
  const family = familyOf(turn, status);
  const broken = new Set([...violates, ...striking.flatMap((fault) => brokenBy(fault, family))]);
  return {
    ...(rule !== undefined && { rule }),
    ...(attempts !== undefined && { attempts }),
    ...(faults.length > 0 && { faults }),
    ...(broken.size > 0 && { violates: [...broken] }),
  };
}

/** The laws of the stream that was sent; undefined when it was none. */
const familyOf = ({ reading, operation }: Turn, status: number): string | null | undefined =>
  reading?.wantsStream && operation !== undefined && status < 400
    ? (successOf(operation)?.stream?.laws ?? null)
    : undefined;
