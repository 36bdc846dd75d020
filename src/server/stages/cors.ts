/**
 * Lets pages of any origin call the gateways (Fetch, 3.2): a fake that takes any key has nothing to guard. The control
 * API is not for them, since its journal tells what others have sent.
 */
import type { IncomingMessage, ServerResponse } from "node:http";

/** Answers a preflight, and returns true then; marks the answer to come for any other request of a page. */
export function cors({ method, headers }: IncomingMessage, response: ServerResponse): boolean {
  if (headers.origin === undefined) return false;
  response.setHeader("access-control-allow-origin", "*");
  const wanted = headers["access-control-request-method"];
  if (method !== "OPTIONS" || wanted === undefined) {
    response.setHeader("access-control-expose-headers", "*");
    return false;
  }
  // The names themselves: a wildcard would not cover Authorization. Whether there is such an operation is told to the
  // request that follows, where the page can read why.
  response.writeHead(204, {
    "access-control-allow-methods": wanted,
    "access-control-allow-headers": headers["access-control-request-headers"] ?? "",
    "access-control-max-age": "600",
    vary: "access-control-request-method, access-control-request-headers",
  });
  response.end();
  return true;
}
