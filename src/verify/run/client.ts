/** Sends one request to the one host that was named and keeps every byte of the answer, up to a bound. */
import http from "node:http";
import https from "node:https";
import type { Clock } from "../../lib/clock.ts";
import { decodeBody } from "./decode-body.ts";

export interface WireRequest {
  method: string;
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

export interface WireReply {
  status: number;
  /** Lower-case names; those that came more than once are lists. Without `content-encoding`, which is undone. */
  headers: Readonly<Record<string, string | readonly string[]>>;
  bytes: Uint8Array;
  /** Milliseconds from the start. */
  firstByteMs: number;
  durationMs: number;
  /** The connection broke, or time ran out, before the end of the body. */
  cut?: string;
}

export type Sent =
  | { kind: "reply"; reply: WireReply }
  /** No status line came: why, in the words of the system, and whether nobody listens there at all. */
  | { kind: "no-reply"; reason: string; isUnreachable: boolean };

export interface Client {
  send(request: WireRequest): Promise<Sent>;
  close(): void;
}

export interface ClientOptions {
  clock: Clock;
  /** For the whole exchange. */
  timeoutMs: number;
  /** How many requests may be under way at once. */
  concurrency: number;
  /** A longer body is cut off there. 64 MiB by default. */
  maxBodyBytes?: number;
}

const UNREACHABLE = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** Redirects are answers like any other: nothing is ever sent to another host. */
export function createClient({
  clock,
  timeoutMs,
  concurrency,
  maxBodyBytes = 64 * 1024 * 1024,
}: ClientOptions): Client {
  const options = { keepAlive: true, maxSockets: concurrency };
  const agents = { "http:": new http.Agent(options), "https:": new https.Agent(options) };

  const late = `it took longer than ${timeoutMs} ms`;

  const send = ({ method, url, headers, body }: WireRequest): Promise<Sent> =>
    new Promise((resolve) => {
      const start = clock.now();
      const signal = AbortSignal.timeout(timeoutMs);
      const isSecure = url.protocol === "https:";
      const request = (isSecure ? https : http).request(url, {
        method,
        agent: agents[isSecure ? "https:" : "http:"],
        signal,
        headers: {
          ...headers,
          ...(body.length > 0 || method === "POST" ? { "content-length": String(body.length) } : {}),
        },
      });
      let reply: WireReply | undefined;
      request.on("error", (error: NodeJS.ErrnoException) => {
        if (reply !== undefined) return;
        const reason = signal.aborted ? late : error.message || String(error.code ?? error.name);
        resolve({ kind: "no-reply", reason, isUnreachable: UNREACHABLE.has(error.code ?? "") });
      });
      request.on("response", (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        let firstByteMs: number | undefined;
        const finish = (broken?: string): void => {
          const { "content-encoding": encoding, ...headers } = response.headers as Record<string, string | string[]>;
          const coded = { bytes: Buffer.concat(chunks), encoding: encoding?.toString(), mostBytes: maxBodyBytes };
          const { bytes, problem } = decodeBody(coded);
          const cut = broken ?? problem;
          reply = {
            status: response.statusCode ?? 0,
            headers,
            bytes,
            firstByteMs: firstByteMs ?? clock.now() - start,
            durationMs: clock.now() - start,
            ...(cut !== undefined && { cut }),
          };
          resolve({ kind: "reply", reply });
        };
        response.on("data", (chunk: Buffer) => {
          firstByteMs ??= clock.now() - start;
          size += chunk.length;
          if (size <= maxBodyBytes) chunks.push(chunk);
          else {
            finish(`the body is larger than ${maxBodyBytes} bytes`);
            request.destroy();
          }
        });
        response.on("end", () => finish(response.complete ? undefined : "the connection broke"));
        response.on("error", (error) => finish(signal.aborted ? late : error.message));
      });
      request.end(body);
    });

  return {
    send,
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}
