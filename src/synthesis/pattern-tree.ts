/** Regular expressions as syntax trees: parsing, and how long and how large their parts are. */
import { createRequire } from "node:module";
import type { AST, RegExpParser } from "@eslint-community/regexpp";
import { Contradiction } from "./contradiction.ts";

const require = createRequire(import.meta.url);

/** A pattern beyond this length or nesting is refused before a parser recurses into it. */
const MAX_LENGTH = 4_000;
const MAX_GROUPS = 200;

/** @throws Contradiction */
export function refuseLong(pattern: string): void {
  if (pattern.length > MAX_LENGTH || pattern.split("(").length > MAX_GROUPS)
    throw new Contradiction(`its pattern is longer than ${MAX_LENGTH} characters or ${MAX_GROUPS} groups`);
}

/**
 * The tree of a pattern, or undefined when the parser refuses it. The parser is loaded for the first: most schemas have none.
 *
 * @throws Contradiction when `pattern` is too long, since measuring a tree takes the square of its length.
 */
export function parsePattern(pattern: string): AST.Pattern | undefined {
  refuseLong(pattern);
  const { RegExpParser: Parser } = require("@eslint-community/regexpp") as { RegExpParser: typeof RegExpParser };
  for (const unicode of [true, false]) {
    try {
      return new Parser({ ecmaVersion: 2025 }).parsePattern(pattern, 0, pattern.length, { unicode });
    } catch {}
  }
  return undefined;
}

/** How many parts an engine may have to lay out for a tree when it unrolls counted repetitions. */
export function sizeOf(node: AST.Pattern | AST.Alternative | AST.Element): number {
  if (node.type === "Alternative") return node.elements.reduce((sum, element) => sum + sizeOf(element), 1);
  if ("alternatives" in node) return node.alternatives.reduce((sum, alternative) => sum + sizeOf(alternative), 1);
  if (node.type !== "Quantifier") return 1;
  return sizeOf(node.element) * Math.max(1, node.min, Number.isFinite(node.max) ? node.max : 0);
}

export interface Lengths {
  readonly min: number;
  readonly max: number;
}

type Part = AST.Pattern | AST.Alternative | AST.Element | readonly AST.Alternative[];

/** Asked for many times in one writing, and a tree does not change. */
const known = new WeakMap<object, Lengths>();

/** The shortest and longest text, in code points, that a part can match. */
export function lengthsOf(part: Part): Lengths {
  // Most parts are single characters, and looking one up takes longer than telling its length.
  if ("type" in part && part.type === "Character") return ONE;
  let lengths = known.get(part);
  if (!lengths) {
    lengths = measure(part);
    known.set(part, lengths);
  }
  return lengths;
}

const NONE: Lengths = { min: 0, max: 0 };
const ONE: Lengths = { min: 1, max: 1 };
/** Zero times without end is nothing, not NaN: `(?:)*`. */
const times = (length: number, count: number) => (length === 0 || count === 0 ? 0 : length * count);

function measure(part: Part): Lengths {
  if ("length" in part) return anyOf(part);
  switch (part.type) {
    case "Pattern":
    case "Group":
    case "CapturingGroup":
      return lengthsOf(part.alternatives);
    case "Alternative":
      return part.elements
        .map(lengthsOf)
        .reduce((sum, own) => ({ min: sum.min + own.min, max: sum.max + own.max }), NONE);
    case "Quantifier": {
      const each = lengthsOf(part.element);
      return { min: times(each.min, part.min), max: times(each.max, part.max) };
    }
    case "Assertion":
      return NONE;
    case "Backreference": {
      const group = Array.isArray(part.resolved) ? part.resolved[0] : part.resolved;
      // A group that refers to itself from within matches nothing there.
      return group && !isWithin(part, group) ? lengthsOf(group) : NONE;
    }
    default:
      return ONE;
  }
}

function anyOf(alternatives: readonly AST.Alternative[]): Lengths {
  const all = alternatives.map(lengthsOf);
  return { min: Math.min(...all.map(({ min }) => min)), max: Math.max(...all.map(({ max }) => max)) };
}

function isWithin(node: AST.Node, group: AST.CapturingGroup): boolean {
  for (let at: AST.Node | null = node; at; at = at.parent) if (at === group) return true;
  return false;
}
