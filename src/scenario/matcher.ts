/** Conditions on one value: what a rule says of a model, a header, a part of the body or a message. */
import { isDeepStrictEqual } from "node:util";
import { compileNow, SchemaError } from "../contract/compile-now.ts";
import type { Schema } from "../contract/schema-object.ts";
import { loadRegex } from "./lazy.ts";
import type { Matcher, MatcherObject } from "./scenario.ts";
import { slipInSchema } from "./schema-slips.ts";

export interface CompiledMatcher {
  test: (value: unknown) => boolean;
  /** What the value must be, to follow its name: `be "a"`, `contain "b"`. */
  words: string;
  /** The whole of what was said, as JSON: two that say the same are met by the same values. */
  said: string;
  /** How narrow it is: `equals` 3, `contains`, `regex` and `schema` 2, `exists` 1; the sum of all members. */
  exactness: number;
  /** Members, each a condition of its own. */
  count: number;
  /** Characters of `contains`: of two parts of a text the longer one is the narrower. */
  length: number;
  /** Present when the value must be just this. */
  equals?: unknown;
  /** Present when there must be a text that contains this. */
  needle?: string;
}

/** No more of a text is searched by a pattern: linear time is still time. */
const MOST_SEARCHED = 100_000;

/** A condition that cannot be compiled; the pointer leads to the member at fault. */
export class MatcherError extends Error {
  readonly pointer: string;
  /** The name of what it leads to is at fault, not its value. */
  readonly isKey: boolean;

  constructor(pointer: string, message: string, isKey = false) {
    super(message);
    this.pointer = pointer;
    this.isKey = isKey;
  }
}

type Test = (value: unknown) => boolean;

interface Member {
  exactness: number;
  compile: (given: never) => Test;
  words: (given: never) => string;
}

const member = <Given>(
  exactness: number,
  compile: (given: Given) => Test,
  words: (given: Given) => string,
): Member => ({
  exactness,
  compile: compile as Member["compile"],
  words: words as Member["words"],
});

const MEMBERS: { readonly [Name in keyof Required<MatcherObject>]: Member } = {
  equals: member<unknown>(3, equalTo, (wanted) => `be ${shown(wanted)}`),
  contains: member<unknown>(2, containing, (part) => `contain ${shown(part)}`),
  regex: member<string>(2, searching, (pattern) => `match /${pattern}/`),
  schema: member<Schema>(2, fitting, () => "fit the schema"),
  exists: member<boolean>(
    1,
    (wanted) => (value) => (value !== undefined && value !== null) === wanted,
    (wanted) => (wanted ? "be there" : "be absent"),
  ),
};

/** Throws MatcherError. */
export function compileMatcher(matcher: Matcher): CompiledMatcher {
  const members: MatcherObject = typeof matcher === "object" && matcher !== null ? matcher : { equals: matcher };
  const compiled = Object.entries(members).map(([name, given]) => {
    const { exactness, compile, words } = MEMBERS[name as keyof MatcherObject];
    try {
      // Each reader belongs to its member, and the schema of the files has seen to the type of what is given.
      return { exactness, test: compile(given as never), words: words(given as never) };
    } catch (error) {
      if (error instanceof MatcherError) throw new MatcherError(`/${name}${error.pointer}`, error.message, error.isKey);
      throw new MatcherError(`/${name}`, error instanceof Error ? error.message : String(error));
    }
  });
  const [first] = compiled as [(typeof compiled)[number]];
  return {
    test: compiled.length === 1 ? first.test : (value) => compiled.every(({ test }) => test(value)),
    words: compiled.map(({ words }) => words).join(" and "),
    said: JSON.stringify(members),
    exactness: compiled.reduce((sum, { exactness }) => sum + exactness, 0),
    count: compiled.length,
    length: typeof members.contains === "string" ? members.contains.length : 0,
    ...("equals" in members && { equals: members.equals }),
    ...(typeof members.contains === "string" && { needle: members.contains }),
  };
}

function equalTo(wanted: unknown): Test {
  if (typeof wanted === "object" && wanted !== null) return (value) => isDeepStrictEqual(value, wanted);
  return (value) => value === wanted;
}

function containing(part: unknown): Test {
  return (value) => {
    if (typeof value === "string") return typeof part === "string" && value.includes(part);
    return Array.isArray(value) && value.includes(part);
  };
}

function searching(pattern: string): Test {
  const { test } = linear(pattern);
  return (value) => typeof value === "string" && test(value);
}

/** A pattern whose time grows with the text alone, whoever wrote either. */
function linear(pattern: string): { test(text: string): boolean } {
  const { RE2JS } = loadRegex();
  let compiled: ReturnType<typeof RE2JS.compile>;
  try {
    compiled = RE2JS.compile(pattern);
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : String(error);
    throw new Error(`is no pattern that takes linear time (RE2 syntax, without lookaround and backreferences): ${why}`);
  }
  return {
    test: (text) => compiled.test(text.length > MOST_SEARCHED ? text.slice(0, MOST_SEARCHED) : text),
  };
}

function fitting(schema: Schema): Test {
  const slip = slipInSchema(schema);
  if (slip !== undefined) throw new MatcherError(slip.pointer, `${NO_SCHEMA}: ${slip.message}`, slip.isKey);
  try {
    const validate = compileNow(schema, linear);
    return (value) => value !== undefined && validate(value);
  } catch (error) {
    const pointer = error instanceof SchemaError ? error.pointer : "";
    throw new MatcherError(pointer, `${NO_SCHEMA}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const NO_SCHEMA = "is no JSON Schema";

const MOST_SHOWN = 80;

/** A value as it may stand in a sentence. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(typeof value === "string" ? value.slice(0, MOST_SHOWN) : value) ?? typeof value;
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text;
}
