/** Names every schema of a contract that judges something on the wire, so that validators can be kept beside it. */
import type { OperationOutline, Outline, ParameterOutline } from "./outline.ts";
import type { Schema } from "./schema-object.ts";

export interface KeyedSchema {
  key: string;
  schema: Schema;
  /** Where the document says it, for errors. */
  pointer: string;
}

export const parameterKey = (operation: OperationOutline, parameter: ParameterOutline): string =>
  `${operation.id} ${parameter.in} ${parameter.name}`;

export const bodyKey = (operation: OperationOutline, mediaType: string): string => `${operation.id} body ${mediaType}`;

export const replyKey = (operation: OperationOutline, status: string, mediaType: string): string =>
  `${operation.id} ${status} ${mediaType}`;

export const headerKey = (operation: OperationOutline, status: string, name: string): string =>
  `${operation.id} ${status} header ${name}`;

/** The key of a schema: the component's own name where it is nothing but a reference, so that it is compiled once. */
export const keyOf = (schema: Schema, key: string): string =>
  typeof schema === "object" && schema.$ref !== undefined && Object.keys(schema).length === 1 ? schema.$ref : key;

/** Every schema to compile, each key once, in the order of the document. */
export function keyedSchemas({ operations }: Outline): KeyedSchema[] {
  const all = operations.flatMap((operation) => {
    const place = `#/paths/${operation.path.replaceAll("~", "~0").replaceAll("/", "~1")}/${operation.method.toLowerCase()}`;
    const entry = (key: string, schema: Schema, pointer: string) => ({
      key: keyOf(schema, key),
      schema,
      pointer: place + pointer,
    });
    return [
      ...operation.parameters.map((parameter) =>
        entry(parameterKey(operation, parameter), parameter.schema, `/parameters (${parameter.in} ${parameter.name})`),
      ),
      ...(operation.body?.content ?? []).map(({ mediaType, schema }) =>
        entry(bodyKey(operation, mediaType), schema, `/requestBody/content/${mediaType.replace("/", "~1")}/schema`),
      ),
      ...operation.replies.flatMap(({ status, content, headers }) => [
        ...content.map(({ mediaType, schema }) =>
          entry(
            replyKey(operation, status, mediaType),
            schema,
            `/responses/${status}/content/${mediaType.replace("/", "~1")}/schema`,
          ),
        ),
        ...headers.map(({ name, schema }) =>
          entry(headerKey(operation, status, name), schema, `/responses/${status}/headers/${name}`),
        ),
      ]),
    ];
  });
  return [...new Map(all.map((entry) => [entry.key, entry])).values()];
}
