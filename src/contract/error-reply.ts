/** Puts a problem into the envelope that the operation documents for its status. */

import { isJson } from "../lib/media-type.ts";
import { propertyOf } from "./decode-parameter.ts";
import { type Contract, type Operation, replyFor } from "./operation.ts";
import type { Problem } from "./problem.ts";
import { resolve } from "./resolve.ts";
import type { Schema } from "./schema-object.ts";

export interface ErrorReply {
  status: number;
  mediaType: string;
  body: unknown;
}

/**
 * The error in the gateway's own words where the document says how it writes errors (`{error: {message, …}}` or
 * `{message, …}`), else as problem details (RFC 9457). `operation` is the one that was called, or the nearest.
 */
export function errorReply(problem: Problem, operation: Operation | undefined, contract: Contract): ErrorReply {
  const { status, message, type, param, code } = problem;
  const content = operation && replyFor(operation, status)?.content.find(({ mediaType }) => isJson(mediaType));
  if (content !== undefined) {
    const facts = { message, type, param, code, status, detail: message, title: message };
    const inner = propertyOf(content.schema, "error", contract.schemas);
    const candidates = [
      { error: pick(facts, inner, contract) },
      pick(facts, content.schema, contract),
      { error: message },
    ];
    const body = candidates.find((candidate) => content.check(candidate).length === 0);
    if (body !== undefined) return { status, mediaType: content.mediaType, body };
  }
  return {
    status,
    mediaType: "application/problem+json",
    body: { type: "about:blank", title: type, status, detail: message, param, code },
  };
}

/** Those facts that the schema has a property for. */
function pick(facts: Readonly<Record<string, unknown>>, schema: Schema, contract: Contract): Record<string, unknown> {
  const names = new Set(propertyNames(schema, contract));
  return Object.fromEntries(Object.entries(facts).filter(([name]) => names.has(name)));
}

function propertyNames(given: Schema, contract: Contract): string[] {
  const schema = resolve(given, contract.schemas);
  if (typeof schema === "boolean") return [];
  const inner = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [...Object.keys(schema.properties ?? {}), ...inner.flatMap((part) => propertyNames(part, contract))];
}
