/** Compares a value with a partial one: what is not mentioned may be anything. */
import { toPointer } from "../lib/json-pointer.ts";

/** Where a value departs from what was expected. */
export interface Difference {
  pointer: string;
  expected: unknown;
  /** Absent when there is nothing at the pointer. */
  actual?: unknown;
}

/** A body nested deeper than this is taken as different. */
const MOST_LEVELS = 256;

/**
 * The first difference, or undefined when the value has all that is expected. Objects may have more fields; lists must
 * be as long, item by item. `{"$contains": x}` is met by a text that contains the text x, and by a list that has an item
 * like x.
 */
export function differenceOf(
  expected: unknown,
  actual: unknown,
  at: readonly (string | number)[] = [],
): Difference | undefined {
  const different = (): Difference => ({
    pointer: toPointer(at),
    expected,
    ...(actual !== undefined && { actual }),
  });
  if (typeof expected !== "object" || expected === null || at.length > MOST_LEVELS)
    return Object.is(expected, actual) ? undefined : different();
  if (Object.hasOwn(expected, "$contains")) {
    const wanted = (expected as { $contains: unknown }).$contains;
    const isMet =
      typeof actual === "string"
        ? typeof wanted === "string" && actual.includes(wanted)
        : Array.isArray(actual) && actual.some((item) => differenceOf(wanted, item) === undefined);
    return isMet ? undefined : different();
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return different();
    return firstOf(expected.map((item, index) => [index, item, actual[index]] as const));
  }
  if (typeof actual !== "object" || actual === null || Array.isArray(actual)) return different();
  return firstOf(
    Object.entries(expected).map(
      ([name, item]) =>
        [name, item, Object.hasOwn(actual, name) ? (actual as Record<string, unknown>)[name] : undefined] as const,
    ),
  );

  function firstOf(items: readonly (readonly [string | number, unknown, unknown])[]): Difference | undefined {
    for (const [name, item, value] of items) {
      const found = differenceOf(item, value, [...at, name]);
      if (found) return found;
    }
    return undefined;
  }
}
