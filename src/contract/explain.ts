/**
 * Says why a value does not fit a schema, in sentences. Runs only after the compiled validator has refused a value, so
 * that it may take its time: in a union it finds the branch that was meant and explains that one alone.
 */
import { toParam, toPointer } from "../lib/json-pointer.ts";
import { toRegExp } from "../lib/to-regexp.ts";
import { propertyNames } from "./coerce.ts";
import type { Explain, Finding } from "./finding.ts";
import { resolve, type Schemas } from "./resolve.ts";
import { RULES, unknownField } from "./rules.ts";
import type { Schema, SchemaObject } from "./schema-object.ts";
import { unevaluated } from "./unevaluated.ts";
import { explainUnion } from "./union.ts";
import type { Violation, ViolationPlace } from "./violation.ts";

/** After so many findings of one value nobody reads on. */
const MOST_FINDINGS = 20;

/** All that is wrong with a value, at most twenty findings, outermost first. */
export function createExplain(schemas: Schemas): Explain {
  const accepts = (schema: Schema, value: unknown) => explain(schema, value, []).length === 0;
  const explain: Explain = (given, value, path) => {
    const schema = resolve(given, schemas);
    if (schema === true) return [];
    if (schema === false) return [{ path, keyword: "false", code: "unknown-field", text: "is not allowed here" }];
    const findings = ownFindings(schema, value, path);
    // A value of the wrong type breaks other keywords too, but saying so helps nobody.
    if (findings.some(({ keyword }) => keyword === "type")) return findings;
    for (const branch of schema.allOf ?? []) findings.push(...explain(branch, value, path));
    for (const keyword of ["anyOf", "oneOf"] as const) {
      if (schema[keyword]) findings.push(...explainUnion({ keyword, schema, value, path, schemas, explain }));
    }
    if (schema.not !== undefined && accepts(schema.not, value)) {
      findings.push({ path, keyword: "not", code: "invalid-value", text: "has a form that is not allowed here" });
    }
    if (schema.if !== undefined) {
      const branch = accepts(schema.if, value) ? schema.then : schema.else;
      if (branch !== undefined) findings.push(...explain(branch, value, path));
    }
    if (Array.isArray(value))
      findings.push(...inArray(schema, value, path, explain), ...inContains(schema, value, path));
    else if (typeof value === "object" && value !== null) findings.push(...inObject(schema, value, path, explain));
    if (typeof value === "object" && value !== null) findings.push(...inRest(schema, value, path));
    return dedupe(findings).slice(0, MOST_FINDINGS);
  };
  /** What is left when all other keywords have had their look. */
  const inRest = (schema: SchemaObject, value: object, path: readonly (string | number)[]): Finding[] => {
    const isList = Array.isArray(value);
    const rest = isList ? schema.unevaluatedItems : schema.unevaluatedProperties;
    if (rest === undefined || rest === true) return [];
    const keyword = isList ? "unevaluatedItems" : "unevaluatedProperties";
    return unevaluated(schema, value, accepts, schemas).flatMap((key): Finding[] => {
      const at = [...path, isList ? Number(key) : key];
      if (rest !== false || isList) return explain(rest, (value as Record<string, unknown>)[key], at);
      return [{ path: at, keyword, code: "unknown-field", text: unknownField(key, propertyNames(schema, schemas)) }];
    });
  };

  const inContains = (
    schema: SchemaObject,
    value: readonly unknown[],
    path: readonly (string | number)[],
  ): Finding[] => {
    const { contains, minContains: least = 1, maxContains: most = Number.POSITIVE_INFINITY } = schema;
    if (contains === undefined) return [];
    const count = value.filter((item) => accepts(contains, item)).length;
    if (count >= least && count <= most) return [];
    const [keyword, limit] =
      count < least ? (["minContains", `at least ${least}`] as const) : (["maxContains", `at most ${most}`] as const);
    const text = `must have ${limit} of the items that its schema names under contains, but has ${count}`;
    return [{ path, keyword, code: "invalid-length", text }];
  };
  return explain;
}

const ownFindings = (schema: SchemaObject, value: unknown, path: readonly (string | number)[]): Finding[] =>
  RULES.flatMap(({ keyword, code, check }) => {
    const limit = schema[keyword];
    if (limit === undefined) return [];
    // Each rule names its keyword, and the meta-schema has seen to the type of the keyword's value.
    const found = check(value, limit as never, schema);
    if (found === undefined) return [];
    return [found]
      .flat()
      .map((entry) =>
        typeof entry === "string"
          ? { path, keyword, code, text: entry }
          : { path: [...path, entry.at], keyword, code, text: entry.text },
      );
  });

function inArray(
  schema: SchemaObject,
  value: readonly unknown[],
  path: readonly (string | number)[],
  explain: Explain,
): Finding[] {
  const findings: Finding[] = [];
  for (let index = 0; index < value.length && findings.length < MOST_FINDINGS; index++) {
    const item = schema.prefixItems?.[index] ?? schema.items;
    if (item !== undefined) findings.push(...explain(item, value[index], [...path, index]));
  }
  return findings;
}

function inObject(
  schema: SchemaObject,
  value: object,
  path: readonly (string | number)[],
  explain: Explain,
): Finding[] {
  const findings: Finding[] = [];
  for (const [name, item] of Object.entries(value)) {
    if (findings.length >= MOST_FINDINGS) break;
    const named = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    const patterns = Object.entries(schema.patternProperties ?? {}).filter(([pattern]) => toRegExp(pattern).test(name));
    if (named !== undefined) findings.push(...explain(named, item, [...path, name]));
    for (const [, pattern] of patterns) findings.push(...explain(pattern, item, [...path, name]));
    const rest = schema.additionalProperties;
    if (named === undefined && patterns.length === 0 && rest !== undefined && rest !== false) {
      findings.push(...explain(rest, item, [...path, name]));
    }
    if (schema.propertyNames !== undefined) {
      findings.push(
        ...explain(schema.propertyNames, name, [...path, name]).map((finding) => ({
          ...finding,
          keyword: "propertyNames",
        })),
      );
    }
  }
  for (const [name, branch] of Object.entries(schema.dependentSchemas ?? {})) {
    if (Object.hasOwn(value, name)) findings.push(...explain(branch, value, path));
  }
  return findings;
}

/** Several branches of an `allOf` may object to the same thing. */
function dedupe(findings: readonly Finding[]): Finding[] {
  const seen = new Map(findings.map((finding) => [`${toPointer(finding.path)} ${finding.keyword}`, finding]));
  return [...seen.values()];
}

/** A finding as a violation: `messages[0].role must be …`. */
export function toViolation({ path, keyword, code, text }: Finding, place: ViolationPlace): Violation {
  const pointer = toPointer(path);
  const subject = pointer === "" ? WHOLE[place] : toParam(pointer);
  return { code, in: place, pointer, keyword, message: `${subject} ${text}${text.endsWith("?") ? "" : "."}` };
}

const WHOLE: Readonly<Record<ViolationPlace, string>> = {
  path: "The path",
  query: "The query",
  header: "The header",
  cookie: "The cookie",
  body: "The body",
  reply: "The reply",
  event: "The event",
};
