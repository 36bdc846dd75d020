/** Writes an error as a schema wants it: what is known of the error goes where a name says so, the rest is filled. */
import { isFields } from "../lib/fields.ts";
import type { Problem } from "./problem.ts";
import { resolve, type Schemas } from "./resolve.ts";
import type { Schema, SchemaObject } from "./schema-object.ts";

/** The names under which services tell these facts, in lower case without `_` and `-`. */
const NAMES: Readonly<Record<"message" | "param" | "code" | "type" | "status", readonly string[]>> = {
  message: [
    "message",
    "msg",
    "detail",
    "description",
    "errordescription",
    "reason",
    "title",
    "text",
    "error",
    "errors",
  ],
  param: ["param", "field", "path", "pointer", "loc", "location", "source", "name", "property", "target"],
  code: ["code", "errorcode", "id"],
  type: ["type", "kind", "category"],
  status: ["status", "statuscode", "code"],
};

const TEXT_OF_FORMAT: Readonly<Record<string, string>> = {
  uri: "about:blank",
  "uri-reference": "about:blank",
  "date-time": "2025-01-01T00:00:00Z",
  date: "2025-01-01",
  uuid: "00000000-0000-4000-8000-000000000000",
  email: "nobody@example.com",
};

const MOST_LEVELS = 8;

/** A value that is likely to fit the schema; who asks checks it. */
export function errorBody(given: Schema, problem: Problem, schemas: Schemas, name = "", level = 0): unknown {
  const schema = resolve(given, schemas);
  if (typeof schema === "boolean" || level > MOST_LEVELS) return textOf(name, {}, problem);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum.find((one) => isFact(one, problem)) ?? schema.enum[0];
  const inner = (part: Schema, key = name) => errorBody(part, problem, schemas, key, level + 1);
  const parts = (schema.allOf ?? []).map((part) => inner(part));
  const [branch] = (schema.anyOf ?? schema.oneOf ?? []).filter((one) => typeof one !== "object" || one.type !== "null");
  if (branch !== undefined) parts.push(inner(branch));
  const type = typeOf(schema);
  if (type === "object") return Object.assign({}, ...parts.filter(isFields), members(schema, problem, inner));
  if (type === undefined && parts.length > 0) return parts.every(isFields) ? Object.assign({}, ...parts) : parts[0];
  if (type === "array") return [inner(schema.items ?? schema.prefixItems?.[0] ?? true)];
  if (type === "integer" || type === "number")
    return NAMES.status.includes(plain(name)) ? problem.status : (schema.minimum ?? 0);
  if (type === "boolean") return false;
  if (type === "null") return null;
  return textOf(name, schema, problem);
}

function members(schema: SchemaObject, problem: Problem, make: (part: Schema, key: string) => unknown): object {
  const known = Object.values(NAMES).flat();
  const wanted = Object.entries(schema.properties ?? {}).filter(
    ([name]) => schema.required?.includes(name) || known.includes(plain(name)),
  );
  const told = wanted.map(([name, part]) => [name, make(part, name)]);
  // What may hold anything tells the error as problem details do (RFC 9457).
  const isOpen = wanted.length === 0 && schema.additionalProperties !== false;
  return Object.fromEntries(
    isOpen
      ? [
          ["detail", problem.message],
          ["param", problem.param],
        ]
      : told,
  );
}

function typeOf({ type, properties, items }: SchemaObject): string | undefined {
  const types = [type ?? []].flat().filter((one) => one !== "null");
  return types[0] ?? (properties !== undefined ? "object" : items !== undefined ? "array" : undefined);
}

function textOf(name: string, { format, maxLength }: SchemaObject, problem: Problem): string {
  const isOf = (fact: keyof typeof NAMES) => NAMES[fact].includes(plain(name));
  const fixed = TEXT_OF_FORMAT[format ?? ""];
  if (fixed !== undefined) return fixed;
  const text = isOf("param")
    ? (problem.param ?? "")
    : isOf("code")
      ? problem.code
      : isOf("type")
        ? problem.type
        : problem.message;
  return text.slice(0, maxLength);
}

const isFact = (value: unknown, { code, type, status }: Problem): boolean =>
  value === code || value === type || value === status;
const plain = (name: string): string => name.toLowerCase().replaceAll(/[_-]/g, "");
