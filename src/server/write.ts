/** Puts an answer on the socket, with all its headers at once. */
import type { ServerResponse } from "node:http";

export interface Answer {
  status: number;
  /** By lower-case name. */
  headers: Readonly<Record<string, string>>;
  /** A text goes out in one write with the headers, bytes in a second one. */
  body: string | Uint8Array | undefined;
}

/** Writes a whole answer and its length. */
export function write(response: ServerResponse, { status, headers, body }: Answer): void {
  if (body === undefined) {
    response.writeHead(status, headers);
    response.end();
    return;
  }
  const length = Buffer.byteLength(body);
  response.writeHead(status, { ...headers, "content-length": String(length) });
  // The bytes are the same, and Node finds them sooner.
  response.end(body, length === body.length ? "latin1" : "utf8");
}
