/** Strings from regular expressions: written out from the syntax tree, aimed at a length, to be tested by the caller. */

import type { AST } from "@eslint-community/regexpp";
import type { Random } from "../lib/random.ts";
import { toRegExp } from "../lib/to-regexp.ts";
import { lengthsOf, parsePattern } from "./pattern-tree.ts";

const ALPHANUMERIC = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const PRINTABLE = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");
/** Scripts and signs that `\p{…}` and escapes mean, when nothing printable in ASCII belongs to a class. */
const WIDE_RANGES = [
  [0x00, 0x2fff],
  [0x3040, 0x30ff],
  [0x4e00, 0x4e80],
  [0xac00, 0xac40],
  [0x1f300, 0x1f64f],
] as const;

type CharacterNode = AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

interface Writing {
  readonly random: Random;
  /** Lookaheads written out where they stand, which satisfies `(?=.*\d).{8,}` though not every lookahead. */
  readonly writesLookaheads: boolean;
  readonly alphabets: Map<string, readonly string[]>;
  readonly captured: Map<AST.CapturingGroup, string>;
  /** The character written last, and whether a word boundary follows it: the next one is to be of the other kind. */
  last: string;
  isAtBoundary: boolean;
}

const isWord = (character: string) => /^\w$/.test(character);

export interface PatternLength {
  readonly min: number;
  readonly max: number;
}

/**
 * A maker of strings for `pattern`, each of a length (in code points) within the bounds where the pattern allows one.
 * Lookarounds are not solved for, and word boundaries only between neighbours: test each string against the pattern.
 *
 * @returns undefined when the pattern has no string within `length.max`, or is beyond the parser.
 */
export function createPatternMaker(pattern: string, length: PatternLength): ((random: Random) => string) | undefined {
  const tree = parsePattern(pattern);
  if (!tree) return undefined;
  const own = lengthsOf(tree);
  if (own.min > length.max) return undefined;
  const alphabets = new Map<string, readonly string[]>();
  return (random) => {
    const least = Math.max(own.min, length.min);
    // Some room beyond the least, so that strings of an open pattern are neither empty nor all of one length.
    const most = Math.min(own.max, length.max, least + (own.min === 0 ? 12 : 8));
    const aim = most <= least ? least : random.int(Math.min(least === 0 ? 1 : least, most), most);
    const writing = {
      random,
      writesLookaheads: random.next() < 0.5,
      alphabets,
      captured: new Map(),
      last: "",
      isAtBoundary: false,
    };
    const text = writeAlternatives(tree.alternatives, aim, writing);
    return pad(tree, text, { length, writing });
  };
}

/** A pattern that is open at an end allows more around it; without this `minLength` beyond its own length is out of reach. */
function pad(
  tree: AST.Pattern,
  text: string,
  { length, writing }: { length: PatternLength; writing: Writing },
): string {
  const missing = Math.min(length.min, length.max) - [...text].length;
  if (missing <= 0) return text;
  const filler = Array.from({ length: missing }, () => writing.random.pick([...ALPHANUMERIC])).join("");
  const isClosed = (end: "start" | "end") =>
    tree.alternatives.some(({ elements }) => elements.some((node) => node.type === "Assertion" && node.kind === end));
  if (!isClosed("end")) return text + filler;
  return isClosed("start") ? text : filler + text;
}

function writeAlternatives(alternatives: readonly AST.Alternative[], aim: number, writing: Writing): string {
  const able = alternatives.filter((alternative) => {
    const { min, max } = lengthsOf(alternative);
    return min <= aim && aim <= max;
  });
  const nearest = () => alternatives.toSorted((a, b) => lengthsOf(a).min - lengthsOf(b).min).slice(0, 1);
  return writeSequence(writing.random.pick(able.length > 0 ? able : nearest()), aim, writing);
}

function writeSequence({ elements }: AST.Alternative, aim: number, writing: Writing): string {
  const lengths = elements.map(lengthsOf);
  let spare = aim - lengths.reduce((sum, { min }) => sum + min, 0);
  const aims = lengths.map(({ min }) => min);
  // What is to spare goes to the elements in a seeded order, a random part each, and the rest to whoever can take it.
  const order = shuffled(elements.length, writing.random);
  for (const takesAll of [false, true]) {
    for (const index of order) {
      const room = Math.min(spare, (lengths[index]?.max ?? 0) - (aims[index] ?? 0));
      if (room <= 0) continue;
      const part = takesAll ? room : writing.random.int(0, room);
      aims[index] = (aims[index] ?? 0) + part;
      spare -= part;
    }
  }
  return elements.map((element, index) => writeElement(element, aims[index] ?? 0, writing)).join("");
}

/** 0 … count − 1 in a seeded order. */
const shuffled = (count: number, random: Random) =>
  Array.from({ length: count }, (_, index) => ({ index, draw: random.next() }))
    .sort((a, b) => a.draw - b.draw)
    .map(({ index }) => index);

function writeElement(node: AST.Element, aim: number, writing: Writing): string {
  switch (node.type) {
    case "Character":
      return note(String.fromCodePoint(node.value), writing);
    case "CharacterSet":
    case "CharacterClass":
    case "ExpressionCharacterClass":
      return writeCharacter(node, writing);
    case "Group":
      return writeAlternatives(node.alternatives, aim, writing);
    case "CapturingGroup": {
      const text = writeAlternatives(node.alternatives, aim, writing);
      writing.captured.set(node, text);
      return text;
    }
    case "Quantifier":
      return writeRepetition(node, aim, writing);
    case "Backreference": {
      const group = Array.isArray(node.resolved) ? node.resolved[0] : node.resolved;
      return note((group && writing.captured.get(group)) ?? "", writing);
    }
    case "Assertion":
      if (node.kind === "word") writing.isAtBoundary = !node.negate;
      if (node.kind !== "lookahead" || node.negate || !writing.writesLookaheads) return "";
      return writeAlternatives(node.alternatives, lengthsOf(node.alternatives).min, writing);
    default:
      return "";
  }
}

function writeRepetition(node: AST.Quantifier, aim: number, writing: Writing): string {
  const each = lengthsOf(node.element);
  const least = Math.max(node.min, each.max > 0 ? Math.ceil(aim / each.max) : 0);
  const most = Math.min(
    node.max,
    each.min > 0 ? Math.floor(aim / each.min) : Math.max(aim, node.min),
    Math.max(aim, least),
  );
  const count = most <= least ? least : writing.random.int(least, most);
  let rest = aim;
  let text = "";
  for (let done = 0; done < count; done++) {
    const later = count - done - 1;
    const low = Math.max(each.min, rest - (later === 0 ? 0 : later * each.max));
    const high = Math.min(each.max, rest - later * each.min);
    const part = high <= low ? Math.max(each.min, low) : writing.random.int(low, high);
    const written = writeElement(node.element, part, writing);
    text += written;
    rest -= part;
  }
  return text;
}

function writeCharacter(node: CharacterNode, writing: Writing): string {
  const { random, alphabets, last, isAtBoundary } = writing;
  let alphabet = alphabets.get(node.raw);
  if (!alphabet) {
    alphabet = alphabetOf(node);
    alphabets.set(node.raw, alphabet);
  }
  const able = isAtBoundary ? otherKind(node, alphabet, isWord(last)) : alphabet;
  return able.length > 0 ? note(random.pick(able), writing) : "";
}

/** Characters of a class that end a word, or begin one; all of its own where it has none such. */
function otherKind(node: CharacterNode, alphabet: readonly string[], endsWord: boolean): readonly string[] {
  const other = alphabet.filter((character) => isWord(character) !== endsWord);
  if (other.length > 0) return other;
  const member = toRegExp(`^${node.raw}$`);
  const printable = [...PRINTABLE].filter((character) => isWord(character) !== endsWord && member.test(character));
  return printable.length > 0 ? printable : alphabet;
}

function note(text: string, writing: Writing): string {
  if (text === "") return text;
  writing.last = text.slice(-1);
  writing.isAtBoundary = false;
  return text;
}

/** The characters a class is written with: letters and digits if it has any, else other ASCII, else any. */
function alphabetOf(node: CharacterNode): readonly string[] {
  const member = toRegExp(`^${node.raw}$`);
  const within = (characters: string) => [...characters].filter((character) => member.test(character));
  const named = literalsOf(node);
  const plain = within(ALPHANUMERIC);
  // A class that names signs beside letters, such as [\w.-], means them to be seen.
  if (plain.length > 0) return named.length > 0 && named.length <= 4 ? [...plain, ...named] : plain;
  const printable = within(PRINTABLE);
  if (printable.length > 0) return printable;
  const wide: string[] = [];
  for (const [first, last] of [...WIDE_RANGES, ...rangesOf(node)]) {
    for (let code = first; code <= last && wide.length < 200; code++) {
      const character = String.fromCodePoint(code);
      if (member.test(character)) wide.push(character);
    }
  }
  return wide;
}

const isPlainClass = (node: CharacterNode): node is AST.ClassRangesCharacterClass =>
  node.type === "CharacterClass" && !node.unicodeSets && !node.negate;

const literalsOf = (node: CharacterNode): string[] =>
  isPlainClass(node)
    ? node.elements.flatMap((element) => (element.type === "Character" ? [String.fromCodePoint(element.value)] : []))
    : [];

const rangesOf = (node: CharacterNode): [number, number][] =>
  isPlainClass(node)
    ? node.elements.flatMap((element): [number, number][] =>
        element.type === "CharacterClassRange"
          ? [[element.min.value, Math.min(element.max.value, element.min.value + 100)]]
          : element.type === "Character"
            ? [[element.value, element.value]]
            : [],
      )
    : [];
