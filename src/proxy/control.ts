/** What a proxy tells of itself: its journal, under the same paths and in the same shapes as the server's. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Journal } from "../exchange/journal.ts";
import { type CredentialName, pathOf, renderEntry } from "../exchange/render-entry.ts";

const CONTROL_PATH = "/__gatetwin";
const MOST_LISTED = 1_000;

export const isControlPath = (url: string): boolean => /^\/__gatetwin(?=[/?]|$)/.test(url);

export interface ControlOptions {
  journal: Journal;
  /** Names of credentials, in addition to those that always hold one. */
  credentials: readonly CredentialName[];
}

/** `GET requests` and `GET requests/<id>`; with a bearer token only what that token asked for. */
export function answerControl(request: IncomingMessage, response: ServerResponse, options: ControlOptions): void {
  const { status, body } = answer(request, options);
  request.resume();
  const text = JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  response.end(request.method === "HEAD" ? undefined : text);
}

function answer(
  { url = "/", method = "GET", headers }: IncomingMessage,
  { journal, credentials }: ControlOptions,
): { status: number; body: unknown } {
  const [name, id, ...more] = pathOf(url)
    .slice(CONTROL_PATH.length + 1)
    .split("/");
  if (name !== "requests" || more.length > 0)
    return error(404, "unknown_control_path", `The proxy has nothing here. See ${CONTROL_PATH}/requests.`);
  if (method !== "GET" && method !== "HEAD")
    return error(405, "method_not_allowed", `This answers GET, not ${method}.`);
  const token = /^bearer\s+(\S.*)$/i.exec(headers.authorization ?? "")?.[1]?.trim();
  const entries = journal.read(token);
  if (id !== undefined && id !== "") {
    const entry = entries.find((one) => one.id === id);
    if (entry !== undefined) return { status: 200, body: renderEntry(entry, credentials) };
    return error(404, "unknown_request", `The journal has no request ${id.slice(0, 80)}; the oldest go first.`);
  }
  const limit = Number(new URLSearchParams(url.slice(pathOf(url).length)).get("limit") ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_LISTED)
    return error(400, "invalid_request", `limit must be a whole number from 1 to ${MOST_LISTED}.`);
  // The newest: whoever looks into a proxy wants to know what has just passed.
  const data = entries.slice(-limit).map((entry) => renderEntry(entry, credentials));
  return { status: 200, body: { count: entries.length, hasMore: entries.length > data.length, data } };
}

const error = (status: number, code: string, message: string) => ({ status, body: { error: { code, message } } });
