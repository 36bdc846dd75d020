/**
 * Reads recordings from files: those of `writeRecording`, those that a person wrote, and bare replies, `.sse` and `.json`
 * files that hold nothing else.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { GatetwinError } from "../lib/errors.ts";
import { type Fields, fieldsOf, isFields } from "../lib/fields.ts";
import { whyNoJson } from "../lib/why-no-json.ts";
import type { Breach } from "./exchange.ts";
import type { RecordedHeaders, Recording } from "./recording.ts";

export interface ReadExchanges {
  recordings: readonly FoundRecording[];
  /** One sentence for each file that was left out, and why. */
  notes: readonly string[];
}

export interface FoundRecording extends Recording {
  /** Relative to the folder that was read. */
  file: string;
}

export interface ReadOptions {
  /** The operation of bare replies, `.sse` and `.json` files that hold nothing else. That of the folder's name by default. */
  operationId?: string;
}

/** More is no folder of recordings. */
const MOST_FILES = 100_000;
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * The recordings of a folder and of those below it, in the order of their names; or of one file. Throws GatetwinError
 * `document-unreadable` where there is none.
 */
export async function readExchanges(path: string, { operationId }: ReadOptions = {}): Promise<ReadExchanges> {
  const files = await list(path);
  const taken = new Set<string>();
  const recordings: FoundRecording[] = [];
  const notes: string[] = [];
  // A `.sse` beside a `.json` is its body: the text of the JSON has to be read first.
  for (const file of [...files].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    const full = file === "" ? path : join(path, file);
    if (taken.has(full)) continue;
    try {
      const found = await readOne(full, operationId ?? basename(dirname(full)));
      if (found.bodyFile !== undefined) taken.add(found.bodyFile);
      recordings.push({ ...found.recording, file: file === "" ? basename(path) : file });
    } catch (error) {
      notes.push(`${file || basename(path)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  recordings.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { recordings, notes };
}

const rank = (file: string): number => (extname(file) === ".json" ? 0 : 1);

async function list(path: string): Promise<string[]> {
  try {
    if ((await stat(path)).isFile()) return [""];
    const names = await readdir(path, { recursive: true });
    const files = names.filter((name) => [".json", ".sse"].includes(extname(name)));
    if (files.length > MOST_FILES) throw new Error(`it has more than ${MOST_FILES} files`);
    return files;
  } catch (cause) {
    const why =
      (cause as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file or folder" : (cause as Error).message;
    throw new GatetwinError("document-unreadable", `Failed to read ${path}: ${why}`, { cause });
  }
}

async function readOne(path: string, operationId: string): Promise<{ recording: Recording; bodyFile?: string }> {
  if ((await stat(path)).size > MOST_BYTES) throw new Error(`it is larger than ${MOST_BYTES} bytes`);
  const bytes = await readFile(path);
  if (extname(path) === ".sse") return { recording: bare(operationId, bytes, "text/event-stream") };
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8").replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new Error(whyNoJson(bytes.toString("utf8"), cause));
  }
  const given = fieldsOf(value);
  const [request, reply] = [fieldsOf(given.request), fieldsOf(given.reply)];
  if (given.request === undefined || given.reply === undefined)
    return { recording: bare(operationId, bytes, "application/json") };
  const bodyFile = bodyFileOf(path, reply);
  const came = bodyFile === undefined ? bodyOf(reply, "reply") : await readBodyFile(bodyFile);
  const recording = toRecording(given, { request, reply, came, operationId });
  return { recording, ...(bodyFile !== undefined && { bodyFile }) };
}

async function readBodyFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code === "ENOENT" ? "is missing" : "cannot be read";
    throw new Error(`its body, the file ${basename(path)}, ${why}`, { cause });
  }
}

const msOf = (value: unknown): number => (typeof value === "number" && value >= 0 ? value : 0);

interface Parts {
  request: Readonly<Fields>;
  reply: Readonly<Fields>;
  came: Uint8Array | undefined;
  operationId: string;
}

function toRecording(given: Readonly<Fields>, { request, reply, came, operationId }: Parts): Recording {
  const { status, eventMs } = reply;
  if (typeof status !== "number" || !Number.isInteger(status) || status < 100 || status > 999)
    throw new Error(`reply.status must be a number from 100 to 999, not ${JSON.stringify(status)}`);
  if (given.version !== undefined && given.version !== 1)
    throw new Error(`version ${JSON.stringify(given.version)} is unknown here; this reads version 1`);
  const path = request.url ?? `${request.path}${request.query ? `?${request.query}` : ""}`;
  if (
    typeof request.method !== "string" ||
    !TOKEN.test(request.method) ||
    typeof path !== "string" ||
    !URL.canParse(path, "http://localhost")
  )
    throw new Error("request.method and request.url must tell what was asked");
  const startedAt = Date.parse(String(given.startedAt));
  const durationMs = msOf(reply.durationMs);
  return {
    operationId: given.operationId === null ? undefined : String(given.operationId ?? operationId),
    startedAt: new Date(Number.isNaN(startedAt) ? 0 : startedAt).toISOString(),
    request: {
      method: request.method.toUpperCase(),
      url: path,
      headers: headersOf(request.headers, "request"),
      body: bodyOf(request, "request"),
    },
    reply: {
      status,
      headers: headersOf(reply.headers, "reply"),
      body: came,
      firstByteMs: Math.min(msOf(reply.firstByteMs), durationMs),
      durationMs,
      ...(Array.isArray(eventMs) && { eventMs: eventMs.map(msOf) }),
      ...(reply.isCut === true && { isCut: true }),
    },
    breaches: Array.isArray(given.breaches) ? (given.breaches as Breach[]) : [],
  };
}

/** A reply alone: of what was asked nothing is known. */
const bare = (operationId: string, body: Uint8Array, mediaType: string): Recording => ({
  operationId,
  startedAt: new Date(0).toISOString(),
  request: { method: "", url: "/", headers: {}, body: undefined },
  reply: { status: 200, headers: { "content-type": mediaType }, body, firstByteMs: 0, durationMs: 0 },
  breaches: [],
});

function bodyFileOf(path: string, { bodyFile }: Readonly<Fields>): string | undefined {
  if (bodyFile === undefined) return undefined;
  if (typeof bodyFile !== "string" || basename(bodyFile) !== bodyFile || /^\.*$/.test(bodyFile))
    throw new Error("bodyFile must be the name of a file in the same folder");
  return join(dirname(path), bodyFile);
}

type Side = "request" | "reply";

function bodyOf({ body, bodyText, bodyBase64, isBodyKept }: Readonly<Fields>, side: Side): Uint8Array | undefined {
  if (isBodyKept === false) return undefined;
  for (const [name, text] of Object.entries({ bodyText, bodyBase64 }))
    if (text !== undefined && typeof text !== "string") throw new Error(`${side}.${name} must be a text`);
  if (typeof bodyText === "string") return Buffer.from(bodyText);
  if (typeof bodyBase64 === "string") {
    if (!/^[\w+/-]*={0,2}$/.test(bodyBase64)) throw new Error(`${side}.bodyBase64 is no base64`);
    return Buffer.from(bodyBase64, "base64");
  }
  return body === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(body));
}

/** The characters of a method and of a header's name (RFC 9110, 5.6.2). */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

/** What could not be sent again is damaged. */
function headersOf(given: unknown, side: Side): RecordedHeaders {
  if (given !== undefined && !isFields(given)) throw new Error(`${side}.headers must be an object`);
  return Object.fromEntries(
    Object.entries(fieldsOf(given)).map(([name, value]) => {
      const texts = [value].flat().map(String);
      if (!TOKEN.test(name) || texts.some((text) => /[\0\r\n]/.test(text)))
        throw new Error(`${side}.headers has ${JSON.stringify(name.slice(0, 80))}, which is no header`);
      return [name.toLowerCase(), Array.isArray(value) ? texts : (texts[0] as string)];
    }),
  );
}
