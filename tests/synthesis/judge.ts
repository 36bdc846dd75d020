/** Ajv as an independent judge of synthesized values, and the shortest way to make them. */

import { Ajv2020, type AnySchema } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Schema } from "../../src/contract/schema-object.ts";
import { GatetwinError } from "../../src/lib/errors.ts";
import { createRandom } from "../../src/lib/random.ts";
import { type SynthesizeOptions, synthesize } from "../../src/synthesis/synthesize.ts";

/** A judge of one schema; what it refuses is told in words. */
export function buildJudge(schema: Schema): (value: unknown) => string | undefined {
  const ajv = new Ajv2020({ strict: false, logger: false, allErrors: false, validateSchema: false });
  (addFormats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);
  const validate = ajv.compile(schema as AnySchema);
  return (value) => (validate(value) ? undefined : ajv.errorsText(validate.errors));
}

/** A value of a schema for a seed. */
export const make = (schema: Schema, seed = 1, options: Omit<SynthesizeOptions, "random"> = {}): unknown =>
  synthesize(schema, { random: createRandom(seed), ...options });

/** The error that a schema nothing fits is refused with; undefined when a value was made all the same. */
export function refusalOf(schema: Schema, seed = 1): GatetwinError | undefined {
  try {
    make(schema, seed);
    return undefined;
  } catch (error) {
    if (error instanceof GatetwinError && error.code === "schema-unsatisfiable") return error;
    throw error;
  }
}
