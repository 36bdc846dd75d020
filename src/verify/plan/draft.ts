/** A body that fits, made from examples and corners; and the request around it. */
import type { Content, Contract, Operation } from "../../contract/operation.ts";
import { refName, resolve } from "../../contract/resolve.ts";
import type { Schema } from "../../contract/schema-object.ts";
import { writeXml } from "../../contract/write-xml.ts";
import { type Fields, isFields } from "../../lib/fields.ts";
import { fromPointer } from "../../lib/json-pointer.ts";
import { covers, isJson, isXml } from "../../lib/media-type.ts";
import type { Random } from "../../lib/random.ts";
import { synthesize } from "../../synthesis/synthesize.ts";
import type { CaseBody } from "../case.ts";
import { typedFields } from "../checks/read-recording.ts";
import { fieldText, isUpload, partsOf } from "../run/wire.ts";
import { shapeOf } from "./fields.ts";
import { sampleFile } from "./samples.ts";

/** The face of an operation that its requests are written in. */
export const contentOf = ({ body }: Operation): Content | undefined =>
  body?.content.find(({ mediaType }) => /json$|multipart\/form-data|x-www-form-urlencoded/.test(mediaType)) ??
  body?.content[0];

const URL_ENCODED = "application/x-www-form-urlencoded";

export const isForm = ({ mediaType }: Content): boolean =>
  mediaType === "multipart/form-data" || mediaType === URL_ENCODED;

/** Text and XML: what is no JSON is written in its own way, and judged as far as a text can be. */
const isPlain = ({ mediaType }: Content): boolean => !isJson(mediaType) && mediaType !== "*/*";

/** What is wrong with a body once it has been written and read again; empty when it fits. */
export function violationsOf(
  content: Content,
  value: unknown,
  { schemas }: Contract,
): readonly { pointer: string; keyword: string }[] {
  if (!isForm(content))
    return isPlain(content) && !content.isTextual ? [] : content.check(JSON.parse(JSON.stringify(value)));
  const parts = partsOf(value as Fields);
  const texts = parts.map(([name, one]) => [name, isUpload(one) ? one.filename : fieldText(one)] as const);
  return content.check(typedFields(texts, { schema: content.schema, schemas }));
}

/** A form cannot tell null from absent. Fields of bytes get a real file. */
export function asForm(value: Fields, content: Content, contract: Contract): Fields {
  const files = new Set(
    shapeOf(content.schema, contract.schemas)
      .fields.filter(({ schema }) => isBinary(schema, contract))
      .map(({ name }) => name),
  );
  const fields: Fields = {};
  for (const [name, one] of Object.entries(value)) {
    const sendable = (item: unknown) => (files.has(name) && !isUpload(item) ? sampleFile(name) : item);
    const some = [one]
      .flat()
      .filter((item) => item !== null)
      .map(sendable);
    if (some.length > 0) fields[name] = Array.isArray(one) ? some : some[0];
  }
  return fields;
}

export function isBinary(given: Schema, contract: Contract, level = 0): boolean {
  const schema = resolve(given, contract.schemas);
  if (typeof schema === "boolean" || level > 4) return false;
  if (schema.format === "binary" || schema.contentMediaType === "application/octet-stream") return true;
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? []), schema.items ?? []].flat();
  return (inner as Schema[]).some((part) => isBinary(part, contract, level + 1));
}

/** The examples of the request as bodies that fit, or one body made of the schema where there is none. */
export function examplesOf(
  operation: Operation,
  contract: Contract,
  random: Random,
): { name: string; value: unknown }[] {
  const content = contentOf(operation);
  if (content === undefined) return [];
  const fitting = content.examples
    .map(({ name, value }) => ({
      name,
      value: isForm(content) && isFields(value) ? asForm(value, content, contract) : value,
    }))
    .filter(({ value }) => violationsOf(content, value, contract).length === 0);
  if (fitting.length > 0) return fitting;
  for (const fullness of [0.3, 0, 1]) {
    try {
      const made = synthesize(content.schema, {
        random: random.fork(`example ${fullness}`),
        resolve: (ref) => contract.schemas[refName(ref) ?? ""] ?? true,
        fullness,
      });
      const value = isForm(content) && isFields(made) ? asForm(made, content, contract) : made;
      if (violationsOf(content, value, contract).length === 0) return [{ name: "generated", value }];
    } catch {
      // Another measure may succeed where this one contradicts itself.
    }
  }
  return [];
}

/** The same body without the fields that keep it from fitting; undefined when it never fits. */
export function repaired(given: Fields, base: Fields, content: Content, contract: Contract): Fields | undefined {
  let body = given;
  for (let round = 0; round < 6; round++) {
    const violations = violationsOf(content, body, contract);
    if (violations.length === 0) return body;
    const bad = new Set(violations.map(({ pointer }) => fromPointer(pointer)[0]));
    if (bad.has(undefined)) return undefined;
    body = Object.fromEntries(
      Object.entries(body).flatMap(([name, value]) =>
        !bad.has(name) ? [[name, value]] : name in base && base[name] !== value ? [[name, base[name]]] : [],
      ),
    );
  }
  return undefined;
}

export function bodyOf(content: Content, value: unknown, { schemas }: Contract): CaseBody {
  const { mediaType } = content;
  if (isForm(content)) return { kind: "form", ...(mediaType === URL_ENCODED && { mediaType }), value: value as Fields };
  if (isXml(mediaType) && typeof value === "object")
    return { kind: "text", mediaType, text: writeXml(value, content.schema, schemas) };
  if (isPlain(content) && typeof value === "string") {
    const type = mediaType.endsWith("/*") ? "text/plain" : mediaType;
    return { kind: "text", mediaType: covers(mediaType, type) ? type : mediaType.replace("*", "png"), text: value };
  }
  return { kind: "json", mediaType: mediaType === "*/*" ? "application/json" : mediaType, value };
}
