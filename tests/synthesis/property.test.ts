import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Schema } from "../../src/contract/schema-object.ts";
import { GatetwinError } from "../../src/lib/errors.ts";
import { fits } from "../../src/synthesis/fits.ts";
import { ENGLISH } from "../../src/synthesis/language.ts";
import { createResolver } from "../../src/synthesis/resolve-ref.ts";
import { createWork } from "../../src/synthesis/work.ts";
import { freeSchema, jsonValue, pattern, schemaAround } from "./arbitrary-schema.ts";
import { buildJudge, make, refusalOf } from "./judge.ts";

const seed = fc.integer({ min: 0, max: 2 ** 31 });
/** The same cases each time; `GATETWIN_RUNS` multiplies them for a longer search. */
const runs = (numRuns: number) => ({
  numRuns: numRuns * Number(process.env.GATETWIN_RUNS ?? 1),
  seed: Number(process.env.GATETWIN_SEED ?? 20250101),
});

/** On references in circles validators differ by how early they stop looking. */
const isClosed = (schema: Schema) => !JSON.stringify(schema).includes("$ref");
const buildWork = (schema: Schema) =>
  createWork({
    resolve: createResolver(schema),
    heightOf: () => 0,
    fullness: 1,
    usesExamples: true,
    language: () => ENGLISH,
  });

const NO_OPINION = "no opinion";

describe("whatever the schema", () => {
  const around = jsonValue.chain((value) => schemaAround(value));

  test("a schema that something fits gets a value that fits, and the same again", () => {
    fc.assert(
      fc.property(around, seed, (schema, seed) => {
        const value = make(schema, seed);
        expect(buildJudge(schema)(value)).toBeUndefined();
        expect(make(schema, seed)).toEqual(value);
      }),
      runs(300),
    );
  });

  test("keywords put together freely get a value that fits, or are refused with a reason where nothing fits", () => {
    fc.assert(
      fc.property(freeSchema, seed, fc.array(jsonValue, { minLength: 20, maxLength: 20 }), (schema, seed, others) => {
        const judge = tryJudge(schema);
        let value: unknown;
        try {
          value = make(schema, seed);
        } catch (error) {
          expect((error as GatetwinError).code).toBe("schema-unsatisfiable");
          expect(error).toBeInstanceOf(GatetwinError);
          const fitting = others.filter((other) => judge(other) === undefined);
          expect(fitting, (error as GatetwinError).message).toEqual([]);
          return;
        }
        expect([undefined, NO_OPINION]).toContain(judge(value));
      }),
      runs(250),
    );
  });

  test("what fits is what an independent validator accepts", () => {
    fc.assert(
      fc.property(freeSchema.filter(isClosed), jsonValue, (schema, value) => {
        const verdict = tryJudge(schema)(value);
        if (verdict !== NO_OPINION) expect(fits(schema, value, buildWork(schema))).toBe(verdict === undefined);
      }),
      runs(400),
    );
  });

  test("a string matches its pattern", () => {
    fc.assert(
      fc.property(pattern, seed, (source, seed) => {
        expect(make({ type: "string", pattern: source }, seed)).toMatch(new RegExp(source, "u"));
      }),
      runs(200),
    );
  });

  test("a string has the length that its pattern can have", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10 }), seed, (minLength, room, seed) => {
        const schema: Schema = {
          type: "string",
          pattern: "^[a-z]*(-[a-z0-9]+)*$",
          minLength,
          maxLength: minLength + room,
        };
        expect(refusalOf(schema, seed)).toBeUndefined();
      }),
      runs(100),
    );
  });
});

/**
 * A schema may refer to itself without end, and Ajv 8.20 fails inside itself on some mixtures of `$ref: "#"` and
 * `unevaluatedProperties`: then there is nothing to compare with.
 */
function tryJudge(schema: Schema): (value: unknown) => string | undefined {
  const judge = buildJudge(schema);
  return (value) => {
    try {
      return judge(value);
    } catch {
      return NO_OPINION;
    }
  };
}
