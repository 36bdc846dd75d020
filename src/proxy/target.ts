/** What is asked of the upstream: the path, and the headers that frame the body. */
import type { IncomingMessage } from "node:http";
import { endToEnd } from "./headers.ts";

const MAY_HAVE_BODY = new Set(["POST", "PUT", "PATCH"]);

/** The headers to send, with the framing that the body came with: a length stays, anything else is chunked again. */
export function framed(request: IncomingMessage): string[] {
  const isChunked = request.headers["transfer-encoding"] !== undefined;
  // This server has answered `Expect` itself.
  // Without chunks, nothing can be announced to come after them.
  const headers = endToEnd(request.rawHeaders, ["host", "expect", ...(isChunked ? [] : ["trailer"])]);
  if (isChunked) return [...headers, "Transfer-Encoding", "chunked"];
  const isEmpty = request.headers["content-length"] === undefined && MAY_HAVE_BODY.has(request.method ?? "");
  // Node would announce chunks otherwise, which some servers wait for.
  return isEmpty ? [...headers, "Content-Length", "0"] : headers;
}

/**
 * The path and query to ask the upstream for, to the letter; undefined for a target that names another server: to pass
 * that on would tell the upstream what was meant for somebody else.
 */
export function pathOfTarget({ url = "/", socket }: IncomingMessage, origin: string): string | undefined {
  if (url.startsWith("/") || url === "*") return url;
  const named = /^(https?:\/\/[^/?#]*)(.*)$/i.exec(url);
  if (named === null) return undefined;
  const [, server = "", rest = ""] = named;
  const own = [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`, `[::1]:${socket.localPort}`];
  const isOwn = server.toLowerCase() === origin || own.includes(server.toLowerCase().replace(/^http:\/\//, ""));
  if (!isOwn) return undefined;
  return rest.startsWith("/") ? rest : `/${rest}`;
}
