/** From the bytes of a request to the value its schema judges: JSON, forms, multipart. */
import { isUtf8 } from "node:buffer";
import { isDeeper, MOST_LEVELS } from "../lib/depth.ts";
import { covers, isJson, parseMediaType } from "../lib/media-type.ts";
import { readBrackets, stepsOf } from "./bracket-fields.ts";
import { coerce, itemOf, propertyNames, propertyOf, typesOf } from "./coerce.ts";
import type { Content, Operation } from "./operation.ts";
import { type Problem, problem } from "./problem.ts";
import { type Field, readMultipart, type UploadedFile } from "./read-multipart.ts";
import { resolve, type Schemas } from "./resolve.ts";
import type { Schema, SchemaObject } from "./schema-object.ts";

export type ReadBody =
  /** `checked` is what the schema sees: the value with every file replaced by its name. */
  | { kind: "body"; content: Content; value: unknown; checked: unknown }
  | { kind: "none" }
  | { kind: "refused"; problem: Problem };

/** Only forms take time of their own; everything else is read at once. */
export function readBody(
  operation: Operation,
  contentType: string | undefined,
  bytes: Buffer,
  schemas: Schemas,
): ReadBody | Promise<ReadBody> {
  if (operation.body === undefined) return { kind: "none" };
  if (bytes.length === 0) {
    if (!operation.body.required) return { kind: "none" };
    return refused(400, "missing_body", "The body is missing, and it is required.");
  }
  const declared = parseMediaType(contentType);
  const content = declared && operation.body.content.find(({ mediaType }) => covers(mediaType, declared.essence));
  if (declared === undefined || content === undefined) {
    const known = operation.body.content.map(({ mediaType }) => mediaType).join(" or ");
    const sent = declared?.essence ?? "a body without a media type";
    return refused(
      415,
      "unsupported_media_type",
      `This operation reads ${known}, not ${sent}. Set the Content-Type header.`,
    );
  }
  if (declared.essence === "multipart/form-data") {
    return readMultipart(bytes, contentType as string).then((parts) =>
      parts.kind === "refused" ? parts : { kind: "body", content, ...assemble(parts.fields, content.schema, schemas) },
    );
  }
  if (declared.essence === "application/x-www-form-urlencoded") {
    const fields = [...new URLSearchParams(bytes.toString("utf8"))].map(([name, value]) => ({ name, value }));
    return { kind: "body", content, ...readForm(fields, content, schemas) };
  }
  return isJson(declared.essence)
    ? readJson(bytes, content)
    : {
        kind: "body",
        content: content.isTextual ? content : unjudged(content),
        value: bytes,
        checked: bytes.toString("utf8"),
      };
}

/** What nobody here can read, such as XML, is taken as it is. */
const unjudged = (content: Content): Content => ({ ...content, check: () => [] });

function readJson(bytes: Buffer, content: Content): ReadBody {
  const text = bytes.toString("utf8");
  // Bytes that are no UTF-8 are read as this character, which a body may also hold.
  if (text.includes("\ufffd") && !isUtf8(bytes))
    return refused(400, "invalid_json", "The body is not UTF-8, and JSON is (RFC 8259, 8.1).");
  try {
    const value: unknown = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    // Each level takes two characters.
    if (text.length > 2 * MOST_LEVELS && isDeeper(value))
      return refused(400, "too_deep", `The body is nested deeper than ${MOST_LEVELS} levels.`);
    return { kind: "body", content, value, checked: value };
  } catch (error) {
    return refused(
      400,
      "invalid_json",
      `The body is no JSON: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

/** Fields whose names have brackets tell objects and lists, where the schema has one of them under the name before. */
function readForm(
  pairs: readonly { name: string; value: string }[],
  { schema, lists = {} }: Content,
  schemas: Schemas,
) {
  const plain: Field[] = [];
  const nested = new Map<string, { steps: string[]; text: string }[]>();
  const known = new Set(propertyNames(schema, schemas));
  for (const { name, value } of pairs) {
    const [root, ...steps] = stepsOf(name) ?? [];
    const separator = Object.hasOwn(lists, name) ? lists[name] : undefined;
    if (separator !== undefined) plain.push(...value.split(separator).map((one) => ({ name, value: one })));
    else if (root === undefined || known.has(name) || !known.has(root)) plain.push({ name, value });
    else nested.set(root, [...(nested.get(root) ?? []), { steps, text: value }]);
  }
  const { value, checked } = assemble(plain, schema, schemas);
  for (const [name, fields] of nested) {
    const read = readBrackets(fields, propertyOf(schema, name, schemas), schemas);
    // Told both ways, they contradict each other: the check sees both.
    for (const whole of [value, checked])
      define(whole, name, Object.hasOwn(whole, name) ? [whole[name], read].flat() : read);
  }
  return { value, checked };
}

/** Text parts take the type their schema asks for; repeated names, or `name[]`, become an array. */
function assemble(
  fields: readonly Field[],
  schema: Schema,
  schemas: Schemas,
): { value: Record<string, unknown>; checked: Record<string, unknown> } {
  const groups = new Map<string, Field["value"][]>();
  for (const { name, value } of fields) {
    const plain = name.endsWith("[]") ? name.slice(0, -2) : name;
    groups.set(plain, [...(groups.get(plain) ?? []), value]);
  }
  const value: Record<string, unknown> = {};
  const checked: Record<string, unknown> = {};
  for (const [name, values] of groups) {
    const property = propertyOf(schema, name, schemas);
    const isFile = isBinary(property, schemas);
    const isFileOnly = isFile && !takesText(property, schemas);
    const types = typesOf(property, schemas);
    const isList = types.includes("array") && (values.length > 1 || !types.includes("string"));
    const item = isList ? itemOf(property, schemas) : property;
    const read = values.map((one) => (typeof one === "string" ? coerce(one, item, schemas) : one));
    // The schema of a file knows only that it is binary: a text there, or a file elsewhere, is of the wrong kind.
    const seen = read.map((one) => (isUpload(one) ? (isFile ? one.filename : {}) : isFileOnly ? { text: one } : one));
    define(value, name, isList ? read : read.length > 1 ? read : read[0]);
    define(checked, name, isList ? seen : seen.length > 1 ? seen : seen[0]);
  }
  return { value, checked };
}

/** `__proto__` is a field name like any other. */
const define = (target: object, name: string, value: unknown) =>
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });

const isUpload = (value: unknown): value is UploadedFile =>
  typeof value === "object" && value !== null && "bytes" in value;

const isFileSchema = ({ format, contentMediaType }: SchemaObject): boolean =>
  format === "binary" || contentMediaType === "application/octet-stream";

/** Whether a file may be sent in this place. */
const isBinary = (schema: Schema, schemas: Schemas): boolean => hasPart(schema, schemas, isFileSchema);

/** Whether a text may, too: a branch of its own beside that of the file says so. */
const takesText = (schema: Schema, schemas: Schemas): boolean =>
  hasPart(schema, schemas, (part) => part.type === "string" && !isFileSchema(part));

function hasPart(given: Schema, schemas: Schemas, isWanted: (part: SchemaObject) => boolean, level = 0): boolean {
  const schema = resolve(given, schemas);
  if (typeof schema === "boolean" || level > 4) return false;
  if (isWanted(schema)) return true;
  const inner = [
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.allOf ?? []),
    schema.items ?? [],
  ].flat() as Schema[];
  return inner.some((part) => hasPart(part, schemas, isWanted, level + 1));
}

const refused = (status: number, code: string, message: string): ReadBody => ({
  kind: "refused",
  problem: problem(status, code, message),
});
