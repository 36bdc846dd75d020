/** Values for the schemas that callers send along, and the refusal of a schema that no value fits. */
import { problem } from "../../contract/problem.ts";
import { GatetwinError } from "../../lib/errors.ts";
import { fieldsOf } from "../../lib/fields.ts";
import type { Random } from "../../lib/random.ts";
import type { Suggest } from "../../synthesis/wanted.ts";
import type { Outcome } from "../behaviour.ts";

/** Makes a value that fits a JSON Schema, of what is suggested where that fits. Throws when there is none, or when it is no JSON Schema at all. */
export type Fit = (schema: unknown, random: Random, suggest?: Suggest) => unknown;

/** A caller's schema, and where in the request it stands (`tools[0].function.parameters`). */
export interface CallerSchema {
  schema: unknown;
  param: string;
}

/** Thrown by `fitCaller`; `refusingSchemas` turns it into the refusal of the request. */
class ImpossibleSchema extends Error {
  readonly param: string;

  constructor(param: string, cause: unknown) {
    // A caller may send anything as a schema: what is not even one breaks the engine instead of being refused by it.
    super(cause instanceof GatetwinError ? cause.message : "It is not a valid JSON Schema.", { cause });
    this.param = param;
  }
}

export function fitCaller(
  fit: Fit,
  { schema, param }: CallerSchema,
  { random, suggest }: { random: Random; suggest: Suggest },
): unknown {
  try {
    return fit(schema, random, suggest);
  } catch (cause) {
    throw new ImpossibleSchema(param, cause);
  }
}

/** Runs what makes a reply; a schema of the caller that cannot be met becomes a 400 that names its place. */
export function refusingSchemas<Made>(make: () => Made): Made | Extract<Outcome, { kind: "refusal" }> {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ImpossibleSchema)) throw error;
    const message = `Invalid schema for '${error.param}': ${error.message}`;
    return { kind: "refusal", problem: problem(400, "invalid_schema", message, { param: error.param }) };
  }
}

/** Whether a schema says nothing. What is no schema says as little as none: the pages leave open what may stand there. */
export const isSilent = (schema: unknown): boolean => schema !== false && Object.keys(fieldsOf(schema)).length === 0;
