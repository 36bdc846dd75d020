import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isSame } from "../../src/laws/is-same.ts";

test.each([
  [{ a: null }, {}, true],
  [{}, { a: undefined }, true],
  [{ a: [{ b: null }] }, { a: [{}] }, true],
  [[null], [], false],
  [[], {}, false],
  [{}, null, false],
  [{ toString: 1 }, {}, false],
  [{}, { toString: 1 }, false],
  [{ a: 1 }, { a: "1" }, false],
  ["", null, false],
  [0, null, false],
])("%j and %j: %s", (one, other, want) => {
  expect(isSame(one, other)).toBe(want);
  expect(isSame(other, one)).toBe(want);
});

const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (member === null ? [] : [[name, withoutNulls(member)]])),
  );
};

test("agrees with a comparison of what is left without the nulls", () => {
  // Writing turns -0, which is no other number to a client, into 0.
  const value = fc.jsonValue({ maxDepth: 3 }).map((made) => JSON.parse(JSON.stringify(made)) as unknown);
  fc.assert(
    fc.property(value, value, (one, other) => {
      expect(isSame(one, structuredClone(one))).toBe(true);
      expect(isSame(one, withoutNulls(one)) || one === null).toBe(true);
      expect(isSame(one, other)).toBe(isDeepStrictEqual(withoutNulls(one), withoutNulls(other)));
    }),
    { numRuns: 1_000 },
  );
});
