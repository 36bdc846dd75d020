/** Sends a planned request as bytes and records the exchange to the byte. */

import type { Operation } from "../../contract/operation.ts";
import type { CredentialOutline } from "../../contract/outline.ts";
import type { Recording } from "../../exchange/recording.ts";
import type { Clock } from "../../lib/clock.ts";
import type { CaseRequest, KeyChoice } from "../case.ts";
import type { Client, Sent } from "./client.ts";
import { toWire } from "./wire.ts";

export interface Target {
  /** Without a trailing slash. */
  baseUrl: string;
  /** Path prefixes of the document and what stands in their place; the first that fits is used. */
  prefixes: readonly { from: string; to: string }[];
  keys: { first: string; second: string };
}

export interface SentRequest {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** @returns The path that the server has for a path of the operation. */
function servedPath({ basePath }: Operation, path: string, { prefixes }: Target): string {
  const rule = prefixes.find(({ from }) => path === from || path.startsWith(from.endsWith("/") ? from : `${from}/`));
  return rule === undefined ? basePath + path : rule.to + path.slice(rule.from.length);
}

export function toRequest(operation: Operation, request: CaseRequest, target: Target): SentRequest {
  const { method, path, query, headers, key, body } = request;
  const url = new URL(target.baseUrl + servedPath(operation, path, target) + (query === "" ? "" : `?${query}`));
  const wire = body === undefined ? undefined : toWire(body);
  const credentials = withKey(operation, key, target, url);
  return {
    method,
    url,
    headers: {
      accept: "application/json, text/event-stream, */*",
      "user-agent": "gatetwin-verify",
      ...headers,
      ...(wire && { "content-type": wire.contentType }),
      ...credentials,
      // A key may be one of several cookies.
      ...(headers.cookie && credentials.cookie && { cookie: `${headers.cookie}; ${credentials.cookie}` }),
    },
    body: wire?.bytes ?? new Uint8Array(),
  };
}

/** The first alternative of the operation's security; a key in the query is put there. */
function withKey({ security }: Operation, choice: KeyChoice, { keys }: Target, url: URL): Record<string, string> {
  const [needed = []] = security;
  const key = choice === "second" ? keys.second : choice === "empty" ? "" : keys.first;
  if (choice === "none") return {};
  const headers: Record<string, string> = {};
  for (const credential of needed) {
    const value = textOf(credential, key, choice);
    if (credential.in === "header") headers[credential.name.toLowerCase()] = value;
    else if (credential.in === "query") url.searchParams.set(credential.name, value);
    else headers.cookie = [headers.cookie ?? [], `${credential.name}=${value}`].flat().join("; ");
  }
  return headers;
}

function textOf({ kind }: CredentialOutline, key: string, choice: KeyChoice): string {
  if (kind === "apiKey") return choice === "wrong-scheme" ? `Bearer ${key}` : key;
  const scheme = kind === "basic" ? "Basic" : "Bearer";
  return `${choice === "wrong-scheme" ? (kind === "basic" ? "Bearer" : "Basic") : scheme} ${key}`;
}

export type Recorded = { kind: "recorded"; recording: Recording; cut?: string } | Extract<Sent, { kind: "no-reply" }>;

export async function sendRequest(
  operation: Operation,
  request: SentRequest,
  { client, clock }: { client: Client; clock: Clock },
): Promise<Recorded> {
  const startedAt = new Date(clock.now()).toISOString();
  const sent = await client.send(request);
  if (sent.kind === "no-reply") return sent;
  const { status, headers, bytes, firstByteMs, durationMs, cut } = sent.reply;
  return {
    kind: "recorded",
    recording: {
      operationId: operation.id,
      startedAt,
      request: { method: request.method, url: request.url.href, headers: request.headers, body: request.body },
      reply: {
        status,
        headers,
        body: bytes,
        firstByteMs,
        durationMs,
        ...(cut !== undefined && { isCut: true as const }),
      },
      breaches: [],
    },
    ...(cut !== undefined && { cut }),
  };
}
