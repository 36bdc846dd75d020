/** Values for the schemas that callers send along, and the refusal of a schema that no value fits. */
import { GatetwinError } from "../../lib/errors.ts";
import type { Random } from "../../lib/random.ts";
import type { Outcome } from "../behaviour.ts";
import { problem } from "../problem.ts";

/** Makes a value that fits a JSON Schema. Throws `schema-unsatisfiable` or `schema-uncompilable` when there is none. */
export type Fit = (schema: unknown, random: Random) => unknown;

/** A caller's schema, and where in the request it stands (`tools[0].function.parameters`). */
export interface CallerSchema {
  schema: unknown;
  param: string;
}

/** Thrown by `fitCaller`; `refusingSchemas` turns it into the refusal of the request. */
class ImpossibleSchema extends Error {
  readonly param: string;

  constructor(param: string, cause: GatetwinError) {
    super(cause.message, { cause });
    this.param = param;
  }
}

export function fitCaller(fit: Fit, { schema, param }: CallerSchema, random: Random): unknown {
  try {
    return fit(schema, random);
  } catch (cause) {
    if (cause instanceof GatetwinError && cause.code.startsWith("schema-")) throw new ImpossibleSchema(param, cause);
    throw cause;
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
