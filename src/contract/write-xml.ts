/** Writes a value as XML the way its schema says (OpenAPI 3.1, XML Object): names, attributes, wrapped lists, namespaces. */
import { itemOf, propertyOf } from "./coerce.ts";
import { refName, resolve, type Schemas } from "./resolve.ts";
import type { Schema } from "./schema-object.ts";

interface XmlObject {
  name?: string;
  namespace?: string;
  prefix?: string;
  attribute?: boolean;
  wrapped?: boolean;
}

/** A whole document. Its root is named by the schema, else by its component, else `root`. */
export function writeXml(value: unknown, schema: Schema, schemas: Schemas): string {
  const component = typeof schema === "object" && schema.$ref !== undefined ? refName(schema.$ref) : undefined;
  const body = element(xmlOf(schema, schemas).name ?? component ?? "root", value, schema, schemas);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
}

const xmlOf = (schema: Schema, schemas: Schemas): XmlObject => {
  const target = resolve(schema, schemas);
  return (typeof target === "object" ? (target.xml as XmlObject | undefined) : undefined) ?? {};
};

function element(name: string, value: unknown, schema: Schema, schemas: Schemas): string {
  const { prefix, namespace } = xmlOf(schema, schemas);
  const tag = prefix === undefined ? name : `${prefix}:${name}`;
  const space =
    namespace === undefined ? "" : ` xmlns${prefix === undefined ? "" : `:${prefix}`}="${escaped(namespace)}"`;
  if (Array.isArray(value)) return `<${tag}${space}>${items(name, value, schema, schemas)}</${tag}>`;
  if (typeof value !== "object" || value === null)
    return `<${tag}${space}>${value === null ? "" : escaped(String(value))}</${tag}>`;
  let attributes = space;
  let inner = "";
  for (const [key, one] of Object.entries(value)) {
    const property = propertyOf(schema, key, schemas);
    const { name: own = key, attribute, wrapped } = xmlOf(property, schemas);
    if (attribute === true) attributes += ` ${own}="${escaped(String(one))}"`;
    else if (Array.isArray(one) && wrapped !== true) inner += items(own, one, property, schemas);
    else inner += element(own, one, property, schemas);
  }
  return `<${tag}${attributes}>${inner}</${tag}>`;
}

function items(name: string, list: readonly unknown[], schema: Schema, schemas: Schemas): string {
  const item = itemOf(schema, schemas);
  return list.map((one) => element(xmlOf(item, schemas).name ?? name, one, item, schemas)).join("");
}

const ENTITIES: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };
const escaped = (text: string): string => text.replaceAll(/[<>&"]/g, (char) => ENTITIES[char] as string);
