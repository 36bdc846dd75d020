/** Whether a string matches a `pattern`, even when a stranger's pattern would backtrack for years. */

import vm from "node:vm";
import { toRegExp } from "../lib/to-regexp.ts";
import { Contradiction } from "./contradiction.ts";
import { parsePattern, refuseLong, sizeOf as sizeOfTree } from "./pattern-tree.ts";
import type { Work } from "./work.ts";

const MAX_PATTERN_SIZE = 50_000;
const MAX_KEPT = 500;
/** Ten thousand times what a harmless match takes, so that a busy machine never changes what a seed gives. */
const GUARD_MS = 250;
/** Steps that such a match costs the synthesis that asked for it, which may afford two. */
const TIMEOUT_STEPS = 25_000;

interface Compiled {
  readonly expression: RegExp;
  readonly isRisky: boolean;
  /** Texts for which the time was up: it would be so again. */
  readonly endless: Set<string>;
}

const kept = new Map<string, Compiled>();

/**
 * Backtracking explodes only where repetitions nest or follow each other. Text alone tells enough: a wrong yes costs a
 * fifth of a millisecond a test, and a no needs at most two open repetitions, whose cost is a square.
 */
const isRiskyText = (pattern: string) =>
  /\)(?:[*+]|\{\d+,?\d*\})/.test(pattern) ||
  /\\[1-9k]/.test(pattern) ||
  (pattern.match(/[*+]|,\d*\}/g)?.length ?? 0) > 2;

function compile(pattern: string): Compiled {
  const known = kept.get(pattern);
  if (known) return known;
  refuseLong(pattern);
  // Counts may be unrolled by the engine, nested ones as a product, when an expression first runs.
  if (/\{\d{2,}|\)\{\d/.test(pattern) && sizeOf(pattern) > MAX_PATTERN_SIZE) {
    throw new Contradiction(`its pattern ${pattern} repeats more than ${MAX_PATTERN_SIZE} parts`);
  }
  // A server meets patterns without end; forgetting all of them now and then is cheaper than tracking their use.
  if (kept.size >= MAX_KEPT) kept.clear();
  const compiled = { expression: toExpression(pattern), isRisky: isRiskyText(pattern), endless: new Set<string>() };
  kept.set(pattern, compiled);
  return compiled;
}

/**
 * Whether a text that does not match may take the engine very long.
 *
 * @throws Contradiction when `pattern` is no regular expression or too large.
 */
export const isRisky = (pattern: string): boolean => compile(pattern).isRisky;

function toExpression(pattern: string): RegExp {
  try {
    return toRegExp(pattern);
  } catch (cause) {
    throw new Contradiction(`its pattern ${pattern} is not a regular expression (${(cause as Error).message})`);
  }
}

function sizeOf(pattern: string): number {
  const tree = parsePattern(pattern);
  return tree ? sizeOfTree(tree) : 0;
}

let guard: { context: vm.Context; script: vm.Script } | undefined;

/**
 * True when `text` matches `pattern` (JSON Schema dialect: ECMA-262, unicode, not anchored). A match that takes longer than
 * 250 ms counts as none, since whoever judges the value would hang as well, and costs many steps of `work`.
 *
 * @throws Contradiction when `pattern` is no regular expression or too large, and when the steps are used up.
 */
export function matchesPattern(pattern: string, text: string, work: Work): boolean {
  const { expression, isRisky, endless } = compile(pattern);
  try {
    if (!isRisky) return expression.test(text);
    if (!endless.has(text)) {
      guard ??= { context: vm.createContext({}), script: new vm.Script("expression.test(text)") };
      Object.assign(guard.context, { expression, text });
      return guard.script.runInContext(guard.context, { timeout: GUARD_MS }) as boolean;
    }
  } catch (cause) {
    // An expression too large for the engine is found out only when it first runs.
    if ((cause as { code?: string }).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") return false;
    if (endless.size < MAX_KEPT) endless.add(text);
  }
  // The same for a remembered text, so that an answer does not depend on what was asked before.
  work.spend(TIMEOUT_STEPS);
  return false;
}
