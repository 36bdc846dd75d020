/** Judges a finished reply, or one event of a stream, against what the operation documents. */
import { covers, isJson, parseMediaType } from "../lib/media-type.ts";
import { type Operation, replyFor } from "./operation.ts";
import type { Violation } from "./violation.ts";

export interface ReplyView {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, unknown>>;
  /** The parsed JSON value, or a text; undefined when there is no body. Bytes are judged by their media type alone. */
  body: unknown;
}

/** All that departs from the document: status, content type, headers, schema. */
export function checkReply(operation: Operation, { status, headers, body }: ReplyView): readonly Violation[] {
  const documented = replyFor(operation, status);
  if (documented === undefined) return [undocumented("status", `${operation.id} documents no status ${status}.`)];
  const essence = parseMediaType(String(headers["content-type"] ?? ""))?.essence;
  const violations = documented.headers.flatMap(({ name, required, check }) => {
    const value = headers[name];
    if (value === undefined) return required ? [undocumented("header", `The reply lacks the header ${name}.`)] : [];
    return check(coerceHeader(value)).length === 0 || check(value).length === 0 ? [] : check(value);
  });
  if (documented.content.length === 0) return violations;
  const content = documented.content.find(({ mediaType }) => essence !== undefined && covers(mediaType, essence));
  if (content === undefined) {
    const known = documented.content.map(({ mediaType }) => mediaType).join(", ");
    return [
      ...violations,
      undocumented("content-type", `The reply is ${essence ?? "without a media type"}; documented are ${known}.`),
    ];
  }
  const isJudged = isJson(content.mediaType) || typeof body === "string";
  return isJudged && content.mediaType !== "text/event-stream" ? [...violations, ...content.check(body)] : violations;
}

const coerceHeader = (value: unknown): unknown =>
  typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;

const undocumented = (keyword: string, message: string): Violation => ({
  code: "undocumented",
  in: "reply",
  pointer: "",
  keyword,
  message,
});
