/** A request as a command line for bash that anybody can run again; keys stand in it as variables. */
import { isUtf8 } from "node:buffer";
import type { Recording } from "../../exchange/recording.ts";
import { isSecretHeader } from "../../lib/redact.ts";
import type { CaseBody, CaseRequest } from "../case.ts";
import type { SentRequest } from "./send-case.ts";
import { isUpload, partsOf } from "./wire.ts";

const SECRETS = { first: "$GATETWIN_API_KEY", second: "$GATETWIN_SECOND_API_KEY" } as const;

export interface CurlOptions {
  request: CaseRequest;
  sent: SentRequest;
  keys: { first: string; second: string };
}

export function curlOf({ request, sent, keys }: CurlOptions): string {
  const isForm = request.body?.kind === "form";
  const headers = Object.entries(sent.headers).filter(
    ([name]) => name !== "accept" && name !== "user-agent" && !(isForm && name === "content-type"),
  );
  return [
    `curl -sS -i${sent.method === "POST" && request.body ? "" : ` -X ${sent.method}`} ${quote(sent.url.href, keys)}`,
    // A semicolon is how curl sends a header without a value.
    ...headers.map(([name, value]) => `-H ${quote(value === "" ? `${name};` : `${name}: ${value}`, keys)}`),
    ...bodyOf(request.body, keys),
  ].join(" ");
}

/** The same for traffic that somebody else sent, whose credentials are no longer known. A reply may have come alone. */
export function curlOfRecorded({ method, url, headers, body = new Uint8Array() }: Recording["request"]): string {
  if (method === "") return "# The reply was recorded without its request: nothing can be sent again.";
  const kept = Object.entries(headers).filter(([name]) => !DROPPED.has(name) && !isSecretHeader(name));
  const keys = { first: "", second: "" };
  return [
    `curl -sS -i -X ${method} ${quote(url, keys)}`,
    `-H "authorization: Bearer ${SECRETS.first}"`,
    ...kept.map(([name, value]) => `-H ${quote(`${name}: ${[value].flat().join(", ")}`, keys)}`),
    ...(body.length > 0 && isUtf8(body) ? [`--data-binary ${quote(Buffer.from(body).toString("utf8"), keys)}`] : []),
  ].join(" ");
}

/** What curl writes itself. */
const DROPPED = new Set(["host", "content-length", "connection", "accept-encoding", "transfer-encoding", "user-agent"]);

function bodyOf(body: CaseBody | undefined, keys: CurlOptions["keys"]): string[] {
  if (body === undefined) return [];
  if (body.kind === "text") return [`--data-binary ${quote(body.text, keys)}`];
  if (body.kind === "json") return [`--data-binary ${quote(JSON.stringify(body.value), keys)}`];
  return partsOf(body.value).map(([name, value]) => {
    if (!isUpload(value)) return `--form-string ${quote(`${name}=${String(value)}`, keys)}`;
    const base64 = Buffer.from(value.bytes).toString("base64");
    return `-F ${quote(`${name}=@`, keys)}<(echo ${base64} | base64 -d)${quote(`;filename=${value.filename};type=${value.mediaType}`, keys)}`;
  });
}

/** In single quotes, but for the keys, which are variables in double quotes. */
function quote(text: string, keys: CurlOptions["keys"]): string {
  const single = (part: string) => (part === "" ? "" : `'${part.replaceAll("'", "'\\''")}'`);
  const names = (["second", "first"] as const).filter((name) => keys[name] !== "");
  const hide = (rest: string, at: number): string => {
    const name = names[at];
    if (name === undefined) return single(rest);
    return rest
      .split(keys[name])
      .map((part) => hide(part, at + 1))
      .join(`"${SECRETS[name]}"`);
  };
  return hide(text, 0) || "''";
}
