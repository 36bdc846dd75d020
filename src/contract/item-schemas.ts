/**
 * Tells streams as OpenAPI 3.2 does: `itemSchema` is the schema of one server-sent event, an object of its fields
 * (OpenAPI 3.2, Media Type Object), where 3.1 has no word for it and our `schema` is that of the payload in `data`.
 */
import { valueAt } from "../lib/json-pointer.ts";
import { encode } from "../sse/encode.ts";
import type { OpenApiDocument } from "./load.ts";

type Node = Record<string, unknown>;

/** A copy of a document of ours, as OpenAPI 3.2. */
export function withItemSchemas(document: OpenApiDocument): OpenApiDocument {
  const convert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(convert);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        name === "text/event-stream" ? toSequential(member as Node, document) : convert(member),
      ]),
    );
  };
  return { ...(convert(document) as Node), openapi: "3.2.0" };
}

interface Framing {
  sentinel: string | null;
  named: boolean;
}

function toSequential({ schema, examples, ...rest }: Node, document: OpenApiDocument): Node {
  const { sentinel = null, named = false } = (rest["x-gatetwin-stream"] ?? {}) as Partial<Framing>;
  const payload = { contentMediaType: "application/json", contentSchema: schema };
  return {
    ...rest,
    itemSchema: {
      type: "object",
      required: ["data"],
      properties: {
        ...(named && { event: { type: "string", description: "The `type` of the payload; the sentinel has none." } }),
        // `contentSchema` is an annotation and refuses nothing, so that `oneOf` would find both for the sentinel.
        data: { type: "string", ...(sentinel === null ? payload : { anyOf: [payload, { const: sentinel }] }) },
      },
    },
    ...(examples !== undefined && {
      examples: { stream: { serializedValue: streamOf(examples as Node, { sentinel, named }, document) } },
    }),
  };
}

/** Our examples of a stream are its payloads, one by one. */
function streamOf(examples: Node, { sentinel, named }: Framing, document: OpenApiDocument): string {
  const payloads = Object.values(examples).map((example) => {
    const { $ref } = example as { $ref?: string };
    return (($ref === undefined ? example : valueAt(document, $ref.slice(1))) as { value: unknown }).value;
  });
  const events = payloads.map((payload) =>
    encode({ ...(named && { event: (payload as { type: string }).type }), data: JSON.stringify(payload) }),
  );
  return [...events, ...(sentinel === null ? [] : [encode({ data: sentinel })])].join("");
}
