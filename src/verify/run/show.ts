/** Requests and replies as a report shows them: without credentials, and cut to a bound. */
import { headerOf, type RecordedHeaders, type Recording } from "../../exchange/recording.ts";
import { isJson, parseMediaType } from "../../lib/media-type.ts";
import { redactHeaders, redactValue } from "../../lib/redact.ts";
import type { CaseBody } from "../case.ts";
import type { ReadExchange } from "../checks/read-recording.ts";
import type { ReceivedReply, SentRequest } from "../report/report.ts";
import { isUpload } from "./wire.ts";

const MOST_CHARACTERS = 20_000;
const MOST_EVENTS = 50;

const texts = (headers: RecordedHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]));

export function showRequest(
  { method, url, headers, body }: Recording["request"],
  { secrets, planned }: { secrets: readonly string[]; planned?: CaseBody | undefined },
): SentRequest {
  const shown = planned === undefined ? textOf(body, headers) : plannedBody(planned);
  return {
    method,
    url: redactValue(url, secrets) as string,
    headers: redactValue(redactHeaders(texts(headers)), secrets) as Record<string, string>,
    ...(shown !== undefined && { body: redactValue(shown, secrets) }),
  };
}

const plannedBody = (body: CaseBody): unknown => (body.kind === "text" ? body.text : summarize(body.value));

/** Files are told by what they are, not by their bytes. */
function summarize(value: unknown): unknown {
  if (isUpload(value)) return `[${value.bytes.length} bytes of ${value.mediaType}, ${value.filename}]`;
  if (Array.isArray(value)) return value.map(summarize);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, summarize(item)]));
}

export function showReply(
  { status, headers, body }: Recording["reply"],
  { exchange }: ReadExchange,
  secrets: readonly string[],
): ReceivedReply {
  const { events } = exchange.reply;
  const told = events?.slice(0, MOST_EVENTS).map(({ event, data }) => ({
    ...(event !== undefined && { event }),
    data: cut(data),
  }));
  const value = events === undefined ? bounded(exchange.reply.body, body, headers) : undefined;
  return redactValue(
    {
      status,
      headers: redactHeaders(texts(headers)),
      ...(value !== undefined && { body: value }),
      ...(told && { events: told }),
    },
    secrets,
  ) as ReceivedReply;
}

function bounded(value: unknown, bytes: Uint8Array | undefined, headers: RecordedHeaders): unknown {
  if (value instanceof Uint8Array || value === undefined) return textOf(bytes, headers);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length <= MOST_CHARACTERS ? value : cut(text);
}

function textOf(bytes: Uint8Array | undefined, headers: RecordedHeaders): string | undefined {
  if (bytes === undefined || bytes.length === 0) return undefined;
  const essence = parseMediaType(headerOf(headers, "content-type"))?.essence ?? "";
  if (isJson(essence) || essence.startsWith("text/")) return cut(Buffer.from(bytes).toString("utf8"));
  return `[${bytes.length} bytes of ${essence || "an unknown type"}]`;
}

const cut = (text: string): string => (text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)}…`);
