/** Judges values by the schema of a caller, which may be slow or impossible on purpose: bounded in size and time. */
import vm from "node:vm";
import { modernize } from "../contract/normalize.ts";
import type { Validate } from "../contract/schema.ts";
import type { Schema } from "../contract/schema-object.ts";

/** Undefined when the schema cannot be compiled, is too large, or takes too long over this value. */
export type Judge = (value: unknown) => boolean | undefined;

const MOST_KEPT = 200;
const MOST_CHARACTERS = 100_000;
/** Ten thousand times what a harmless value takes. */
const MOST_MS = 250;
/** Without these the work is bounded by the length of the schema times that of the value. */
const MAY_EXPLODE = /"(pattern|patternProperties|\$ref|\$dynamicRef|\$recursiveRef|uniqueItems|format)"/;

/** The validator passes over properties of this name, and then finds that they are not allowed. */
const PASSED_OVER = '"__proto__"';

const kept = new Map<string, Judge>();
let compileSchema: ((schema: Schema) => Validate) | undefined;

/** Waits only for the validator's own code, when it is first needed. */
export function judgeOf(schema: unknown): Judge | Promise<Judge> {
  if ((typeof schema !== "object" || schema === null || Array.isArray(schema)) && typeof schema !== "boolean") {
    return cannotTell;
  }
  const text = textOf(schema);
  if (text === undefined || text.length > MOST_CHARACTERS || text.includes(PASSED_OVER)) return cannotTell;
  const known = kept.get(text);
  if (known !== undefined) {
    // The last used goes to the end, the first in line is forgotten first.
    kept.delete(text);
    kept.set(text, known);
    return known;
  }
  if (compileSchema !== undefined) return keep(text, schema as Schema, compileSchema);
  return import("../contract/schema.ts").then((loaded) => {
    compileSchema = loaded.compileSchema;
    return keep(text, schema as Schema, compileSchema);
  });
}

const cannotTell: Judge = () => undefined;

/** Nesting of thousands of levels is beyond the serializer. */
function textOf(schema: unknown): string | undefined {
  try {
    return JSON.stringify(schema);
  } catch {
    return undefined;
  }
}

function keep(text: string, schema: Schema, compile: (schema: Schema) => Validate): Judge {
  const judge = judgeFor(text, schema, compile);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
  kept.set(text, judge);
  return judge;
}

function judgeFor(text: string, schema: Schema, compile: (schema: Schema) => Validate): Judge {
  let validate: Validate;
  try {
    validate = compile(withoutDialect(schema));
  } catch {
    return cannotTell;
  }
  const fits = MAY_EXPLODE.test(text) ? (value: unknown) => inTime(validate, value) : validate;
  return (value) => {
    try {
      return fits(value);
    } catch {
      return undefined;
    }
  };
}

/** Generators of schemas name an older draft; what that wrote otherwise is put into the words of ours. */
function withoutDialect(schema: Schema): Schema {
  if (typeof schema === "boolean") return schema;
  const { $schema: _, ...rest } = schema as Record<string, unknown>;
  return modernize(rest);
}

let guard: { context: vm.Context; script: vm.Script } | undefined;

/** Throws when the time is up: the guard stops a regular expression in the middle of its backtracking. */
function inTime(validate: Validate, value: unknown): boolean {
  guard ??= { context: vm.createContext({}), script: new vm.Script("validate(value)") };
  Object.assign(guard.context, { validate, value });
  return guard.script.runInContext(guard.context, { timeout: MOST_MS }) as boolean;
}
