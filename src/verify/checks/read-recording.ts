/** From the bytes of a recording to the exchange that schemas and laws judge. */
import { isUtf8 } from "node:buffer";
import { coerce, itemOf, propertyOf, typesOf } from "../../contract/coerce.ts";
import type { Operation } from "../../contract/operation.ts";
import type { Schemas } from "../../contract/resolve.ts";
import type { Exchange, ExchangeReply } from "../../exchange/exchange.ts";
import { headerOf, type Recording } from "../../exchange/recording.ts";
import { streamReply } from "../../exchange/stream-reply.ts";
import { isJson, parseMediaType } from "../../lib/media-type.ts";

export interface ReadExchange {
  exchange: Exchange;
  /** The body claims to be JSON and is not: why. */
  notJson?: string;
}

export interface ReadOptions {
  operation: Operation;
  /** The body of the request as a value. */
  sent: unknown;
}

/** A stream is read as one also where its media type denies it: that is a law's business. */
export function readRecording(recording: Recording, { operation, sent }: ReadOptions): ReadExchange {
  const { request, reply } = recording;
  const { pathname, search } = new URL(request.url, "http://localhost");
  const { notJson, ...read } = readReply(reply);
  return {
    exchange: {
      operationId: operation.id,
      request: {
        method: request.method,
        path: pathname,
        query: search.replace(/^\?/, ""),
        headers: request.headers,
        body: sent,
      },
      reply: read.reply,
    },
    ...(notJson !== undefined && { notJson }),
  };
}

function readReply({ status, headers, body }: Recording["reply"]): { reply: ExchangeReply; notJson?: string } {
  const bare = { status, headers, body: undefined };
  if (body === undefined) return { reply: bare };
  const essence = parseMediaType(headerOf(headers, "content-type"))?.essence ?? "";
  if (
    essence === "text/event-stream" ||
    (status < 300 && looksLikeEvents(body) && !/^(text\/plain|text\/vtt)$/.test(essence))
  )
    return { reply: streamReply({ status, headers, bytes: body }) };
  // A media type promises a body, if only an empty text; without one nothing was promised.
  if (body.length === 0 && (essence === "" || status === 204 || status === 304)) return { reply: bare };
  if (!isJson(essence)) return { reply: { ...bare, body: isText(essence, body) ? textOf(body) : body } };
  const read = readJson(body);
  return "notJson" in read ? { reply: bare, notJson: read.notJson } : { reply: { ...bare, body: read.value } };
}

const isText = (essence: string, body: Uint8Array): boolean =>
  !/^(audio|image|video|font)\/|octet-stream$/.test(essence) && isUtf8(body);

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

const looksLikeEvents = (bytes: Uint8Array): boolean =>
  /^(\ufeff)?((:.*|event:.*)\r?\n)*data: ?[{[]/.test(textOf(bytes.subarray(0, 1_000)));

/** RFC 8259, 8.1: UTF-8 and nothing else. */
function readJson(bytes: Uint8Array): { value: unknown } | { notJson: string } {
  if (!isUtf8(bytes)) return { notJson: "its bytes are not UTF-8" };
  try {
    return { value: JSON.parse(textOf(bytes)) };
  } catch (error) {
    return { notJson: error instanceof Error ? error.message : String(error) };
  }
}

/** Text fields as the types that their schemas ask for, as a server reads them. Names that repeat are lists. */
export function typedFields(
  fields: readonly (readonly [string, unknown])[],
  { schema, schemas }: { schema: Parameters<typeof propertyOf>[0]; schemas: Schemas },
): Record<string, unknown> {
  const groups = new Map<string, unknown[]>();
  for (const [name, value] of fields) groups.set(name, [...(groups.get(name) ?? []), value]);
  return Object.fromEntries(
    [...groups].map(([name, values]) => {
      const property = propertyOf(schema, name, schemas);
      const types = typesOf(property, schemas);
      const isList = types.includes("array") && (values.length > 1 || !types.includes("string"));
      const item = isList ? itemOf(property, schemas) : property;
      const read = values.map((one) => (typeof one === "string" ? coerce(one, item, schemas) : one));
      return [name, isList ? read : read.length > 1 ? read : read[0]];
    }),
  );
}
