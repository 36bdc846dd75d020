/** Judges any reply, whatever was sent: status, headers, media type, schema, the payload of each event, and the laws. */
import { checkReply } from "../../contract/check-reply.ts";
import { type Operation, replyFor } from "../../contract/operation.ts";
import type { Violation } from "../../contract/violation.ts";
import type { ExchangeReply } from "../../exchange/exchange.ts";
import { checkExchange } from "../../laws/check-exchange.ts";
import type { Profile } from "../../laws/law.ts";
import { abridge } from "../../lib/abridge.ts";
import type { DecodedEvent } from "../../sse/decode.ts";
import type { Fault } from "../finding.ts";
import type { ReadExchange } from "./read-recording.ts";
import { faultOf, type Verdict } from "./verdict.ts";

export interface JudgeOptions {
  operation: Operation;
  profile: Profile;
}

const GENERIC = new Set(["status", "header", "content-type"]);

export async function judgeReply(read: ReadExchange, { operation, profile }: JudgeOptions): Promise<Verdict> {
  const { exchange, notJson } = read;
  const { reply } = exchange;
  const { events } = reply;
  const schema = checkReply(operation, reply)
    // A body that is no JSON has no value for the schema to judge; that is said once, below.
    .filter(({ keyword }) => notJson === undefined || GENERIC.has(keyword))
    .flatMap((violation) => fromViolation(violation, profile));
  const broken =
    notJson === undefined ? [] : faultOf("schema", `The body claims to be JSON and is not: ${notJson}.`, { profile });
  const payloads = events === undefined ? [] : judgeEvents(read, { operation, profile });
  const { findings, judged, notJudged } = await checkExchange(exchange, { operation, profile });
  const laws = findings.map(({ law, pointer = "", eventIndex, ...rest }): Fault => {
    return {
      rule: law,
      ...rest,
      pointer,
      ...(eventIndex !== undefined && placeOf(events, eventIndex)),
    };
  });
  // A law that speaks of an event, or of a field of events, says more of it than the schema does.
  const isTold = ({ eventIndex, pointer }: Fault): boolean => {
    const field = pointer.split("/").at(-1) ?? "";
    return laws.some((law) => law.eventIndex === eventIndex || (field !== "" && law.message.includes(field)));
  };
  // Where a law says what is wrong with the status or the media type of a stream, the document says it once more.
  const isStatusTold = laws.some(({ rule }) => rule === "framing.F1" || rule === "chat.C10");
  const others = schema.filter(({ rule }) => !isStatusTold || (rule !== "status" && rule !== "content-type"));
  return {
    faults: [...others, ...broken, ...payloads.filter((fault) => !isTold(fault)), ...laws],
    judged: ["status", "content-type", "header", "schema", ...judged],
    notJudged,
  };
}

const fromViolation = (
  violation: Violation,
  profile: Profile,
  place: { eventIndex?: number; byteOffset?: number } = {},
): Fault[] =>
  faultOf(violation.code === "undocumented" ? violation.keyword : "schema", violation.message, {
    profile,
    pointer: violation.pointer,
    ...place,
  });

function placeOf(events: ExchangeReply["events"], eventIndex: number): { eventIndex: number; byteOffset?: number } {
  const offset = (events?.[eventIndex] as Partial<DecodedEvent> | undefined)?.offset;
  return { eventIndex, ...(offset !== undefined && { byteOffset: offset }) };
}

/** One finding per event and kind: a schema that one event breaks, a hundred like it break too. */
function judgeEvents({ exchange }: ReadExchange, { operation, profile }: JudgeOptions): Fault[] {
  const { status, events = [] } = exchange.reply;
  const stream = replyFor(operation, status)?.stream;
  if (stream === undefined) return [];
  return events.flatMap(({ data }, index) => {
    // Whether a sentinel belongs there is a law.
    if (data === (stream.sentinel ?? "[DONE]") || data === "[DONE]") return [];
    const place = placeOf(events, index);
    const payload = parse(data);
    if (payload === undefined) {
      const shown = abridge(JSON.stringify(data.slice(0, 61)), 60);
      return faultOf("schema", `The data of an event is no JSON: ${shown}.`, { profile, ...place });
    }
    return stream.check(payload.value).flatMap((violation) => fromViolation(violation, profile, place));
  });
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
