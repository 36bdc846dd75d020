/** A transcript is in the format that was asked for, and its times never fall. */
import type { Exchange } from "../exchange/exchange.ts";
import { parseMediaType } from "../lib/media-type.ts";
import { factsOf, isFacts, listOf, shown } from "./facts.ts";
import { type Fault, KEPT, type Law, NOT_JUDGED, type Ruling, severity } from "./law.ts";
import { faultOfSubRip, faultOfWebVtt } from "./subtitles.ts";

type Check = (body: unknown, mediaType: string) => Fault | undefined;

function isAsAsked({ request, reply }: Exchange): Ruling {
  if (!isFacts(request.body) || reply.body === undefined) return NOT_JUDGED;
  const format = request.body.response_format ?? "json";
  const check = typeof format === "string" && Object.hasOwn(CHECKS, format) ? CHECKS[format] : undefined;
  if (check === undefined) return NOT_JUDGED;
  const header = reply.headers["content-type"];
  const fault = check(reply.body, (typeof header === "string" && parseMediaType(header)?.essence) || "");
  return fault === undefined ? KEPT : [fault];
}

const asText =
  (name: string, faultOf: (text: string) => string | undefined): Check =>
  (body) => {
    if (typeof body !== "string")
      return { pointer: "", message: `The answer must be ${name}, but it is ${kindOf(body)}.` };
    const fault = faultOf(body);
    return fault === undefined ? undefined : { pointer: "", message: `The answer must be ${name}: ${fault}.` };
  };

/** The pages also show a bare JSON string in the place of the object; a plain text is none. */
const asJson: Check = (body, mediaType) => {
  if (mediaType.startsWith("text/"))
    return { pointer: "", message: `The answer must be a JSON object, but it is of the media type ${mediaType}.` };
  if (isFacts(body) || typeof body === "string") return undefined;
  return { pointer: "", message: `The answer must be a JSON object, but it is ${kindOf(body)}.` };
};

const asVerbose: Check = (body) => {
  if (!isFacts(body)) return { pointer: "", message: `The answer must be a JSON object, but it is ${kindOf(body)}.` };
  if (![body.duration, body.segments, body.words].some((told) => told !== undefined && told !== null))
    return { pointer: "", message: "The answer must carry times as verbose_json does: a duration, segments or words." };
  return (
    fallingTime(body.segments, "/segments") ??
    fallingTime(body.words, "/words") ??
    listOf(body.words).reduce<Fault | undefined>(
      (fault, word, index) => fault ?? fallingTime(factsOf(word).characters, `/words/${index}/characters`),
      undefined,
    )
  );
};

const CHECKS: Readonly<Record<string, Check>> = {
  json: asJson,
  verbose_json: asVerbose,
  text: asText("plain text", () => undefined),
  srt: asText("SubRip subtitles", faultOfSubRip),
  vtt: asText("WebVTT subtitles", faultOfWebVtt),
};

/** Stretches may overlap where several people speak, but each starts no earlier than the one before. */
function fallingTime(stretches: unknown, pointer: string): Fault | undefined {
  let earliest = 0;
  for (const [position, stretch] of listOf(stretches).entries()) {
    const { start, end } = factsOf(stretch);
    if (typeof start !== "number") continue;
    const at = `${pointer}/${position}`;
    if (start < earliest)
      return { pointer: `${at}/start`, message: `start must be at least ${earliest}, but it is ${start}.` };
    if (typeof end === "number" && end < start) {
      return { pointer: `${at}/end`, message: `end must be at least ${start}, but it is ${shown(end)}.` };
    }
    earliest = start;
  }
  return undefined;
}

function kindOf(body: unknown): string {
  if (isFacts(body)) return "a JSON object";
  return ArrayBuffer.isView(body) ? "bytes" : shown(body);
}

export const transcriptionLaws: readonly Law[] = [
  {
    id: "transcription.W1",
    summary: "A transcript parses as the response_format that was asked for, and its times never fall.",
    source: "OpenAI API reference, create transcription: response_format; WebVTT, section 4.1",
    severity: severity("ERROR"),
    judges: "reply",
    check: isAsAsked,
  },
];
