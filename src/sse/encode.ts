/** Writes server-sent events (WHATWG HTML, 9.2.5). Data with line breaks becomes several `data` lines. */
import type { SseEvent } from "./event.ts";

const LINE_END = /\r\n|\r|\n/;

function refuse(isWrong: boolean, field: string, rule: string): void {
  if (isWrong) throw new RangeError(`Failed to write a server-sent event: its ${field} ${rule}`);
}

/**
 * The text of one event, with the blank line that dispatches it. Throws RangeError where a field cannot be written:
 * a line break in `event` or `id` would begin another field, NUL makes a client ignore the `id`, `retry` is digits only.
 */
export function encode({ event, data, id, retry }: SseEvent): string {
  refuse(event !== undefined && /[\r\n]/.test(event), "event", "holds a line break");
  refuse(id !== undefined && /[\r\n\0]/.test(id), "id", "holds a line break or NUL");
  refuse(retry !== undefined && !(Number.isSafeInteger(retry) && retry >= 0), "retry", "is no whole number from 0");
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
