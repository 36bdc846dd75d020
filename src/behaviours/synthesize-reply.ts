/** The default of every operation: a reply made from its schema, valid and repeatable. */
import { textOf } from "../contract/encode-parameter.ts";
import {
  type Content,
  type Contract,
  type Reply,
  type ReplyHeader,
  statusNumber,
  successOf,
} from "../contract/operation.ts";
import { refName } from "../contract/resolve.ts";
import type { Schema } from "../contract/schema-object.ts";
import { writeXml } from "../contract/write-xml.ts";
import { isJson, isXml } from "../lib/media-type.ts";
import type { Random } from "../lib/random.ts";
import { synthesize } from "../synthesis/synthesize.ts";
import type { Behaviour, Outcome } from "./behaviour.ts";

export const synthesizeReply: Behaviour = ({ operation, contract, random }): Outcome => {
  // Some operations document errors alone: then there is nothing else to answer.
  const documented = successOf(operation) ?? operation.replies[0];
  if (documented === undefined) return { kind: "reply", status: 200, mediaType: "", body: undefined };
  const whole = documented.content.filter(({ mediaType }) => mediaType !== "text/event-stream");
  const content = whole.find(({ mediaType }) => isJson(mediaType)) ?? whole[0];
  const headers = requiredHeaders(documented, contract, random);
  const told = { kind: "reply", status: statusNumber(documented.status), headers } as const;
  if (content === undefined) return { ...told, mediaType: "", body: undefined };
  const body = bodyOf(content, contract, random);
  const mediaType = concrete(content.mediaType, body);
  return { ...told, mediaType, body: isXml(mediaType) ? inXml(body, content, contract) : body };
};

/**
 * What a reply cannot do without, made from its schema; those that every answer has anyway are left to it. One that nothing
 * fits is left out, and the judge of replies tells that it is missing.
 */
export function requiredHeaders({ headers }: Reply, contract: Contract, random: Random): Record<string, string> {
  const needed = headers.filter(({ name, required }) => required && name !== "x-request-id");
  return Object.fromEntries(
    needed.flatMap((header) => {
      const text = headerText(header, contract, random.fork(header.name));
      return text === undefined ? [] : [[header.name, text]];
    }),
  );
}

function headerText(header: ReplyHeader, contract: Contract, random: Random): string | undefined {
  const { name, schema, style = "simple", explode = false } = header;
  try {
    const text = textOf({ name, style, explode }, make(schema, contract, random));
    return /^[\t\x20-\x7e\x80-\xff]*$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** A range of media types cannot be sent: the likeliest one of it. */
function concrete(mediaType: string, body: unknown): string {
  if (!mediaType.endsWith("/*")) return mediaType;
  const usual = typeof body === "string" ? "text/plain" : "application/json";
  return USUAL[mediaType] ?? usual;
}

const USUAL: Readonly<Record<string, string>> = {
  "image/*": "image/png",
  "audio/*": "audio/mpeg",
  "video/*": "video/mp4",
  "text/*": "text/plain",
};

const inXml = (body: unknown, { schema }: Content, { schemas }: Contract): unknown =>
  typeof body === "string" ? body : writeXml(body, schema, schemas);

/** A valid instance of a reply's schema; where synthesis cannot find one, the document's own example stands in. */
export function bodyOf(content: Content, contract: Contract, random: Random): unknown {
  const value =
    isJson(content.mediaType) || content.examples.length === 0
      ? make(content.schema, contract, random)
      : random.pick(content.examples).value;
  const valid = content.examples.filter((example) => content.check(example.value).length === 0);
  return content.check(value).length === 0 || valid.length === 0 ? value : random.pick(valid).value;
}

const make = (schema: Schema, contract: Contract, random: Random): unknown =>
  synthesize(schema, { random, resolve: (ref): Schema => contract.schemas[refName(ref) ?? ""] ?? true });
