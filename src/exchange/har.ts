/** HTTP archives (HAR 1.2): reads those that browsers, proxies and tools write, and writes our own recordings as one. */
import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import type { Content, Entry, Har, Header, PostData } from "har-format";
import { GatetwinError } from "../lib/errors.ts";
import { type Fields, fieldsOf } from "../lib/fields.ts";
import { parseMediaType } from "../lib/media-type.ts";
import { whyNoJson } from "../lib/why-no-json.ts";
import type { Breach } from "./exchange.ts";
import { headerOf, type RecordedHeaders, type Recording, toRecordedHeaders } from "./recording.ts";
import { redactRecording } from "./redact-recording.ts";
import type { CredentialName } from "./render-entry.ts";

export interface ReadHar {
  recordings: readonly Recording[];
  /** Which entry each of the recordings is, such as `entry 3`. */
  places: readonly string[];
  /** One sentence for each entry that was left out, and why. */
  notes: readonly string[];
}

/** A larger file is refused: it would not fit into one text. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The exchanges of an archive. Throws GatetwinError `document-unreadable` where the file is none. */
export async function readHar(path: string): Promise<ReadHar> {
  const unreadable = (why: string, cause?: unknown) =>
    new GatetwinError("document-unreadable", `Failed to read ${path}: ${why}`, { cause });
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(cause.code === "ENOENT" ? "there is no such file" : cause.message, cause);
  });
  if (bytes.length > MOST_BYTES) throw unreadable(`it is larger than ${MOST_BYTES} bytes`);
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8").replace(/^\ufeff/, ""));
  } catch (cause) {
    throw unreadable(whyNoJson(bytes.toString("utf8"), cause), cause);
  }
  const entries = fieldsOf(fieldsOf(value).log).entries;
  if (!Array.isArray(entries)) throw unreadable("it is no HTTP archive: log.entries is missing");
  const recordings: Recording[] = [];
  const places: string[] = [];
  const notes: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const read = fromEntry(fieldsOf(entry));
    if (typeof read === "string") notes.push(`entry ${index}: ${read}`);
    else {
      recordings.push(read);
      places.push(`entry ${index}`);
    }
  }
  return { recordings, places, notes };
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
const msOf = (value: unknown): number => (typeof value === "number" && value >= 0 ? value : 0);

/** The exchange of an entry, or why there is none. Tools leave out much of what the format asks for. */
function fromEntry(entry: Readonly<Fields>): Recording | string {
  const [request, reply, timings] = [fieldsOf(entry.request), fieldsOf(entry.response), fieldsOf(entry.timings)];
  const [method, url, status] = [textOf(request.method), textOf(request.url), reply.status];
  if (method === undefined || url === undefined || !URL.canParse(url, "http://localhost")) return "it has no request";
  if (typeof status !== "number" || !Number.isInteger(status) || status < 100 || status > 999)
    return `${method} ${url.slice(0, 200)} had no reply`;
  const durationMs = msOf(entry.time);
  const startedAt = Date.parse(textOf(entry.startedDateTime) ?? "");
  const eventMs = entry._eventMs;
  return {
    operationId: textOf(entry._operationId),
    startedAt: new Date(Number.isNaN(startedAt) ? 0 : startedAt).toISOString(),
    request: {
      method: method.toUpperCase(),
      url,
      headers: readHeaders(request.headers),
      body: readBody(fieldsOf(request.postData), msOf(request.bodySize)),
    },
    reply: {
      status,
      headers: withMediaType(readHeaders(reply.headers), textOf(fieldsOf(reply.content).mimeType)),
      body: readBody(fieldsOf(reply.content), msOf(fieldsOf(reply.content).size)),
      firstByteMs: durationMs - Math.min(durationMs, msOf(timings.receive)),
      durationMs,
      ...(Array.isArray(eventMs) && { eventMs: eventMs.map(msOf) }),
    },
    breaches: Array.isArray(entry._breaches) ? (entry._breaches as Breach[]) : [],
  };
}

/** Chrome calls a body `postData`, and leaves the text away where there is none. Form fields may stand in its place. */
function readBody(given: Readonly<Fields>, size: number): Uint8Array | undefined {
  const { text, params } = given;
  if (typeof text === "string") {
    const isBase64 = (given.encoding ?? given._encoding) === "base64";
    return Buffer.from(text, isBase64 ? "base64" : "utf8");
  }
  const isForm = parseMediaType(textOf(given.mimeType))?.essence === "application/x-www-form-urlencoded";
  if (Array.isArray(params) && isForm) {
    const pairs = params.map(fieldsOf).map(({ name, value }) => [String(name), textOf(value) ?? ""]);
    return Buffer.from(new URLSearchParams(pairs).toString());
  }
  // Without its text, a body that had bytes was not kept.
  return size > 0 ? undefined : new Uint8Array();
}

function readHeaders(given: unknown): RecordedHeaders {
  const pairs = (Array.isArray(given) ? given.map(fieldsOf) : []).flatMap(({ name, value }) =>
    // A browser writes HTTP/2's `:path` among the headers.
    typeof name === "string" && name !== "" && !name.startsWith(":") && typeof value === "string" ? [name, value] : [],
  );
  // The archive holds bodies as they are after decoding.
  const { "content-encoding": _, ...headers } = toRecordedHeaders(pairs);
  return headers;
}

const withMediaType = (headers: RecordedHeaders, mimeType: string | undefined): RecordedHeaders =>
  headers["content-type"] !== undefined || mimeType === undefined || mimeType === "" || mimeType === "x-unknown"
    ? headers
    : { ...headers, "content-type": mimeType };

export interface HarOptions {
  /** What the archive says wrote it. */
  creator: { name: string; version: string };
  /** Resolves the paths of recordings that have no host of their own. */
  baseUrl: string;
  /** Names of credentials, in addition to those that always hold one. */
  credentials?: readonly CredentialName[];
}

/** The recordings as an archive, without credentials. Our own facts stand under names that begin with an underscore. */
export function toHar(recordings: readonly Recording[], { creator, baseUrl, credentials = [] }: HarOptions): Har {
  const entries = recordings.map((recording) => toEntry(redactRecording(recording, credentials), baseUrl));
  return { log: { version: "1.2", creator, entries } };
}

function toEntry({ operationId, startedAt, request, reply, breaches }: Recording, baseUrl: string): Entry {
  const url = new URL(URL.canParse(request.url, baseUrl) ? request.url : "", baseUrl);
  const mimeType = headerOf(request.headers, "content-type") ?? "application/octet-stream";
  const hasBody = request.body !== undefined && request.body.length > 0;
  return {
    startedDateTime: startedAt,
    time: reply.durationMs,
    request: {
      method: request.method,
      url: url.href,
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: writeHeaders(request.headers),
      queryString: [...url.searchParams].map(([name, value]) => ({ name, value })),
      ...(hasBody && { postData: toPostData(request.body as Uint8Array, mimeType) }),
      headersSize: -1,
      bodySize: request.body?.length ?? -1,
    },
    response: {
      status: reply.status,
      statusText: "",
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: writeHeaders(reply.headers),
      content: toContent(reply.body, headerOf(reply.headers, "content-type") ?? ""),
      redirectURL: headerOf(reply.headers, "location") ?? "",
      headersSize: -1,
      bodySize: reply.body?.length ?? -1,
    },
    cache: {},
    timings: { send: 0, wait: reply.firstByteMs, receive: Math.max(0, reply.durationMs - reply.firstByteMs) },
    ...(operationId !== undefined && { _operationId: operationId }),
    ...(reply.eventMs !== undefined && { _eventMs: reply.eventMs }),
    ...(breaches.length > 0 && { _breaches: breaches }),
  };
}

const writeHeaders = (headers: RecordedHeaders): Header[] =>
  Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: one })));

/** The format knows base64 for replies alone; for requests the word gets the underscore of an extension. */
function toPostData(body: Uint8Array, mimeType: string): PostData {
  return isUtf8(body)
    ? { mimeType, text: decode(body) }
    : ({ mimeType, text: Buffer.from(body).toString("base64"), _encoding: "base64" } as PostData);
}

function toContent(body: Uint8Array | undefined, mimeType: string): Content {
  if (body === undefined || body.length === 0) return { size: body?.length ?? -1, mimeType };
  return isUtf8(body)
    ? { size: body.length, mimeType, text: decode(body) }
    : { size: body.length, mimeType, text: Buffer.from(body).toString("base64"), encoding: "base64" };
}

const decode = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
