/** The one server that a proxy speaks to, and what is said when it cannot be reached. */
import { Agent as HttpAgent, request as httpRequest } from "node:http";
import type { RequestOptions } from "node:https";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { type Problem, problem } from "../contract/problem.ts";
import { GatetwinError } from "../lib/errors.ts";

export interface Upstream {
  /** Such as `https://api.example.com`. */
  origin: string;
  /** Stands before every path; empty, or beginning and not ending with a slash. */
  basePath: string;
  /** What the `Host` header says. */
  host: string;
  /** A request whose host is always this upstream's. */
  request: (options: Pick<RequestOptions, "method" | "path" | "headers" | "timeout">) => ReturnType<typeof httpRequest>;
  /** Closes the connections that are kept. */
  close: () => void;
}

/** An idle connection is closed before servers do it, which usually wait for five seconds: they would reset a request. */
const KEPT_MS = 4_000;

/** Of a request or a reply; four times what Node takes by itself. */
export const MOST_HEADER_BYTES = 65_536;

/** Throws GatetwinError `option-invalid` where the text is no address of a server. */
export function createUpstream(text: string): Upstream {
  const invalid = (why: string) => new GatetwinError("option-invalid", `Failed to forward to ${text}: ${why}`);
  if (!URL.canParse(text)) throw invalid("it is no URL; write it as https://api.example.com");
  const { protocol, hostname, port, origin, pathname, search, hash, host, username, password } = new URL(text);
  if (protocol !== "http:" && protocol !== "https:") throw invalid("only http and https are spoken");
  // Not told again: it holds a credential.
  if (username !== "" || password !== "")
    throw new GatetwinError(
      "option-invalid",
      `Failed to forward to ${origin}: send credentials as headers, not in the URL`,
    );
  if (search !== "" || hash !== "") throw invalid("a query or fragment cannot stand before a path");
  const isSecure = protocol === "https:";
  const agent = new (isSecure ? HttpsAgent : HttpAgent)({ keepAlive: true, timeout: KEPT_MS });
  const send = isSecure ? httpsRequest : httpRequest;
  const place = { hostname: hostname.replace(/^\[|\]$/g, ""), port: port || (isSecure ? 443 : 80), agent };
  return {
    origin,
    basePath: pathname.replace(/\/+$/, ""),
    host,
    request: (options) => send({ ...options, ...place, maxHeaderSize: MOST_HEADER_BYTES }),
    close: () => agent.destroy(),
  };
}

/** The connection ended, and nothing said why. */
export class UpstreamClosedError extends Error {
  override readonly name = "UpstreamClosedError";
  readonly code = "ECONNRESET";
}

/** Nothing came from the upstream for as long as the proxy waits. */
export class UpstreamTimeoutError extends Error {
  override readonly name = "UpstreamTimeoutError";
  readonly code = "ETIMEDOUT";
}

const TELLS: Readonly<Record<string, { status: 502 | 504; code: string; why: string }>> = {
  ECONNREFUSED: { status: 502, code: "upstream_refused", why: "it refused the connection. Is it running there?" },
  ECONNRESET: { status: 502, code: "upstream_reset", why: "it closed the connection before it answered." },
  EPIPE: { status: 502, code: "upstream_reset", why: "it closed the connection before it answered." },
  ENOTFOUND: { status: 502, code: "upstream_unknown", why: "there is no such host." },
  EAI_AGAIN: { status: 502, code: "upstream_unknown", why: "its name cannot be looked up just now." },
  EHOSTUNREACH: { status: 502, code: "upstream_unreachable", why: "there is no way to it." },
  ENETUNREACH: { status: 502, code: "upstream_unreachable", why: "there is no way to it." },
  HPE_HEADER_OVERFLOW: {
    status: 502,
    code: "upstream_invalid",
    why: `its headers are longer than ${MOST_HEADER_BYTES} bytes.`,
  },
  ETIMEDOUT: { status: 504, code: "upstream_timeout", why: "it did not answer in time." },
};

/** What a client is told when the upstream gave no reply. */
export function upstreamProblem(error: Error & { code?: string }, { origin }: Upstream): Problem {
  const { status, code, why } = TELLS[error.code ?? ""] ?? explain(error);
  return problem(status, code, `The upstream ${origin} gave no reply: ${why}`);
}

function explain({ code = "", message }: Error & { code?: string }): { status: 502; code: string; why: string } {
  if (code.startsWith("HPE_"))
    return { status: 502, code: "upstream_invalid", why: `what it sent is no HTTP (${code}).` };
  const isTls = /CERT|TLS|SSL|SIGNATURE|ISSUER|EPROTO/i.test(code);
  if (isTls) return { status: 502, code: "upstream_tls", why: `its TLS cannot be trusted (${code}).` };
  return { status: 502, code: "upstream_failed", why: `${code || message}.` };
}
