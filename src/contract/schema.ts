/**
 * Compiles the schemas of a contract; the only importer of the JSON Schema validator. Our own document is compiled when
 * it is built and never loads this file; any other document passes through here at start-up.
 */

import { Ajv2020, type AnySchema, type ErrorObject } from "ajv/dist/2020.js";
import { SchemaEnv } from "ajv/dist/compile/index.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import { GatetwinError } from "../lib/errors.ts";
import { valueAt } from "../lib/json-pointer.ts";
import { toRegExp } from "../lib/to-regexp.ts";
import { keyedSchemas } from "./check-keys.ts";
import { mapSubschemas } from "./normalize.ts";
import type { Outline } from "./outline.ts";
import type { Schema } from "./schema-object.ts";

export type Validate = (value: unknown) => boolean;
/** Validators by the key of `keyedSchemas`. */
export type Validators = ReadonlyMap<string, Validate>;

const ROOT = "gatetwin:contract";

/** Compiles every schema that judges something. Throws GatetwinError `schema-uncompilable` with the JSON pointer. */
export function compileSchemas(outline: Outline): Validators {
  const { ajv, refs } = register(outline, false);
  compileComponents(ajv, outline);
  return new Map(refs.map(({ key, ref, pointer }) => [key, compileOne(ajv, ref, pointer) as Validate]));
}

/** The same validators as the source text of a CommonJS module that exports one function per key, for the build. */
export function validatorsSource(outline: Outline): string {
  const { ajv, refs } = register(outline, true);
  for (const { ref, pointer } of refs) compileOne(ajv, ref, pointer);
  const names = Object.fromEntries(refs.map(({ ref }, index) => [`v${index}`, ref]));
  const keys = refs.map(({ key }, index) => `  [${JSON.stringify(key)}, exports.v${index}],`).join("\n");
  return `${standaloneCode.default(ajv, names)}\nexports.validators = new Map([\n${keys}\n]);\n`;
}

/** One schema of a caller, such as a tool's parameters. Throws GatetwinError `schema-uncompilable`. */
export function compileSchema(schema: Schema): Validate {
  const ajv = createAjv(false);
  inspect(schema, "");
  try {
    return ajv.compile(schema as AnySchema) as Validate;
  } catch (cause) {
    throw uncompilable("", cause);
  }
}

function register(outline: Outline, isSource: boolean) {
  const ajv = createAjv(isSource);
  const keyed = keyedSchemas(outline);
  for (const [name, schema] of Object.entries(outline.schemas)) inspect(schema, `#/components/schemas/${name}`);
  for (const { schema, pointer } of keyed) inspect(schema, pointer);
  ajv.addSchema({
    $id: ROOT,
    components: { schemas: mapValues(outline.schemas, bare) },
    checks: keyed.map(({ schema }) => bare(schema)),
  });
  const refs = keyed.map(({ key, pointer }, index) => ({
    key,
    pointer,
    ref: `${ROOT}#${key.startsWith("#") ? key.slice(1) : `/checks/${index}`}`,
  }));
  return { ajv, refs };
}

/**
 * The components, one by one. Ajv compiles what a schema refers to within the schema itself, and so a chain of some hundred
 * references, as large documents have it, would overflow the stack. What is marked as being compiled is left for its turn.
 */
function compileComponents(ajv: Ajv2020, { schemas }: Outline): void {
  const root = ajv.schemas[ROOT] as SchemaEnv;
  // Ajv types a schema no further than an object; this one is the document that was added above.
  const components = (root.schema as unknown as { components: { schemas: Record<string, AnySchema> } }).components;
  const waiting = Object.keys(schemas).map((name) => {
    const pointer = `#/components/schemas/${name}`;
    const env = new SchemaEnv({ schema: components.schemas[name] as AnySchema, root, baseId: ROOT });
    ajv.refs[`${ROOT}${pointer}`] = env;
    ajv._compilations.add(env);
    return { env, pointer };
  });
  for (const { env, pointer } of waiting) {
    ajv._compilations.delete(env);
    compileOne(ajv, `${ROOT}${pointer}`, pointer);
  }
}

const createAjv = (isSource: boolean): Ajv2020 => {
  const ajv = new Ajv2020({
    strict: false,
    logger: false,
    validateSchema: false,
    validateFormats: true,
    // Our document shares large unions; one function each keeps the generated file small.
    inlineRefs: false,
    // The patterns of our own document need no help, and their code is written to a file.
    // Optimizing takes as long as all the rest, for code that the engine optimizes anyway.
    code: {
      optimize: isSource,
      source: isSource,
      ...(!isSource && { regExp: Object.assign(toRegExp, { code: "toRegExp" }) }),
    },
    unicodeRegExp: true,
  });
  // The package is CommonJS; under node its default export is the function itself or a namespace around it.
  (addFormats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);
  return ajv;
};

/** Compiling the meta-schema takes ten times as long as a caller's schema, so one instance does all inspections. */
let inspector: Ajv2020 | undefined;

/** Refuses what the meta-schema refuses, with the exact place: Ajv's own message names only the schema. */
function inspect(schema: Schema, pointer: string): void {
  inspector ??= createAjv(false);
  const ajv = inspector;
  if (ajv.validateSchema(schema as AnySchema) !== true) {
    const error = (ajv.errors as ErrorObject[] | null | undefined)?.at(-1);
    const first = (ajv.errors as ErrorObject[] | null | undefined)?.find(({ keyword }) => keyword !== "anyOf") ?? error;
    const value = valueAt(schema, first?.instancePath ?? "");
    throw new GatetwinError(
      "schema-uncompilable",
      `Failed to compile the schema at ${pointer}${first?.instancePath ?? ""}: ${JSON.stringify(value)} ${first?.message ?? "is no schema"}`,
      { details: { pointer: `${pointer}${first?.instancePath ?? ""}` } },
    );
  }
  const patterns = (given: Schema, at: string): Schema => {
    if (typeof given === "boolean") return given;
    for (const pattern of [given.pattern ?? [], Object.keys(given.patternProperties ?? {})].flat()) {
      try {
        toRegExp(pattern);
      } catch (cause) {
        throw uncompilable(`${at}/pattern`, cause);
      }
    }
    return mapSubschemas(given, (inner, path) => patterns(inner, `${at}/${path.join("/")}`));
  };
  patterns(schema, pointer);
}

function compileOne(ajv: Ajv2020, ref: string, pointer: string): unknown {
  try {
    const validate = ajv.getSchema(ref);
    if (validate === undefined) throw new Error("no schema is there");
    return validate;
  } catch (cause) {
    throw uncompilable(pointer, cause);
  }
}

const uncompilable = (pointer: string, cause: unknown): GatetwinError =>
  new GatetwinError(
    "schema-uncompilable",
    `Failed to compile the schema at ${pointer}: ${cause instanceof Error ? cause.message : String(cause)}`,
    { cause, details: { pointer } },
  );

/** Validation needs no prose: without annotations the generated code is half as long. */
function bare(schema: Schema): Schema {
  if (typeof schema === "boolean") return schema;
  const {
    title,
    description,
    default: _,
    examples,
    deprecated,
    readOnly,
    writeOnly,
    externalDocs,
    xml,
    discriminator,
    ...rest
  } = schema;
  const shape = Object.fromEntries(
    Object.entries(rest).filter(
      ([keyword]) => !keyword.startsWith("x-") && !/^content(Encoding|MediaType)$/.test(keyword),
    ),
  );
  return mapSubschemas(shape, bare);
}

const mapValues = <In, Out>(record: Readonly<Record<string, In>>, change: (value: In) => Out): Record<string, Out> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
