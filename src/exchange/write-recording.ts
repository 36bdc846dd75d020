/**
 * Writes a recording as files: `<operationId>/<case>.json`, and beside it the frames of a stream as `<case>.sse`. A body
 * is told as JSON where that gives back its very bytes, else as text, else in base64, so that nothing is lost and a
 * person can read and write it.
 */
import { isUtf8 } from "node:buffer";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeeper } from "../lib/depth.ts";
import { GatetwinError } from "../lib/errors.ts";
import { makeFolder } from "../lib/make-folder.ts";
import { parseMediaType } from "../lib/media-type.ts";
import type { Breach } from "./exchange.ts";
import { headerOf, type RecordedHeaders, type Recording } from "./recording.ts";
import { redactRecording } from "./redact-recording.ts";
import type { CredentialName } from "./render-entry.ts";

/** What a file holds. Times may be left out by a person who writes one; so may `version`. */
export interface ExchangeFile {
  version: 1;
  operationId: string | null;
  startedAt: string;
  request: { method: string; url: string; headers: RecordedHeaders } & FiledBody;
  reply: {
    status: number;
    headers: RecordedHeaders;
    firstByteMs: number;
    durationMs: number;
    eventMs?: readonly number[];
    isCut?: true;
  } & FiledBody;
  /** Not empty: the recording breaks the contract, and where. */
  breaches: readonly Breach[];
}

/** At most one of these; none for no body. */
interface FiledBody {
  body?: unknown;
  bodyText?: string;
  bodyBase64?: string;
  /** A file in the same folder. */
  bodyFile?: string;
  /** False when there was a body that nobody kept. */
  isBodyKept?: false;
}

export interface WriteOptions {
  /** Names of credentials, in addition to those that always hold one. */
  credentials?: readonly CredentialName[];
}

/** No folder holds more recordings of one operation. */
const MOST_CASES = 99_999;

/**
 * Writes a recording, redacted, under the next free number of its operation (`0001`, `0002`, …), so that nothing is
 * ever overwritten. Resolves to the path of the JSON file.
 */
export async function writeRecording(
  folder: string,
  given: Recording,
  { credentials = [] }: WriteOptions = {},
): Promise<string> {
  const recording = redactRecording(given, credentials);
  const place = join(folder, (recording.operationId ?? "unknown").replaceAll(/[^\w.-]/g, "_").replace(/^\.+/, "_"));
  await makeFolder(place);
  const counter = await counterOf(place);
  while (counter.last < MOST_CASES) {
    const name = String(++counter.last).padStart(4, "0");
    const path = join(place, `${name}.json`);
    const { file, frames } = toFile(recording, name);
    const isFree = await writeFile(path, `${JSON.stringify(file, null, 2)}\n`, { flag: "wx" }).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EEXIST") return false;
        throw error;
      },
    );
    if (!isFree) continue;
    if (frames !== undefined) await writeFile(join(place, `${name}.sse`), frames);
    return path;
  }
  throw new GatetwinError("option-invalid", `Failed to record into ${place}: it has ${MOST_CASES} recordings already`);
}

interface Counter {
  last: number;
}

/** By folder, which is listed once: a thousand recordings that end together would all try the same name, and then the next. */
const counters = new Map<string, Promise<Counter>>();

function counterOf(place: string): Promise<Counter> {
  const known = counters.get(place);
  if (known !== undefined) return known;
  const counter = lastNumber(place).then((last) => ({ last }));
  counters.set(place, counter);
  counter.catch(() => counters.delete(place));
  return counter;
}

async function lastNumber(place: string): Promise<number> {
  const names = await readdir(place);
  // Not by `Math.max(...)`: a full folder has more names than a call takes arguments.
  return names.reduce((last, name) => Math.max(last, Number(/^(\d{1,5})\.json$/.exec(name)?.[1] ?? 0)), 0);
}

function toFile(recording: Recording, name: string): { file: ExchangeFile; frames: Uint8Array | undefined } {
  const { operationId, startedAt, request, reply, breaches } = recording;
  const { body: sent, ...asked } = request;
  const { body: came, ...answered } = reply;
  const isStream = isEventStream(reply.headers) && came !== undefined;
  const told: FiledBody = isStream ? { bodyFile: `${name}.sse` } : fileBody(came);
  const file: ExchangeFile = {
    version: 1,
    operationId: operationId ?? null,
    startedAt,
    request: { ...asked, ...fileBody(sent) },
    reply: { ...answered, ...told },
    breaches,
  };
  return { file, frames: isStream ? came : undefined };
}

const isEventStream = (headers: RecordedHeaders): boolean =>
  parseMediaType(headerOf(headers, "content-type"))?.essence === "text/event-stream";

function fileBody(bytes: Uint8Array | undefined): FiledBody {
  if (bytes === undefined) return { isBodyKept: false };
  if (bytes.length === 0) return {};
  if (!isUtf8(bytes)) return { bodyBase64: Buffer.from(bytes).toString("base64") };
  const text = Buffer.from(bytes).toString("utf8");
  try {
    const body: unknown = JSON.parse(text);
    // Spaces, `1.0`, a name that comes twice: what JSON would not give back stays a text.
    if (!isDeeper(body) && JSON.stringify(body) === text) return { body };
  } catch {}
  return { bodyText: text };
}
