/** Numbers within bounds and steps: JSON Schema validation 6.2. */
import type { SchemaObject } from "../contract/schema-object.ts";
import type { Random } from "../lib/random.ts";
import { Contradiction } from "./contradiction.ts";
import { fitsScalar } from "./fits-scalar.ts";
import { type Field, numberFor } from "./meaning.ts";
import type { Work } from "./work.ts";

/** How many numbers are tried: steps of many decimals have few that divide cleanly. */
const TRIES = 40;
/** The span of a number that is open on a side. */
const SPAN = 100;
/** So many spans further, where the first has nothing left. */
const FAR = 100;

/** A number that fits every one of `schemas`. */
export function makeNumber(
  schemas: readonly SchemaObject[],
  { field, random, isInteger, work }: { field: Field; random: Random; isInteger: boolean; work: Work },
): number {
  const { least, most } = boundsOf(schemas, isInteger);
  if (least > most) {
    throw new Contradiction(`no ${isInteger ? "integer" : "number"} is at least ${least} and at most ${most}`, {
      schema: schemas[0],
    });
  }
  const fit = (value: number) =>
    Number.isFinite(value) &&
    (!isInteger || Number.isInteger(value)) &&
    schemas.every((schema) => fitsScalar(schema, value, work) && !isListed(schema.not, value));
  const step = stepOf(schemas, isInteger);
  const meant = numberFor(field, random);
  for (const candidate of meant === undefined ? [] : [meant, Math.round(meant)])
    if (fit(candidate)) return tidy(candidate);
  const range = openRange(least, most, step ?? 1);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const value = step === undefined ? fraction(range, random, attempt) : multiple(range, random, step);
    if (fit(value)) return tidy(value);
  }
  // A list may have all the likely ones already.
  for (let attempt = 0; attempt < TRIES && range.high < most; attempt++) {
    const value = multiple({ low: range.high, high: Math.min(most, range.high + FAR * SPAN) }, random, step ?? 1);
    if (fit(value)) return tidy(value);
  }
  // Bounds one number wide, or so narrow that rounding leaves them.
  for (const value of [least, most, (least + most) / 2, 0, ...(step === undefined ? [] : walk(least, step))])
    if (fit(value)) return tidy(value);
  throw new Contradiction(`no number between ${least} and ${most} fits its steps and bounds`, { schema: schemas[0] });
}

/** Whether a number is among those that a schema refuses by name: to see it at once spares making it again and again. */
const isListed = (refused: SchemaObject["not"], value: number): boolean =>
  typeof refused === "object" && refused.enum?.includes(value) === true;

/** -0 is a value that JSON text does not keep. */
const tidy = (value: number) => (value === 0 ? 0 : value);

interface Range {
  readonly low: number;
  readonly high: number;
}

function boundsOf(schemas: readonly SchemaObject[], isInteger: boolean) {
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  for (const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, format } of schemas) {
    const bits = format === "int32" ? 31 : format === "int64" && isInteger ? 53 : undefined;
    const above = exclusiveMinimum !== undefined && isInteger ? Math.floor(exclusiveMinimum) + 1 : exclusiveMinimum;
    const below = exclusiveMaximum !== undefined && isInteger ? Math.ceil(exclusiveMaximum) - 1 : exclusiveMaximum;
    least = Math.max(least, minimum ?? least, above ?? least);
    most = Math.min(most, maximum ?? most, below ?? most);
    if (bits === 31) [least, most] = [Math.max(least, -(2 ** 31)), Math.min(most, 2 ** 31 - 1)];
  }
  return isInteger ? { least: Math.ceil(least), most: Math.floor(most) } : { least, most };
}

/** Two bounds, where a schema may have one or none. Positive numbers are the likelier. */
function openRange(least: number, most: number, step: number): Range {
  const span = SPAN * Math.max(1, step);
  if (Number.isFinite(least)) return { low: least, high: Math.min(most, least + Math.max(span, Math.abs(least))) };
  if (most >= span) return { low: 0, high: span };
  return { low: Math.min(0, most - span), high: most };
}

/** The least number that is a multiple of every step, or undefined when there is none to keep to. */
function stepOf(schemas: readonly SchemaObject[], isInteger: boolean): number | undefined {
  const steps = schemas
    .map(({ multipleOf }) => multipleOf)
    .filter((step) => step !== undefined && step > 0) as number[];
  if (isInteger) steps.push(1);
  if (steps.length === 0) return undefined;
  const scale = 10 ** Math.min(15, Math.max(...steps.map(decimalsOf)));
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  const common = steps.map((step) => Math.round(step * scale)).reduce((a, b) => (a / gcd(a, b)) * b);
  return common / scale;
}

function decimalsOf(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent));
}

function multiple({ low, high }: Range, random: Random, step: number): number {
  const count = random.int(Math.ceil(low / step), Math.floor(high / step));
  // Dividing by a whole number is exact where multiplying by a decimal is not: 1999 / 100 is 19.99, 1999 * 0.01 is not.
  const inverse = Math.round(1 / step);
  return step < 1 && 1 / inverse === step ? count / inverse : Number((count * step).toPrecision(15));
}

/** Multiples counted from the lower bound, for a range that holds few. */
const walk = (least: number, step: number) =>
  Array.from({ length: TRIES }, (_, index) => (Math.ceil((Number.isFinite(least) ? least : 0) / step) + index) * step);

/** A number with two decimals where the range has room for them, else with as many as it takes. */
function fraction({ low, high }: Range, random: Random, attempt: number): number {
  const value = low + random.next() * (high - low);
  return attempt > TRIES / 2 ? value : Number(value.toFixed(high - low > 0.1 ? 2 : 6));
}
