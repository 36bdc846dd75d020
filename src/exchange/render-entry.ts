/** Makes an entry of the journal readable: parses, summarises and redacts. The only way out of the journal. */
import { createHash } from "node:crypto";
import { isDeeper } from "../lib/depth.ts";
import { essenceOf, isJson } from "../lib/media-type.ts";
import { isSecretHeader, isSecretName, isSecretSent, REDACTED, redactHeaders, redactValue } from "../lib/redact.ts";
import type { Entry, FileSummary, Message } from "./entry.ts";
import type { Delivered, KeptBody, RawEntry } from "./journal.ts";
import { withoutPersonal } from "./personal.ts";
import { passwordsIn, secretsIn } from "./redact-text.ts";

/** A credential that a contract names: `in` a header, a cookie or the query. */
export interface CredentialName {
  in: "header" | "query" | "cookie";
  name: string;
}

/** Names a token without telling it: the first twelve hex digits of its SHA-256. */
export const fingerprint = (token: string): string => createHash("sha256").update(token).digest("hex").slice(0, 12);

export const summariseFile = (bytes: Uint8Array, mediaType: string, filename?: string): FileSummary => ({
  ...(filename !== undefined && { filename }),
  mediaType,
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

export const pathOf = (url: string): string => url.split("?", 1)[0] as string;

/** @param credentials Those of the contract, in addition to the names that always hold one. */
export function renderEntry(raw: RawEntry, credentials: readonly CredentialName[] = []): Entry {
  const sent = pairs(raw.requestHeaders);
  const parameters = [...new URLSearchParams(raw.url.slice(pathOf(raw.url).length))];
  const isSecret = (place: "header" | "query", name: string): boolean =>
    credentials.some((known) => known.in === place && known.name.toLowerCase() === name.toLowerCase());
  const secretHeader = ([name]: Pair) => isSecretHeader(name) || isSecret("header", name);
  const secretParameter = ([name]: Pair) => isSecretSent(name, "query") || isSecret("query", name);

  const headers = group(sent);
  const hidden = Object.fromEntries(sent.filter(secretHeader).map(([name]) => [name, REDACTED]));
  const secrets = [
    raw.token,
    ...sent.filter(secretHeader).flatMap(([, value]) => [value, ...value.split(/;?\s+|=/)]),
    ...parameters.filter(secretParameter).map(([, value]) => value),
    ...[...sent, ...parameters].flatMap(([, value]) => passwordsIn(value)),
    ...secretsOf(raw.request, mediaTypeOf(headers), (name) => isSecretSent(name, "field")),
    ...secretsOf(raw.reply, raw.replyHeaders["content-type"], isSecretName),
  ];
  const entry: Entry = {
    id: raw.id,
    when: new Date(raw.when).toISOString(),
    method: raw.method,
    path: pathOf(raw.url),
    query: group(parameters.map((pair) => (secretParameter(pair) ? [pair[0], REDACTED] : pair))),
    operationId: raw.operationId ?? null,
    api: raw.api ?? null,
    status: raw.status,
    token: null,
    request: message({ ...headers, ...hidden, ...onlySchemes(headers) }, raw.request, mediaTypeOf(headers)),
    reply: replyOf(raw),
    breaches: raw.breaches,
    ...deliveredOf(raw),
  };
  const clean = redactValue(entry, secrets) as Entry;
  // Never part of a secret, and to be found again as they are.
  return { ...withoutPersonal(clean), id: raw.id, token: raw.token === "" ? null : fingerprint(raw.token) };
}

/** The values of fields that hold credentials: one may stand elsewhere too, as in what a server says back. */
function secretsOf(
  { parts, form, isLatin1 }: KeptBody,
  contentType: string | undefined,
  isField: (name: string) => boolean,
) {
  if (form !== undefined) return secretsIn(form, "application/json", isField);
  const essence = essenceOf(contentType ?? "");
  if (parts === undefined || !(isText(essence) || essence.startsWith("multipart/"))) return [];
  return secretsIn(Buffer.concat(parts.map((part) => toBuffer(part, isLatin1))).toString("utf8"), essence, isField);
}

/** What is broken may be found only once the entry was added: then there may be nothing. */
function deliveredOf({ delivered }: RawEntry): Delivered {
  const { violates, ...rest } = delivered ?? {};
  return violates === undefined || violates.length === 0 ? rest : { ...rest, violates };
}

function replyOf({ status, replyHeaders, reply, isCutShort }: RawEntry): Message {
  // Headers that were ready, and never sent.
  if (status === 0) return { headers: {}, bytes: 0, body: null, note: "The connection ended before the reply began." };
  const told = message(redactHeaders(replyHeaders), reply, replyHeaders["content-type"]);
  return isCutShort ? { note: "The connection ended before the reply was whole.", ...told } : told;
}

type Pair = readonly [name: string, value: string];

function pairs(text: string): Pair[] {
  const parts = text === "" ? [] : text.split("\n");
  return parts.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), parts[index + 1] ?? ""] as const] : [],
  );
}

function group(items: readonly Pair[]): Record<string, string | string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, value] of items) groups.set(name, [...(groups.get(name) ?? []), value]);
  return Object.fromEntries(
    [...groups].map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? "")]),
  );
}

/** `Bearer [redacted]` tells more than `[redacted]`, and no more of the key. */
const onlySchemes = ({ authorization }: Readonly<Record<string, unknown>>) =>
  authorization === undefined ? {} : redactHeaders({ authorization });

const mediaTypeOf = (headers: Readonly<Record<string, unknown>>): string | undefined => {
  const value = headers["content-type"];
  return typeof value === "string" ? value : undefined;
};

function message(headers: Message["headers"], kept: KeptBody, contentType = ""): Message {
  const { bytes, parts, form } = kept;
  const told = { headers, bytes };
  if (form !== undefined) return { ...told, body: JSON.parse(form) };
  if (parts === undefined) return { ...told, body: null, note: `The body of ${bytes} bytes was too large to keep.` };
  if (bytes === 0) return { ...told, body: null };
  const mediaType = essenceOf(contentType);
  const whole = Buffer.concat(parts.map((part) => toBuffer(part, kept.isLatin1)));
  if (mediaType === "text/event-stream") {
    const events = readEvents(whole.toString("utf8"));
    return { ...told, body: null, eventCount: events.length, events };
  }
  if (!isText(mediaType)) return { ...told, body: summariseFile(whole, mediaType || "application/octet-stream") };
  const text = whole.toString("utf8");
  return { ...told, body: isJson(mediaType) ? parse(text) : text };
}

const toBuffer = (part: string | Uint8Array, isLatin1 = false): Uint8Array =>
  typeof part === "string" ? Buffer.from(part, isLatin1 ? "latin1" : "utf8") : part;

const isText = (mediaType: string): boolean =>
  mediaType.startsWith("text/") || isJson(mediaType) || mediaType === "application/x-www-form-urlencoded";

/** What is no JSON, or nested to exhaust a stack, is shown as the text it is. */
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isDeeper(value) ? text : value;
  } catch {
    return text;
  }
}

/** Reads what our own encoder wrote: line feeds only, and a blank line after each event. */
function readEvents(text: string): { event?: string; data: unknown }[] {
  return text
    .split("\n\n")
    .filter((block) => block.includes("data:"))
    .map((block) => {
      const lines = block.split("\n");
      const values = (field: string) =>
        lines.filter((line) => line.startsWith(`${field}: `)).map((line) => line.slice(field.length + 2));
      const [event] = values("event");
      return { ...(event !== undefined && { event }), data: parse(values("data").join("\n")) };
    });
}
