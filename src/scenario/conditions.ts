/** The match of a rule as a list of conditions: each can be asked, counted, compared and told. */
import { type Operation, successOf } from "../contract/operation.ts";
import { toPointer } from "../lib/json-pointer.ts";
import { nearest } from "../lib/nearest.ts";
import { parsePath, valueAtPath } from "./body-path.ts";
import type { Facts } from "./facts.ts";
import { type CompiledMatcher, compileMatcher, MatcherError, shown } from "./matcher.ts";
import type { CallRange, Match, Matcher, Range } from "./scenario.ts";

/** A condition on the content of a call. */
export interface Condition {
  /** What it looks at, such as `model` or `body messages[0].role`; the same words mean the same value. */
  field: string;
  read: (facts: Facts) => unknown;
  matcher: CompiledMatcher;
}

export interface Conditions {
  operations: readonly Operation[];
  /** How many of `operation`, `api` and `family` the rule says. */
  places: number;
  /** Each of these is somewhere, but no operation is in all of them. */
  isNowhere: boolean;
  content: readonly Condition[];
  call: CallRange | undefined;
  chance: number | undefined;
}

/** Something is wrong with a match; the pointer leads to it from the rule. */
export interface Fault {
  pointer: string;
  /** The name of what it leads to is at fault, not its value. */
  isKey?: boolean;
  message: string;
}

/** The conditions of a rule, and what is wrong with them. */
export function compileMatch(
  match: Match,
  operations: readonly Operation[],
): { conditions: Conditions; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const content: Condition[] = [];
  const add = (field: string, pointer: string, matcher: Matcher, read: Condition["read"]): void => {
    try {
      content.push({ field, read, matcher: compileMatcher(matcher) });
    } catch (error) {
      if (!(error instanceof MatcherError)) throw error;
      const message = `The condition on ${field} ${error.message}`;
      faults.push({ pointer: pointer + error.pointer, isKey: error.isKey, message });
    }
  };
  const { model, message, turn, toolResult, stream, call } = match;
  if (message !== undefined) add("message", "/match/message", message, ({ conversation }) => conversation.message);
  for (const [path, matcher] of Object.entries(match.body ?? {})) {
    const steps = parsePath(path);
    const pointer = toPointer(["match", "body", path]);
    if (steps === undefined)
      faults.push({ pointer, message: `${shown(path)} is no path into a body: write it like ${EXAMPLE}.` });
    else if (path === "model") add("model", pointer, matcher, (facts) => facts.model);
    else add(`body ${path}`, pointer, matcher, ({ asked }) => valueAtPath(asked.body, steps));
  }
  if (model !== undefined) add("model", "/match/model", model, (facts) => facts.model);
  for (const [name, matcher] of Object.entries(match.headers ?? {})) {
    const key = name.toLowerCase();
    add(`header ${key}`, toPointer(["match", "headers", name]), matcher, ({ asked }) => asked.headers[key]);
  }
  if (turn !== undefined) content.push(rangeCondition("turn", turn, ({ conversation }) => conversation.turn));
  if (toolResult !== undefined) {
    const wanted = typeof toolResult === "boolean" ? { exists: toolResult } : toolResult;
    add("toolResult", "/match/toolResult", wanted, ({ conversation }) => conversation.toolResult);
  }
  if (stream !== undefined) add("stream", "/match/stream", stream, (facts) => facts.stream);
  for (const [field, given] of [
    ["turn", turn],
    ["call", call],
  ] as const) {
    if (typeof given === "object" && (given.from ?? 1) > (given.to ?? Infinity))
      faults.push({
        pointer: `/match/${field}`,
        message: `${field} goes from ${given.from} to ${given.to}, which is nothing.`,
      });
  }
  const places = placesOf(match, operations, faults);
  return {
    conditions: {
      operations: places.operations,
      places: places.count,
      isNowhere: places.isNowhere,
      content,
      call: typeof call === "number" ? { from: call, to: call } : call,
      chance: match.chance,
    },
    faults,
  };
}

const EXAMPLE = 'messages[-1].content or metadata["a.b"]';

function rangeCondition(field: string, given: number | Range, read: Condition["read"]): Condition {
  if (typeof given === "number") return { field, read, matcher: compileMatcher(given) };
  const { from = 1, to = Number.POSITIVE_INFINITY } = given;
  const words = to === Number.POSITIVE_INFINITY ? `be at least ${from}` : `be ${from} to ${to}`;
  const test = (value: unknown) => typeof value === "number" && value >= from && value <= to;
  return { field, read, matcher: { test, words, said: words, exactness: 2, count: 1, length: 0 } };
}

export const familyOf = (operation: Operation): string | undefined => successOf(operation)?.stream?.laws ?? undefined;

/** Families whose replies are words. */
export const TALKING = ["chat", "completions", "responses"];

/** Where a rule says it applies, by each of the three ways to say so. */
const PLACES = {
  operation: (operation: Operation) => operation.id,
  api: (operation: Operation) => operation.api,
  family: familyOf,
} as const;

function placesOf(
  match: Match,
  all: readonly Operation[],
  faults: Fault[],
): { operations: readonly Operation[]; count: number; isNowhere: boolean } {
  let operations = all;
  let count = 0;
  let isSomewhere = true;
  for (const [name, read] of Object.entries(PLACES) as [keyof typeof PLACES, (typeof PLACES)["family"]][]) {
    const given = match[name];
    if (given === undefined) continue;
    count++;
    const known = new Set(all.map(read).filter((one) => one !== undefined));
    // A server may serve only some of the APIs: what the others have is no mistake.
    if (name === "family") for (const family of TALKING) known.add(family);
    for (const [index, wanted] of [given].flat().entries()) {
      if (known.has(wanted as string)) continue;
      const meant = nearest(wanted as string, known);
      const hint = meant === undefined ? `known are ${[...known].slice(0, 30).join(", ")}.` : `did you mean ${meant}?`;
      const pointer = `/match/${name}${Array.isArray(given) ? `/${index}` : ""}`;
      faults.push({ pointer, message: `There is no ${name} ${shown(wanted)}; ${hint}` });
    }
    const meant = all.filter((operation) => [given].flat().includes(read(operation) as string));
    isSomewhere &&= meant.length > 0;
    operations = operations.filter((operation) => meant.includes(operation));
  }
  return { operations, count, isNowhere: isSomewhere && operations.length === 0 };
}

/** Whether the nth call is meant. */
export const isMeant = (nth: number, { from = 1, to = Number.POSITIVE_INFINITY, every = 1 }: CallRange): boolean =>
  nth >= from && nth <= to && (nth - from) % every === 0;
