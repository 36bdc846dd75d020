/** Puts a problem into the envelope that the operation documents for its status. */

import { isJson, isXml } from "../lib/media-type.ts";
import { propertyNames, propertyOf } from "./coerce.ts";
import { errorBody } from "./error-body.ts";
import { type Content, type Contract, type Operation, replyFor } from "./operation.ts";
import type { Problem } from "./problem.ts";
import type { Schema } from "./schema-object.ts";
import { writeXml } from "./write-xml.ts";

export interface ErrorReply {
  status: number;
  mediaType: string;
  /** The body as it is sent. */
  text: string;
}

/** Refusals of what was sent: a service that does not document the one means the other. */
const REFUSALS = [400, 415, 422];

/**
 * The error in the gateway's own words where the document says how it writes errors (`{error: {message, …}}`,
 * `{message, …}`, or any other schema or text), else as problem details (RFC 9457). `operation` is the one that was
 * called, or the nearest.
 */
export function errorReply(problem: Problem, operation: Operation | undefined, contract: Contract): ErrorReply {
  const status = documentedStatus(problem.status, operation);
  const faces = (operation && replyFor(operation, status)?.content) ?? [];
  const json = faces.find(({ mediaType }) => isJson(mediaType));
  if (json !== undefined) {
    const body = bodyOf(json, { ...problem, status }, contract);
    if (body !== undefined) return { status, mediaType: json.mediaType, text: JSON.stringify(body) };
  }
  const { message, type, param, code } = problem;
  const plain = json === undefined ? faces.find(({ mediaType }) => mediaType.startsWith("text/")) : undefined;
  if (plain !== undefined) {
    const texts = [message, String(errorBody(plain.schema, problem, contract.schemas))];
    const text = texts.find((one) => plain.check(one).length === 0);
    if (text !== undefined) return { status, mediaType: `${plain.mediaType}; charset=utf-8`, text };
  }
  const xml = json === undefined ? faces.find(({ mediaType }) => isXml(mediaType)) : undefined;
  if (xml !== undefined) {
    const value = bodyOf(xml, { ...problem, status }, contract) ?? errorBody(xml.schema, problem, contract.schemas);
    return { status, mediaType: xml.mediaType, text: writeXml(value, xml.schema, contract.schemas) };
  }
  const details = { type: "about:blank", title: type, status, detail: message, param, code };
  return { status, mediaType: "application/problem+json", text: JSON.stringify(details) };
}

function documentedStatus(status: number, operation: Operation | undefined): number {
  if (operation === undefined || !REFUSALS.includes(status) || replyFor(operation, status) !== undefined) return status;
  return REFUSALS.find((other) => replyFor(operation, other) !== undefined) ?? status;
}

/** The first body that fits and tells the message; else one that fits; undefined where there is none. */
function bodyOf(content: Content, problem: Problem, contract: Contract): unknown {
  const { status, message, type, param, code } = problem;
  const facts = { message, type, param, code, status, detail: message, title: message };
  const inner = propertyOf(content.schema, "error", contract.schemas);
  const candidates = [
    { error: pick(facts, inner, contract) },
    pick(facts, content.schema, contract),
    { error: message },
    errorBody(content.schema, problem, contract.schemas),
  ].filter((candidate) => content.check(candidate).length === 0);
  return candidates.find((candidate) => tells(candidate, message)) ?? candidates.at(-1);
}

const tells = (value: unknown, message: string): boolean =>
  typeof value === "object" && value !== null
    ? Object.values(value).some((inner) => tells(inner, message))
    : value === message;

/** Those facts that the schema has a property for. */
function pick(facts: Readonly<Record<string, unknown>>, schema: Schema, contract: Contract): Record<string, unknown> {
  const names = new Set(propertyNames(schema, contract.schemas));
  return Object.fromEntries(Object.entries(facts).filter(([name]) => names.has(name)));
}
