/** Opens the turn, gives it its fixed headers, and keeps what is said on both sides for the journal. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { UploadedFile } from "../../behaviours/behaviour.ts";
import type { Operation } from "../../contract/operation.ts";
import type { Journal, KeptBody, RawEntry } from "../../exchange/journal.ts";
import { summariseFile } from "../../exchange/render-entry.ts";
import { createSharedTexts } from "../../exchange/shared-texts.ts";
import type { Clock } from "../../lib/clock.ts";
import { deliveredOf } from "../delivered.ts";
import { openTurn, type Stage, type Turn } from "../turn.ts";

/** Bodies up to this size are copied: a view would keep the whole slab alive that the socket read them into. */
const COPY_BYTES = 16_384;

/** The `Date` header follows the twin's clock, so that two runs send the same bytes. */
export function record(clock: Clock, journal: Journal): Stage {
  let second = -1;
  let date = "";
  const shareText = createSharedTexts();
  /** How many requests ended before they had an id. */
  let left = 0;
  return function record(request, response, next) {
    const turn = openTurn(request);
    const now = Math.floor(clock.now() / 1000);
    if (now !== second) {
      second = now;
      date = new Date(now * 1000).toUTCString();
    }
    response.sendDate = false;
    turn.headers.date = date;
    listen(response, { request, turn, write: response.write, end: response.end, entry: undefined, parts: [] });
    next();
  };

  /**
   * What goes out is taken where it goes out, so that the journal tells what the client was told, byte for byte. The
   * functions are the same for every response: ones of its own would keep it from being collected young, which took a
   * tenth of the time of a small request.
   */
  function listen(response: Recorded, recording: Recording): void {
    response[RECORDING] = recording;
    response.write = recordedWrite as ServerResponse["write"];
    response.end = recordedEnd as ServerResponse["end"];
    response.on("close", recordedClose);
  }

  function recordedWrite(this: Recorded, ...all: unknown[]): boolean {
    const recording = this[RECORDING] as Recording;
    keep(this, recording, all[0], false);
    return (recording.write as (...all: unknown[]) => boolean).apply(this, all);
  }

  function recordedEnd(this: Recorded, ...all: unknown[]): ServerResponse {
    const recording = this[RECORDING] as Recording;
    keep(this, recording, all[0], true);
    return (recording.end as (...all: unknown[]) => ServerResponse).apply(this, all);
  }

  function recordedClose(this: Recorded): void {
    if (this.writableFinished) return;
    const recording = this[RECORDING] as Recording;
    if (recording.entry === undefined) {
      const entry = open(this, recording, { bytes: 0, room: 0 });
      if (!this.headersSent) entry.status = 0;
      if (entry.id === "") entry.id = `left_${++left}`;
      journal.add(entry);
      recording.entry = entry;
    }
    recording.entry.isCutShort = true;
  }

  function keep(response: ServerResponse, recording: Recording, chunk: unknown, isLast: boolean): void {
    const isSent = typeof chunk === "string" || chunk instanceof Uint8Array;
    const bytes = isSent ? Buffer.byteLength(chunk) : 0;
    const { entry } = recording;
    const room = journal.limits.bodyBytes - (entry?.reply.bytes ?? 0);
    if (bytes > room) recording.parts = [];
    else if (bytes > 0) recording.parts.push(chunk as string | Uint8Array);
    if (entry === undefined) {
      const opened = open(response, recording, { bytes, room });
      if (!isLast) opened.isOpen = true;
      journal.add(opened);
      recording.entry = opened;
    } else {
      entry.reply.bytes += bytes;
      if (bytes > room) entry.reply.parts = undefined;
      else journal.grow(entry, bytes);
    }
  }

  function open(
    { statusCode }: ServerResponse,
    { request, turn, parts }: Recording,
    { bytes, room }: { bytes: number; room: number },
  ): RawEntry {
    const meant = operationMeant(turn, request);
    const delivered = deliveredOf(turn);
    return {
      id: turn.headers["x-request-id"] ?? "",
      when: clock.now(),
      method: request.method ?? "GET",
      url: request.url ?? "/",
      operationId: meant?.id,
      api: meant?.api,
      token: turn.token || bearerOf(request.headers.authorization),
      requestHeaders: shareText(request.rawHeaders.join("\n")),
      request: keepRequest(turn, request, journal.limits.bodyBytes),
      status: statusCode,
      replyHeaders: turn.headers,
      reply: { bytes, parts: bytes > room ? undefined : parts },
      // The same list: what laws find later, once the reply has left, still gets into the entry.
      breaches: turn.breaches,
      ...(delivered !== undefined && { delivered }),
    };
  }
}

const RECORDING = Symbol("recording");

interface Recorded extends ServerResponse {
  [RECORDING]?: Recording;
}

/** A reply as it goes out. */
interface Recording {
  request: IncomingMessage;
  turn: Turn;
  write: ServerResponse["write"];
  end: ServerResponse["end"];
  /** From the first byte on. */
  entry: RawEntry | undefined;
  parts: (string | Uint8Array)[];
}

/** A request for an unknown path or method carries the nearest operation, for the shape of its error, and means none. */
const operationMeant = ({ operation, breaches }: Turn, { method }: IncomingMessage): Operation | undefined =>
  operation?.method === method && breaches[0]?.rule !== "unknown_path" ? operation : undefined;

/** The exact word after the scheme, where nobody has asked for a credential (yet). */
export const bearerOf = (authorization: string | undefined): string =>
  /^bearer\s+(\S.*)$/i.exec(authorization ?? "")?.[1]?.trim() ?? "";

function keepRequest(turn: Turn, request: IncomingMessage, most: number): KeptBody {
  const { reading } = turn;
  if (reading?.isShared !== true) return kept(turn, request, most);
  reading.kept ??= kept(turn, request, most);
  return reading.kept;
}

function kept({ bytes, call }: Turn, { headers }: IncomingMessage, most: number): KeptBody {
  if (bytes.length === 0) return NOTHING;
  if (call !== undefined && /^multipart\//i.test(headers["content-type"] ?? "")) {
    const form = tellForm(call.body as object);
    return { bytes: bytes.length, parts: undefined, ...(form.length <= most && { form }) };
  }
  if (bytes.length <= COPY_BYTES) return { bytes: bytes.length, parts: [bytes.toString("latin1")], isLatin1: true };
  return { bytes: bytes.length, parts: bytes.length > most ? undefined : [bytes] };
}

const NOTHING: KeptBody = { bytes: 0, parts: [] };

const isFile = (value: unknown): value is UploadedFile =>
  typeof value === "object" && value !== null && (value as Partial<UploadedFile>).bytes instanceof Uint8Array;

/** Forms are told when they arrive: kept as bytes, their files would fill the journal. */
function tellForm(body: object): string {
  const told = (value: unknown): unknown => {
    if (isFile(value)) return summariseFile(value.bytes, value.mediaType, value.filename);
    return Array.isArray(value) ? value.map(told) : value;
  };
  return JSON.stringify(Object.fromEntries(Object.entries(body).map(([name, value]) => [name, told(value)])));
}
