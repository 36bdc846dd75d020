/** Judges a finished reply, or one event of a stream, against what the operation documents. */
import { covers, isJson, isJsonLines, parseMediaType } from "../lib/media-type.ts";
import { type Operation, type Reply, replyFor } from "./operation.ts";
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
  // Without any reply, an operation says nothing of them.
  if (operation.replies.length === 0) return NONE;
  if (documented === undefined) return [undocumented("status", `${operation.id} documents no status ${status}.`)];
  const essence = parseMediaType(String(headers["content-type"] ?? ""))?.essence;
  const violations = checkHeaders(documented, headers);
  if (documented.content.length === 0) return violations;
  const content = documented.content.find(({ mediaType }) => essence !== undefined && covers(mediaType, essence));
  if (content === undefined) {
    const known = documented.content.map(({ mediaType }) => mediaType).join(", ");
    return [
      ...violations,
      undocumented("content-type", `The reply is ${essence ?? "without a media type"}; documented are ${known}.`),
    ];
  }
  const isSequence = essence !== undefined && isJsonLines(essence);
  const isJudged = isJson(content.mediaType) || isSequence || (typeof body === "string" && content.isTextual);
  if (!isJudged || content.mediaType === "text/event-stream") return violations;
  const found = content.check(isSequence ? readLines(body) : body);
  return violations.length === 0 ? found : [...violations, ...found];
}

/** Begins each value of `application/json-seq` (RFC 7464). */
const RECORD_SEPARATOR = "\u001e";

/** The values of a sequence as a list. A line that is no JSON stays a text, which the schema refuses; or does not mind. */
const readLines = (body: unknown): unknown =>
  typeof body !== "string"
    ? body
    : body
        .replaceAll(RECORD_SEPARATOR, "\n")
        .split("\n")
        .flatMap((line) => {
          if (line.trim() === "") return [];
          try {
            return [JSON.parse(line)];
          } catch {
            return [line];
          }
        });

function checkHeaders(documented: Reply, headers: ReplyView["headers"]): readonly Violation[] {
  let violations: Violation[] | undefined;
  for (const { name, required, check } of documented.headers) {
    const value = headers[name];
    const found =
      value !== undefined
        ? check(value)
        : required
          ? [undocumented("header", `The reply lacks the header ${name}.`)]
          : NONE;
    if (found.length === 0) continue;
    violations ??= [];
    violations.push(
      ...found.map(({ message }) => undocumented("header", message.replace(/^The header/, `The header ${name}`))),
    );
  }
  return violations ?? NONE;
}

const NONE: readonly Violation[] = Object.freeze([]);

const undocumented = (keyword: string, message: string): Violation => ({
  code: "undocumented",
  in: "reply",
  pointer: "",
  keyword,
  message,
});
