/** Rules of which nobody can say which one goes first: equally specific, and some call is sure to meet both. */
import { isDeepStrictEqual } from "node:util";
import { type Condition, isMeant } from "./conditions.ts";
import type { CompiledRule } from "./rule.ts";
import { primaryOf } from "./ruleset.ts";
import type { CallRange } from "./scenario.ts";

/** A bound for the report: one tie is enough to refuse a file. */
const MOST_TIES = 20;

/** Pairs of rules that tie for certain. Those that only some texts would meet together are told when one comes. */
export function findTies(rules: readonly CompiledRule[]): [CompiledRule, CompiledRule][] {
  const ties: [CompiledRule, CompiledRule][] = [];
  for (const group of groupBy(rules, ({ rank }) => rank).values()) {
    // Two rules that want different values of the same field never meet: only others need to be compared.
    const byField = groupBy(group, (rule) => primaryOf(rule)?.field);
    const fields = [...byField.values()];
    for (const [place, members] of fields.entries()) {
      for (const same of groupBy(members, (rule) => primaryOf(rule)?.matcher.equals).values()) pairs(same, ties);
      for (const others of fields.slice(place + 1)) across(members, others, ties);
      if (ties.length >= MOST_TIES) return ties.slice(0, MOST_TIES);
    }
  }
  return ties;
}

function pairs(rules: readonly CompiledRule[], ties: [CompiledRule, CompiledRule][]): void {
  for (const [index, rule] of rules.entries()) across([rule], rules.slice(index + 1), ties);
}

function across(
  some: readonly CompiledRule[],
  others: readonly CompiledRule[],
  ties: [CompiledRule, CompiledRule][],
): void {
  for (const one of some) {
    for (const other of others) {
      if (ties.length >= MOST_TIES) return;
      if (meet(one, other)) ties.push([one, other]);
    }
  }
}

/** Whether some call meets both for certain. */
function meet({ conditions: one }: CompiledRule, { conditions: other }: CompiledRule): boolean {
  if (!one.operations.some((operation) => other.operations.includes(operation))) return false;
  if (one.call !== undefined && other.call !== undefined && !callsMeet(one.call, other.call)) return false;
  return one.content.every((condition) => {
    const beside = other.content.filter(({ field }) => field === condition.field);
    return beside.every((second) => agree(condition, second));
  });
}

/** How far two series of calls are compared: beyond it they repeat. */
const MOST_COMPARED = 1_000;

function callsMeet(one: CallRange, other: CallRange): boolean {
  const first = Math.max(one.from ?? 1, other.from ?? 1);
  const last = Math.min(one.to ?? Infinity, other.to ?? Infinity, first + MOST_COMPARED);
  for (let nth = first; nth <= last; nth++) if (isMeant(nth, one) && isMeant(nth, other)) return true;
  return false;
}

/** Conditions on one field that one value meets: the value that either of them names, or whatever meets the same words. */
function agree({ matcher: one }: Condition, { matcher: other }: Condition): boolean {
  if (one.equals !== undefined) return other.test(one.equals);
  if (other.equals !== undefined) return one.test(other.equals);
  return isDeepStrictEqual(one.words, other.words) && one.words !== "fit the schema";
}

function groupBy<Key>(rules: readonly CompiledRule[], key: (rule: CompiledRule) => Key): Map<Key, CompiledRule[]> {
  const groups = new Map<Key, CompiledRule[]>();
  for (const rule of rules) {
    const group = groups.get(key(rule));
    if (group === undefined) groups.set(key(rule), [rule]);
    else group.push(rule);
  }
  return groups;
}
