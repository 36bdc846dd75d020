/** Compiles one schema at once; the validator is loaded when the first is, so that nobody else waits for it. */
import { createRequire } from "node:module";
import type { Validate } from "./schema.ts";
import type { Schema } from "./schema-object.ts";

const require = createRequire(import.meta.url);

/** Whether a text matches a pattern. Throws when the pattern is none. */
export type PatternEngine = (pattern: string) => { test(text: string): boolean };

type Ajv2020 = InstanceType<typeof import("ajv/dist/2020.js").Ajv2020>;

/** What is wrong with a schema; the pointer leads to the keyword. */
export class SchemaError extends Error {
  readonly pointer: string;

  constructor(pointer: string, message: string) {
    super(message);
    this.pointer = pointer;
  }
}

/**
 * The validator of a schema that stands alone. Throws SchemaError, or what the validator throws: the message says what is
 * wrong.
 *
 * @param patterns The engine of `pattern` and `patternProperties`, where the built-in one would take a stranger's time.
 */
export function compileNow(schema: Schema, patterns: PatternEngine): Validate {
  const { Ajv2020 } = require("ajv/dist/2020.js") as typeof import("ajv/dist/2020.js");
  const addFormats = require("ajv-formats") as { default: (ajv: Ajv2020) => void };
  // Compiled patterns are told apart by their text. `code` is for validators that are written to a file, as none is here.
  const compilePattern = (pattern: string) => ({ test: patterns(pattern).test, toString: () => pattern });
  const regExp = Object.assign(compilePattern, { code: "unused" });
  const ajv = new Ajv2020({ strict: false, logger: false, validateFormats: true, code: { regExp } });
  addFormats.default(ajv);
  if (ajv.validateSchema(schema) !== true) {
    const [first] = ajv.errors ?? [];
    const keyword = first?.instancePath.split("/").at(-1);
    if (first) throw new SchemaError(first.instancePath, `${keyword || "it"} ${first.message}`);
  }
  return ajv.compile(schema) as Validate;
}
