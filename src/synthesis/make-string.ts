/** Strings of a length, a pattern, a format and a meaning at once: JSON Schema validation 6.3 and 7.3. */
import type { SchemaObject } from "../contract/schema-object.ts";
import type { Random } from "../lib/random.ts";
import { Contradiction } from "./contradiction.ts";
import { fitsScalar } from "./fits-scalar.ts";
import { isStringFormat, makeFormat } from "./format.ts";
import { type Field, formattedFor, stringFor } from "./meaning.ts";
import { createPatternMaker } from "./pattern-string.ts";
import { isRisky } from "./pattern-test.ts";
import { proseIn } from "./sentences.ts";
import type { Work } from "./work.ts";

/** Longer strings are refused: a stranger's `minLength` must not fill the memory. */
const MAX_LENGTH = 200_000;
/** How many strings of each source are tried. */
const TRIES = 40;

/** A string that fits every one of `schemas`. */
export function makeString(
  schemas: readonly SchemaObject[],
  { field, random, work }: { field: Field; random: Random; work: Work },
): string {
  const length = lengthOf(schemas);
  const fit = (text: string) => schemas.every((schema) => fitsScalar(schema, text, work));
  for (const text of candidates(schemas, { field, random, length })) if (fit(text)) return text;
  throw new Contradiction(`no string was found for ${wantsOf(schemas)}`, { schema: schemas[0] });
}

interface Length {
  readonly min: number;
  readonly max: number;
}

function lengthOf(schemas: readonly SchemaObject[]): Length {
  const min = Math.max(0, ...schemas.map(({ minLength }) => minLength ?? 0));
  const max = Math.min(...schemas.map(({ maxLength }) => maxLength ?? Number.POSITIVE_INFINITY));
  if (min > max) throw new Contradiction(`minLength ${min} is above maxLength ${max}`, { schema: schemas[0] });
  if (min > MAX_LENGTH)
    throw new Contradiction(`minLength ${min} is beyond the ${MAX_LENGTH} characters we write`, { schema: schemas[0] });
  return { min, max: Math.min(max, MAX_LENGTH) };
}

/** Every source of strings, the most telling first. Lazy: an easy schema takes the first. */
function* candidates(
  schemas: readonly SchemaObject[],
  { field, random, length }: { field: Field; random: Random; length: Length },
): Generator<string> {
  const formats = schemas.flatMap(({ format, contentEncoding }) => [
    format,
    contentEncoding === "base64" ? "byte" : undefined,
  ]);
  const format = formats.find((each) => each !== undefined && isStringFormat(each));
  const patterns = [...new Set(schemas.flatMap(({ pattern }) => pattern ?? []))];
  if (format !== undefined) {
    yield formattedFor(format, field, random);
    for (let attempt = 0; attempt < TRIES; attempt++) yield makeFormat(format, random, aimOf(length, attempt));
  } else if (!patterns.some(isRisky)) {
    // Trying what a field means costs nothing, except with a pattern that may take for ever to say no.
    const text = stringFor(field, random);
    yield fitLength(text, length, field, random);
    // Names and keys often allow no blanks; the words of the meaning survive as a slug.
    if (patterns.length > 0) for (const each of respell(text)) yield fitLength(each, length, field, random);
  }
  for (const pattern of patterns) {
    const make = createPatternMaker(pattern, length);
    for (let attempt = 0; make && attempt < TRIES; attempt++) yield make(random);
  }
  yield fitLength(proseIn(field.language, random, 0), length, field, random);
}

const respell = (text: string) => {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return [words.join("-"), words.join("_"), words.join(""), words[0] ?? "", text.toUpperCase()];
};

/** First free, then the bounds themselves: a format knows best how long it is. */
const aimOf = ({ min, max }: Length, attempt: number) => {
  if (attempt < 3) return min;
  return Math.max(1, max < MAX_LENGTH ? max - (attempt % 4) : min + attempt);
};

/** Cuts a text at a word or lengthens it with prose, counting code points. */
function fitLength(text: string, { min, max }: Length, field: Field, random: Random): string {
  const points = [...text];
  if (points.length < min) {
    const longer = [...`${text} ${proseIn(field.language, random, min - points.length)}`];
    const end = longer.indexOf(".", min - 1) + 1;
    return fitLength(longer.slice(0, end > 0 && end <= max ? end : min).join(""), { min, max }, field, random);
  }
  if (points.length <= max) return text;
  const cut = points.slice(0, max).join("");
  const word = cut.slice(0, Math.max(0, cut.lastIndexOf(" ")));
  return word.length >= Math.max(min, 1) && [...word].length >= min ? word : cut;
}

function wantsOf(schemas: readonly SchemaObject[]): string {
  const keywords = ["pattern", "format", "minLength", "maxLength", "contentEncoding", "not"];
  const wants = schemas.flatMap((schema) =>
    keywords
      .filter((keyword) => schema[keyword] !== undefined)
      .map((keyword) => `${keyword} ${JSON.stringify(schema[keyword]).slice(0, 80)}`),
  );
  return [...new Set(wants)].join(" and ") || "its keywords";
}
