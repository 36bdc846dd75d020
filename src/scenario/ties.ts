/** Rules of which nobody can say which one goes first: equally specific, and some call is sure to meet both. */

import type { Sliced } from "../lib/slices.ts";
import { type Condition, isMeant } from "./conditions.ts";
import type { CompiledRule } from "./rule.ts";
import { primaryOf } from "./ruleset.ts";
import type { CallRange } from "./scenario.ts";

/** A bound for the report: one tie is enough to refuse a file. */
const MOST_TIES = 20;

/** So many comparisons take a millisecond. */
const MOST_AT_ONCE = 1_000;

type Pair = [CompiledRule, CompiledRule];

/** Pairs of rules that tie for certain. Those that only some texts would meet together are told when one comes. */
export function* findTies(rules: readonly CompiledRule[]): Sliced<Pair[]> {
  const ties: Pair[] = [];
  let count = 0;
  for (const [one, other] of candidates(rules)) {
    if (++count % MOST_AT_ONCE === 0) yield;
    if (!meet(one, other)) continue;
    ties.push([one, other]);
    if (ties.length === MOST_TIES) break;
  }
  return ties;
}

/** Pairs that may meet, and are equally specific. */
function* candidates(rules: readonly CompiledRule[]): Generator<Pair> {
  for (const group of groupBy(rules, ({ rank }) => rank).values()) {
    const byField = [...groupBy(group, (rule) => leadOf(rule)?.field).values()];
    for (const [place, members] of byField.entries()) {
      yield* ofOneField(members);
      for (const others of byField.slice(place + 1)) yield* across(members, others);
    }
  }
}

/** Rules that want different values of the same field never meet, nor do those that look for different words in it. */
function* ofOneField(rules: readonly CompiledRule[]): Generator<Pair> {
  const isExact = (rule: CompiledRule) => leadOf(rule)?.matcher.equals !== undefined;
  const exact = rules.filter(isExact);
  const others = rules.filter((rule) => !isExact(rule));
  for (const same of groupBy(exact, (rule) => leadOf(rule)?.matcher.equals).values()) yield* pairs(same);
  for (const same of groupBy(others, (rule) => leadOf(rule)?.matcher.said).values()) yield* pairs(same);
  yield* across(exact, others);
}

/** The condition by which rules are told apart. */
const leadOf = (rule: CompiledRule): Condition | undefined => primaryOf(rule) ?? rule.conditions.content[0];

function* pairs(rules: readonly CompiledRule[]): Generator<Pair> {
  for (const [index, rule] of rules.entries()) yield* across([rule], rules.slice(index + 1));
}

function* across(some: readonly CompiledRule[], others: readonly CompiledRule[]): Generator<Pair> {
  for (const one of some) for (const other of others) yield [one, other];
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

/** Conditions on one field that one value meets: the value that either of them names, or whatever meets both. */
function agree({ matcher: one }: Condition, { matcher: other }: Condition): boolean {
  if (one.equals !== undefined) return other.test(one.equals);
  if (other.equals !== undefined) return one.test(other.equals);
  return one.said === other.said;
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
