/** Reads server-sent events from bytes as they arrive (WHATWG HTML, 9.2.6); needs nothing that a browser lacks. */
import type { SseEvent } from "./event.ts";
import { firstInvalidByte } from "./utf8.ts";

/** An event as the stream gave it: `id` and `retry` are those of its own lines. */
export interface DecodedEvent extends SseEvent {
  /** Position among the dispatched events, from 0. */
  index: number;
  /** Byte at which its first field line begins, from the start of the stream (a leading BOM counts). */
  offset: number;
  /** The latest `id` seen, this event's or an earlier one's; empty where there was none. */
  lastEventId: string;
}

export type NoteKind =
  | "invalid-utf8"
  | "bom"
  | "comment"
  | "unknown-field"
  | "bad-retry"
  | "bad-id"
  | "forgotten-name"
  | "unterminated";

/** What a reader passes over in silence and a judge wants to know. */
export interface Note {
  kind: NoteKind;
  /** Byte of the stream at which it begins. */
  offset: number;
  /** What stood there, at most 200 characters of it. */
  text: string;
}

export interface DecoderOptions {
  /** Most bytes that one line, or the data lines of one event, may take. Default 16 MiB. */
  maxEventBytes?: number;
  onNote?: (note: Note) => void;
}

/** An event that the end of the stream cut off: never dispatched. */
export type UnterminatedEvent = SseEvent & { offset: number };

export interface Decoder {
  /** The events that these bytes complete. Throws `EventTooLargeError`, and from then on always. */
  push(bytes: Uint8Array): DecodedEvent[];
  /** Ends the stream; tells of an event without its blank line. */
  end(): { unterminated?: UnterminatedEvent };
}

export class EventTooLargeError extends Error {
  override readonly name = "EventTooLargeError";
  /** Where the event begins, and the events that the same bytes completed before it. */
  readonly offset: number;
  readonly events: readonly DecodedEvent[];

  constructor(limit: number, offset: number, events: readonly DecodedEvent[]) {
    super(`The server-sent event at byte ${offset} is larger than ${limit} bytes (maxEventBytes)`);
    this.offset = offset;
    this.events = events;
  }
}

const [LF, CR] = [0x0a, 0x0d];
const BOM = [0xef, 0xbb, 0xbf];
const DEFAULT_MAX = 16 * 1024 * 1024;
const NOTE_LENGTH = 200;
const SMALL = 1024;

/** One block of lines between two blank ones. */
interface Block {
  offset: number;
  bytes: number;
  data: string[];
  event: string;
  id?: string;
  retry?: number;
}

const open = (offset: number): Block => ({ offset, bytes: 0, data: [], event: "" });

/** Adds to an event the fields that its block has. Spreading would take most of the time that an event takes. */
function withFields<Event extends SseEvent>(given: Event, { event, id, retry }: Block): Event {
  if (event !== "") given.event = event;
  if (id !== undefined) given.id = id;
  if (retry !== undefined) given.retry = retry;
  return given;
}

const dataOf = ({ data }: Block): string => (data.length === 1 ? (data[0] as string) : data.join("\n"));

export function createDecoder({ maxEventBytes = DEFAULT_MAX, onNote }: DecoderOptions = {}): Decoder {
  // Line ends are bytes that no longer sequence holds, so that decoding line by line equals decoding the whole.
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
  let block: Block | undefined;
  let pending = new Uint8Array(SMALL);
  let pendingLength = 0;
  let lineOffset = 0;
  let isAfterCr = false;
  let index = 0;
  let lastEventId = "";
  let failure: EventTooLargeError | undefined;

  const note = (kind: NoteKind, offset: number, text: string): void =>
    onNote?.({ kind, offset, text: text.slice(0, NOTE_LENGTH) });

  function checkSize(lineLength: number, events: readonly DecodedEvent[]): void {
    if ((block?.bytes ?? 0) + lineLength <= maxEventBytes) return;
    pending = new Uint8Array(0);
    failure = new EventTooLargeError(maxEventBytes, block?.offset ?? lineOffset, events);
    block = undefined;
    throw failure;
  }

  /** Keeps the start of a line whose end has not come; a copy, since the caller may use its buffer again. */
  function keep(part: Uint8Array): void {
    const length = pendingLength + part.length;
    if (length > pending.length) {
      const larger = new Uint8Array(Math.max(length, pending.length * 2));
      larger.set(pending.subarray(0, pendingLength));
      pending = larger;
    }
    pending.set(part, pendingLength);
    pendingLength = length;
  }

  /** The whole line, of which `part` is the last piece. */
  function complete(part: Uint8Array): Uint8Array {
    if (pendingLength === 0) return part;
    keep(part);
    const line = pending.subarray(0, pendingLength);
    if (pending.length > SMALL) pending = new Uint8Array(SMALL);
    pendingLength = 0;
    return line;
  }

  function readField(name: string, value: string, offset: number, length: number): void {
    block ??= open(offset);
    if (name === "data") {
      block.data.push(value);
      // The line end counts too: a flood of empty lines must reach the limit.
      block.bytes += length + 1;
    } else if (name === "event") block.event = value;
    else if (name === "id") {
      if (value.includes("\0")) note("bad-id", offset, value);
      else {
        block.id = value;
        lastEventId = value;
      }
    } else if (name === "retry") {
      if (/^[0-9]+$/.test(value)) block.retry = Math.min(Number(value), Number.MAX_SAFE_INTEGER);
      else note("bad-retry", offset, value);
    } else note("unknown-field", offset, name);
  }

  function readLine(line: Uint8Array): void {
    const hasBom = lineOffset === 0 && BOM.every((byte, at) => line[at] === byte);
    const offset = hasBom ? BOM.length : lineOffset;
    const bytes = hasBom ? line.subarray(BOM.length) : line;
    const text = utf8.decode(bytes);
    if (text === "") return;
    if (onNote !== undefined && text.includes("\ufffd")) {
      const at = firstInvalidByte(bytes);
      if (at >= 0) note("invalid-utf8", offset + at, text);
    }
    if (text.startsWith("\ufeff")) note("bom", offset, text);
    const colon = text.indexOf(":");
    if (colon === 0) note("comment", offset, text.slice(1));
    else if (colon < 0) readField(text, "", offset, bytes.length);
    else readField(text.slice(0, colon), text.slice(colon + (text[colon + 1] === " " ? 2 : 1)), offset, bytes.length);
  }

  function dispatch(events: DecodedEvent[]): void {
    if (block === undefined) return;
    const { offset, data, event } = block;
    if (data.length > 0) events.push(withFields({ data: dataOf(block), index: index++, offset, lastEventId }, block));
    else if (event !== "") note("forgotten-name", offset, event);
    block = undefined;
  }

  function push(bytes: Uint8Array): DecodedEvent[] {
    if (failure !== undefined) throw failure;
    const events: DecodedEvent[] = [];
    let start = 0;
    // A CR ends its line at once; the LF that may follow, even in the next chunk, belongs to it.
    const skipLf = (): void => {
      if (!isAfterCr || start >= bytes.length) return;
      isAfterCr = false;
      if (bytes[start] !== LF) return;
      start++;
      lineOffset++;
    };
    let [lf, cr] = [-1, -1];
    const next = (byte: number): number => {
      const at = bytes.indexOf(byte, start);
      return at < 0 ? bytes.length : at;
    };
    for (skipLf(); start < bytes.length; skipLf()) {
      if (lf < start) lf = next(LF);
      if (cr < start) cr = next(CR);
      const end = Math.min(lf, cr);
      const length = pendingLength + end - start;
      checkSize(length, events);
      if (end === bytes.length) {
        keep(bytes.subarray(start));
        break;
      }
      const line = complete(bytes.subarray(start, end));
      // A first line that holds nothing but the BOM is blank as well, and there is no event then.
      if (line.length === 0) dispatch(events);
      else readLine(line);
      isAfterCr = end === cr;
      lineOffset += length + 1;
      start = end + 1;
    }
    return events;
  }

  function end(): { unterminated?: UnterminatedEvent } {
    if (failure !== undefined || (pendingLength === 0 && block === undefined)) return {};
    if (pendingLength > 0) readLine(complete(new Uint8Array(0)));
    if (block === undefined) return {};
    const unterminated = withFields<UnterminatedEvent>({ data: dataOf(block), offset: block.offset }, block);
    block = undefined;
    note("unterminated", unterminated.offset, unterminated.data);
    return { unterminated };
  }

  return { push, end };
}
