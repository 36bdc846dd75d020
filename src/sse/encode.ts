/** Writes server-sent events (WHATWG HTML, 9.2.5). Data with line breaks becomes several `data` lines. */
import type { SseEvent } from "./event.ts";

const LINE_END = /\r\n|\r|\n/;

/** The text of one event, with the blank line that dispatches it. */
export function encode({ event, data, id, retry }: SseEvent): string {
  const head = `${event === undefined ? "" : `event: ${event}\n`}${id === undefined ? "" : `id: ${id}\n`}${retry === undefined ? "" : `retry: ${retry}\n`}`;
  // JSON never holds a raw line break, so that nearly every event takes the short way.
  if (!data.includes("\n") && !data.includes("\r")) return `${head}data: ${data}\n\n`;
  return `${head}${data
    .split(LINE_END)
    .map((line) => `data: ${line}\n`)
    .join("")}\n`;
}

/** A comment line, which clients ignore: it keeps a quiet connection alive. */
export const encodeComment = (text: string): string => `: ${text.split(LINE_END).join(" ")}\n\n`;
