/** Whether a string matches a `pattern`, even when a stranger's pattern would backtrack for years. */
import vm from "node:vm";
import { Contradiction } from "./contradiction.ts";

/** A pattern beyond this length or nesting is refused before a parser recurses into it. */
const MAX_PATTERN_LENGTH = 4_000;
const MAX_PATTERN_GROUPS = 200;
const MAX_KEPT = 500;
const GUARD_MS = 25;

interface Compiled {
  readonly expression: RegExp;
  readonly isRisky: boolean;
}

const kept = new Map<string, Compiled>();

/**
 * Backtracking explodes only where repetitions nest or follow each other. Text alone tells enough: a wrong yes costs a
 * fifth of a millisecond a test, and a no needs at most two open repetitions, whose cost is a square.
 */
const isRisky = (pattern: string) =>
  /\)(?:[*+]|\{\d+,?\d*\})/.test(pattern) ||
  /\\[1-9k]/.test(pattern) ||
  (pattern.match(/[*+]|,\d*\}/g)?.length ?? 0) > 2;

function compile(pattern: string): Compiled {
  const known = kept.get(pattern);
  if (known) return known;
  if (pattern.length > MAX_PATTERN_LENGTH || pattern.split("(").length > MAX_PATTERN_GROUPS) {
    throw new Contradiction(
      `its pattern is longer than ${MAX_PATTERN_LENGTH} characters or ${MAX_PATTERN_GROUPS} groups`,
    );
  }
  // A server meets patterns without end; forgetting all of them now and then is cheaper than tracking their use.
  if (kept.size >= MAX_KEPT) kept.clear();
  const compiled = { expression: toExpression(pattern), isRisky: isRisky(pattern) };
  kept.set(pattern, compiled);
  return compiled;
}

/** @throws Contradiction when `pattern` is no regular expression. */
export function toExpression(pattern: string): RegExp {
  try {
    return new RegExp(pattern, "u");
  } catch (cause) {
    throw new Contradiction(`its pattern ${pattern} is not a regular expression (${(cause as Error).message})`);
  }
}

let guard: { context: vm.Context; script: vm.Script } | undefined;

/**
 * True when `text` matches `pattern` (JSON Schema dialect: ECMA-262, unicode, not anchored). A match that takes longer than
 * 25 ms counts as none, since whoever judges the value would hang as well.
 *
 * @throws Contradiction when `pattern` is no regular expression.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const { expression, isRisky } = compile(pattern);
  try {
    if (!isRisky) return expression.test(text);
    guard ??= { context: vm.createContext({}), script: new vm.Script("expression.test(text)") };
    Object.assign(guard.context, { expression, text });
    return guard.script.runInContext(guard.context, { timeout: GUARD_MS }) as boolean;
  } catch {
    // The time was up, or the engine gave the expression up as too large when it first ran it.
    return false;
  }
}
