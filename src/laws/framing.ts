/** The laws of every event stream, whatever its payloads mean: what the standard says, and what readers pass over. */
import type { Exchange, StreamedEvent } from "../exchange/exchange.ts";
import { parseMediaType } from "../lib/media-type.ts";
import { createDecoder, type Note, type NoteKind, type UnterminatedEvent } from "../sse/decode.ts";
import { isJson, shown } from "./facts.ts";
import { KEPT, type Law, NOT_JUDGED, type Ruling, type Severity, severity } from "./law.ts";
import { carriedBy } from "./payloads.ts";

const STANDARD = "WHATWG HTML, 9.2";

function isEventStream({ reply: { status, headers, events } }: Exchange): Ruling {
  if (events === undefined) return NOT_JUDGED;
  if (status !== 200) return [{ message: `A stream is answered with status 200, but here it is ${status}.` }];
  const type = headers["content-type"];
  if (parseMediaType(typeof type === "string" ? type : undefined)?.essence === "text/event-stream") return KEPT;
  return [{ message: `The media type of a stream must be text/event-stream, but it is ${shown(type)}.` }];
}

/** Finds the first thing of a kind that decoding noticed. */
const noting =
  (kind: NoteKind, tell: (note: Note) => string | undefined) =>
  ({ reply: { stream } }: Exchange): Ruling => {
    if (stream === undefined) return NOT_JUDGED;
    for (const note of stream.notes) {
      const owed = note.kind === kind ? tell(note) : undefined;
      if (owed === undefined) continue;
      return [{ byteOffset: note.offset, message: `At byte ${note.offset} of the stream, ${owed}.` }];
    }
    return KEPT;
  };

/** A field of the standard after a line end of another standard. */
const FALSE_LINE_END = /(?:[\u2028\u2029\u0085\v\f]|\\r|\\n)+(?:data|event|id|retry):/;

/** Whether such line ends kept the last event open; a payload that was cut may speak of fields, too. */
function isMisended({ data, event = "" }: UnterminatedEvent): boolean {
  const [before = "", ...rest] = data.split(FALSE_LINE_END);
  return FALSE_LINE_END.test(event) || (rest.length > 0 && isJson(before));
}

function endsItsLines({ reply: { events, stream } }: Exchange): Ruling {
  if (events === undefined) return NOT_JUDGED;
  const owed = "A line ends with CRLF, LF or CR and nothing else, but here it is";
  const last = stream?.unterminated;
  if (last !== undefined && isMisended(last)) {
    return [{ byteOffset: last.offset, message: `${owed} ${shown(last.data || last.event)}.` }];
  }
  const carried = carriedBy(events);
  for (const [eventIndex, { data }] of events.entries()) {
    if (carried[eventIndex]?.kind !== "unreadable" || !FALSE_LINE_END.test(data)) continue;
    return [{ eventIndex, message: `${owed} ${shown(data)}.` }];
  }
  return KEPT;
}

function joinsItsLines({ reply: { events } }: Exchange): Ruling {
  if (events === undefined) return NOT_JUDGED;
  for (const [eventIndex, { data }] of events.entries()) {
    if (!data.includes("\n") || isJson(data) || !isJson(data.replaceAll("\n", ""))) continue;
    const message = `The data lines of an event join with LF, which breaks the JSON that was split: ${shown(data)}.`;
    return [{ eventIndex, message }];
  }
  return KEPT;
}

/** Marks by which other formats begin a comment, and a colon that something stands before. */
const FALSE_COMMENT = /^(?:#|\/\/|;|--|[ \t]*$)/;
/** A field of the standard that is misspelt, or whose colon is not where it belongs; a payload without its field. */
const FALSE_FIELD = /^[ \t]*(?:(?:data|event|id|retry)(?![\w-])|\{"|\[DONE\])/i;

function isWhole({ reply: { stream } }: Exchange): Ruling {
  if (stream === undefined) return NOT_JUDGED;
  // What other line ends kept together is F4's.
  if (stream.unterminated === undefined || isMisended(stream.unterminated)) return KEPT;
  const { data, offset, event, id, retry } = stream.unterminated;
  // These are taken as soon as their line ends: without data and a name there is nothing to lose.
  if (data === "" && event === undefined && (id ?? retry) !== undefined) return KEPT;
  // A last line of spaces begins no event.
  if (stream.notes.some((note) => note.offset === offset && /^[ \t]+$/.test(note.text))) return KEPT;
  const message = `The event at byte ${offset} must end with a blank line, or it is lost: ${shown(data)}.`;
  return [{ byteOffset: offset, message }];
}

/** Whoever read the stream in its pieces must have read what the whole of it says. */
function isFreeOfCutting({ reply: { events, stream } }: Exchange): Ruling {
  if (events === undefined || stream?.bytes === undefined) return NOT_JUDGED;
  const whole = createDecoder({ maxEventBytes: Number.POSITIVE_INFINITY }).push(stream.bytes);
  const eventIndex = whole.findIndex((event, index) => !isSame(event, events[index]));
  if (eventIndex < 0 && whole.length === events.length) return KEPT;
  const at = eventIndex < 0 ? whole.length : eventIndex;
  const [owed, came] = [whole[at]?.data, events[at]?.data];
  return [{ eventIndex: at, message: `The bytes as a whole say ${shown(owed)} here, but ${shown(came)} was read.` }];
}

const isSame = (one: StreamedEvent, other: StreamedEvent | undefined): boolean =>
  one.data === other?.data && one.event === other.event && one.id === other.id && one.retry === other.retry;

const row = (id: string, { summary, check, section, weight = "ERROR" }: Row): Law => ({
  id: `framing.${id}`,
  summary,
  source: `${STANDARD}${section}`,
  severity: severity(weight),
  judges: "stream",
  check,
});

interface Row {
  summary: string;
  check: (exchange: Exchange) => Ruling;
  /** Of the standard, below 9.2. */
  section: string;
  /** WARN where every reader of the standard passes it over without loss. */
  weight?: Severity;
}

export const framingLaws: readonly Law[] = [
  row("F1", {
    summary: "A stream has status 200 and the media type text/event-stream.",
    section: ".3, processing model",
    check: isEventStream,
  }),
  row("F2", {
    summary: "The bytes of a stream are UTF-8.",
    section: ".5, parsing an event stream",
    check: noting("invalid-utf8", ({ text }) => `the bytes must be UTF-8, but they are not: ${shown(text)}`),
  }),
  row("F3", {
    summary: "There is at most one byte order mark, at the very start.",
    section: ".5, parsing an event stream",
    check: noting("bom", () => "there is a byte order mark that no reader strips"),
  }),
  row("F4", {
    summary: "A line ends with CRLF, LF or CR; U+2028, U+2029 and U+0085 end none.",
    section: ".5, parsing an event stream: end-of-line",
    check: endsItsLines,
  }),
  row("F5", {
    summary: "A line that starts with a colon is a comment, and no other line is.",
    section: ".6, interpreting an event stream: comments",
    weight: "WARN",
    check: noting("unknown-field", ({ text }) =>
      FALSE_COMMENT.test(text) ? `a comment must start with a colon, not with ${shown(text)}` : undefined,
    ),
  }),
  row("F6", {
    summary: "A field is its name, a colon and its value: one space after the colon is dropped, none before it.",
    section: ".6, interpreting an event stream: fields",
    check: noting("unknown-field", ({ text }) =>
      FALSE_FIELD.test(text) ? `a field must be data, event, id or retry to the letter, not ${shown(text)}` : undefined,
    ),
  }),
  row("F7", {
    summary: "Several data lines of an event join with LF.",
    section: ".6, interpreting an event stream: data",
    check: joinsItsLines,
  }),
  row("F8", {
    summary: "An id holds no NUL, or it is ignored.",
    section: ".6, interpreting an event stream: id",
    weight: "WARN",
    check: noting("bad-id", () => "an id must not hold NUL"),
  }),
  row("F9", {
    summary: "retry is digits only, or it is ignored.",
    section: ".6, interpreting an event stream: retry",
    weight: "WARN",
    check: noting("bad-retry", ({ text }) => `retry must be digits only, but it is ${shown(text)}`),
  }),
  row("F10", {
    summary: "An event has data, or it is never dispatched and its name is forgotten.",
    section: ".6, interpreting an event stream: dispatch",
    check: noting("forgotten-name", ({ text }) => `the event ${shown(text)} must have data, or no reader gets it`),
  }),
  row("F11", {
    summary: "The last event ends with a blank line, or it is lost: the sentinel too.",
    section: ".6, interpreting an event stream: end of file",
    check: isWhole,
  }),
  row("F12", {
    summary: "Any cutting of the same bytes into pieces gives the same events.",
    section: ".6, interpreting an event stream",
    check: isFreeOfCutting,
  }),
];
