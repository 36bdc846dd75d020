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
  response.writeHead(status, body === undefined ? headers : { ...headers, "content-length": lengthOf(body) });
  response.end(body);
}

const lengthOf = (body: string | Uint8Array): string => String(Buffer.byteLength(body));
