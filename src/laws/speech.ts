/** A recording is in the format that was asked for, by its media type and by its bytes. */
import type { Exchange } from "../exchange/exchange.ts";
import { parseMediaType } from "../lib/media-type.ts";
import { type MediaFormat, sniff } from "../media/sniff.ts";
import { isFacts, shown } from "./facts.ts";
import { KEPT, type Law, NOT_JUDGED, type Ruling, severity } from "./law.ts";

interface Form {
  mediaTypes: readonly string[];
  /** Undefined for raw samples, which any bytes may be. */
  magic: MediaFormat | undefined;
}

/** The spellings that servers use, registered (RFC 3551, 4337, 9639, IANA) or not. */
const FORMS: Readonly<Record<string, Form>> = {
  mp3: { mediaTypes: ["audio/mpeg", "audio/mp3"], magic: "mp3" },
  opus: { mediaTypes: ["audio/opus", "audio/ogg"], magic: "ogg" },
  aac: { mediaTypes: ["audio/aac", "audio/x-aac", "audio/aacp"], magic: "aac" },
  flac: { mediaTypes: ["audio/flac", "audio/x-flac"], magic: "flac" },
  wav: { mediaTypes: ["audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave"], magic: "wav" },
  pcm: { mediaTypes: ["audio/pcm", "audio/l16"], magic: undefined },
};

function isInForm({ request, reply }: Exchange): Ruling {
  if (!isFacts(request.body) || !(reply.body instanceof Uint8Array)) return NOT_JUDGED;
  const header = reply.headers["content-type"];
  const mediaType = typeof header === "string" ? parseMediaType(header)?.essence : undefined;
  const { response_format: asked, model } = request.body;
  const format = asked ?? "mp3";
  if (typeof format !== "string" || !Object.hasOwn(FORMS, format)) return NOT_JUDGED;
  const wanted = FORMS[format] as Form;
  const isNamed = mediaType !== undefined && wanted.mediaTypes.includes(mediaType);
  // A provider that lacks a format answers in its own, says the page; OpenAI's own models have them all.
  const form = isNamed || hasAllFormats(model) ? wanted : Object.values(FORMS).find(isOf(mediaType));
  if (form === undefined || !isOf(mediaType)(form)) {
    const message = `The media type must be ${shown(wanted.mediaTypes[0])} for ${shown(format)}, but it is ${mediaType === undefined ? "not told" : shown(mediaType)}.`;
    return [{ pointer: "", message }];
  }
  if (reply.body.length === 0) return [{ pointer: "", message: "There must be a recording, but there are no bytes." }];
  const magic = sniff(reply.body);
  const isForm = form.magic === undefined ? magic === undefined || !CONTAINERS.has(magic) : form.magic === magic;
  if (isForm) return KEPT;
  return [
    {
      pointer: "",
      message: `The bytes must be as ${shown(mediaType)} says, but they are ${magic === undefined ? "of no known format" : shown(magic)}.`,
    },
  ];
}

/** Their first bytes are too many to come about by chance; a frame of MP3 or AAC may be loud samples. */
const CONTAINERS: ReadonlySet<MediaFormat> = new Set(["wav", "flac", "ogg", "m4a", "webm"]);

const isOf =
  (mediaType: string | undefined) =>
  ({ mediaTypes }: Form): boolean =>
    mediaType !== undefined && mediaTypes.includes(mediaType);

const hasAllFormats = (model: unknown): boolean =>
  typeof model === "string" && (model.startsWith("openai/") || !model.includes("/"));

export const speechLaws: readonly Law[] = [
  {
    id: "speech.S1",
    summary: "The media type and the first bytes of a recording are of the format that response_format asks for.",
    source: "orq API reference, POST /v2/proxy/audio/speech: response_format",
    severity: severity("ERROR"),
    judges: "reply",
    check: isInForm,
  },
];
