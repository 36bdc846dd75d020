/**
 * Reads streams as OpenAPI 3.2 tells them: `itemSchema` is the schema of one server-sent event, an object of its fields,
 * where ours is that of the payload in `data` (OpenAPI 3.2, Media Type Object).
 */
import type { StreamOutline } from "./outline.ts";
import type { Schema, SchemaObject } from "./schema-object.ts";

interface ReadItem {
  /** Of the payload. */
  schema: Schema;
  stream: Partial<StreamOutline>;
}

interface Variant {
  /** The one name that such an event may have. */
  event: string | undefined;
  data: Schema;
}

/** @param follow Leads a `$ref` to its end. */
export function readItemSchema(item: Schema, follow: (schema: Schema) => Schema): ReadItem {
  const variants = variantsOf(item, follow);
  // What is no event by its fields is taken as the payload itself, as many documents write it.
  if (variants === undefined) return { schema: item, stream: {} };
  const sentinel = variants.find(({ data }) => sentinelOf(data) !== undefined);
  const payloads = variants.filter(({ data }) => sentinelOf(data) === undefined);
  const schemas = payloads.map(({ data }) => payloadOf(data));
  const named = payloads.flatMap(({ event }, index) =>
    event === undefined ? [] : [{ name: event, schema: schemas[index] as Schema }],
  );
  return {
    schema: schemas.length === 1 ? (schemas[0] as Schema) : { anyOf: schemas },
    stream: {
      ...(sentinel && { sentinel: sentinelOf(sentinel.data) as string }),
      ...(sentinel?.event !== undefined && { sentinelName: sentinel.event }),
      ...(named.length > 0 && { events: named }),
    },
  };
}

/** The kinds of events of a stream; undefined where one of them has no `data`. */
function variantsOf(item: Schema, follow: (schema: Schema) => Schema, level = 0): Variant[] | undefined {
  const schema = follow(item);
  if (typeof schema === "boolean" || level > 8) return undefined;
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined && schema.properties?.data === undefined) {
    const inner = choices.map((choice) => variantsOf(choice, follow, level + 1));
    return inner.some((one) => one === undefined) ? undefined : inner.flatMap((one) => one ?? []);
  }
  const { data, event } = schema.properties ?? {};
  if (data === undefined) return undefined;
  const name = constantOf(event === undefined ? true : follow(event));
  const given = follow(data);
  const texts = (typeof given === "object" && (given.anyOf ?? given.oneOf)) || [given];
  return texts.map((one) => ({ event: name, data: follow(one) }));
}

const payloadOf = (data: Schema): Schema =>
  typeof data === "object" ? ((data.contentSchema as Schema | undefined) ?? data) : data;

const constantOf = (schema: Schema): string | undefined => {
  const { const: only, enum: list } = typeof schema === "object" ? schema : ({} as SchemaObject);
  const value = only ?? (list?.length === 1 ? list[0] : undefined);
  return typeof value === "string" ? value : undefined;
};

/** A fixed text that is no JSON, such as `[DONE]`, carries no payload. */
function sentinelOf(data: Schema): string | undefined {
  const text = constantOf(data);
  if (text === undefined) return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return text;
  }
}
