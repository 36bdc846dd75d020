/** A server that passes every byte on to one upstream at once and unchanged, and judges a copy. */
import { createServer, type IncomingMessage, type InformationEvent, type Server, type ServerResponse } from "node:http";
import { type ErrorReply, errorReply } from "../contract/error-reply.ts";
import { createMatch } from "../contract/match.ts";
import type { Contract } from "../contract/operation.ts";
import { ownContract } from "../contract/own-contract.ts";
import { type Problem, problem } from "../contract/problem.ts";
import { createJournal, type JournalLimits } from "../exchange/journal.ts";
import { urlOf } from "../exchange/read-request.ts";
import { toRecordedHeaders } from "../exchange/recording.ts";
import { redactRequest } from "../exchange/redact-recording.ts";
import type { CredentialName } from "../exchange/render-entry.ts";
import type { Profile } from "../laws/law.ts";
import { type Clock, systemClock } from "../lib/clock.ts";
import { answerControl, isControlPath } from "./control.ts";
import { trailersOf } from "./headers.ts";
import { type FoundBreach, serverBreach } from "./judge.ts";
import { createKeeper, type ProxyTally } from "./keep.ts";
import { passOn } from "./pass-on.ts";
import { framed, pathOfTarget } from "./target.ts";
import {
  createUpstream,
  MOST_HEADER_BYTES,
  UpstreamClosedError,
  UpstreamTimeoutError,
  upstreamProblem,
} from "./upstream.ts";
import { createWatch, type Ending } from "./watch.ts";

export interface ProxyOptions {
  /** Where everything goes: scheme, host, port, and a path that stands before every other. */
  upstream: string;
  /** That of all four gateways by default. */
  contract?: Contract;
  /** The profile of each API by default. */
  profile?: Profile;
  /** Turns a path that is asked into the one that the contract knows. What is forwarded stays as it is. */
  toContractPath?: (path: string) => string;
  /** Where recordings are written; nowhere by default. */
  recordFolder?: string;
  /** Silence of the upstream after which a request is given up. Ten minutes by default. */
  timeoutMs?: number;
  /** Longer bodies pass, but are neither judged nor recorded. 64 MiB by default. */
  maxCopyBytes?: number;
  /** Tells breaches in the reply: those of the request in a header, those of a stream in a trailer. False by default. */
  marksReplies?: boolean;
  clock?: Clock;
  journal?: Partial<JournalLimits>;
  /** Told of every breach, as soon as it is known. */
  onBreach?: (breach: FoundBreach, place: { operationId: string | undefined; method: string; path: string }) => void;
  /** Told of what the proxy itself failed to do, such as to write a recording. */
  onError?: (error: unknown) => void;
}

export interface Proxy {
  server: Server;
  tally: Readonly<ProxyTally>;
  /** Resolves when every exchange so far is judged and written. */
  settle(): Promise<void>;
  /** Lets go of the connections to the upstream. */
  close(): void;
}

const DEFAULT_TIMEOUT_MS = 600_000;
const DEFAULT_MAX_COPY_BYTES = 64 * 1024 * 1024;

/** Throws GatetwinError `option-invalid` for an upstream that is none. */
export function createProxy(options: ProxyOptions): Proxy {
  const { contract = ownContract(), clock = systemClock(), timeoutMs = DEFAULT_TIMEOUT_MS, recordFolder } = options;
  const { maxCopyBytes = DEFAULT_MAX_COPY_BYTES, marksReplies = false, toContractPath = (path) => path } = options;
  const { onError = (error) => void process.stderr.write(`gatetwin: ${error}\n`) } = options;
  const upstream = createUpstream(options.upstream);
  const match = createMatch(contract);
  const journal = createJournal(options.journal);
  const credentials: CredentialName[] = contract.operations.flatMap(({ security }) => security.flat());
  const tally: ProxyTally = { exchanges: 0, errors: 0, warnings: 0, recordings: 0 };
  const { keep, settle } = createKeeper({ journal, recordFolder, credentials, clock, tally, onError });

  function forward(request: IncomingMessage, response: ServerResponse): void {
    const path = pathOfTarget(request, upstream.origin);
    const found = match(request.method ?? "GET", toContractPath(urlOf(request.url ?? "/").pathname));
    const meant = found.kind === "found" || found.kind === "wrong-method" ? found.operation : found.neighbour;
    const refuse = (why: Problem): string => answer(request, response, errorReply(why, meant, contract));
    if (path === undefined) {
      refuse(misdirected(request));
      return;
    }

    const operationId = found.kind === "found" ? found.operation.id : undefined;
    const place = { operationId, method: request.method ?? "GET", path: urlOf(path).pathname };
    const onBreach = (breach: FoundBreach): void => {
      tally[breach.severity === "ERROR" ? "errors" : "warnings"]++;
      const { rawHeaders } = request;
      const head = { method: place.method, url: path, headers: toRecordedHeaders(rawHeaders), body: undefined };
      // A message may quote what was sent, and what was sent may be the key.
      const [safe = breach] = redactRequest(head, credentials, [breach]).breaches;
      options.onBreach?.(safe, place);
    };
    const watch = createWatch(request, {
      contract,
      found,
      clock,
      profile: options.profile,
      mostBytes: maxCopyBytes,
      onBreach,
    });
    let hasReply = false;
    let isFinished = false;
    const end = (ending: Ending): void => {
      if (isFinished) return;
      isFinished = true;
      keep(watch, request, ending);
    };

    const outgoing = upstream.request({
      method: request.method,
      path: path === "*" ? path : upstream.basePath + path,
      // Node takes a flat list too, which keeps order and repeats; its types do not say so.
      headers: ["Host", upstream.host, ...framed(request)] as unknown as Record<string, string>,
      timeout: timeoutMs,
    });
    const fault = (error: Error): void => {
      // Once there is a reply, it tells itself whether it came whole: an upload may well break off after it.
      if (isFinished || hasReply) return;
      const why = upstreamProblem(error, upstream);
      watch.add(serverBreach("connection", why.message));
      watch.answered(why.status, ["content-type", "application/json"]);
      watch.came(Buffer.from(refuse(why)));
      end("refused");
    };
    outgoing.on("timeout", () => outgoing.destroy(new UpstreamTimeoutError("the upstream was silent for too long")));
    outgoing.on("error", fault);
    // Such as after an answer that nobody asked for, which upgrades the connection.
    outgoing.on("close", () => fault(new UpstreamClosedError("the upstream closed the connection")));
    outgoing.on("information", (hint) => passHint(hint, response));
    outgoing.on("response", (reply) => {
      hasReply = true;
      const pass = () => {
        try {
          passOn(reply, response, { watch, marksReplies, end });
        } catch (error) {
          // A status such as 099, which can be read but not be written.
          hasReply = false;
          fault(error as Error);
          reply.destroy();
        }
      };
      // The mark of a request that is still being sent would hold the reply up.
      if (marksReplies && request.complete) void watch.readSent().then(pass);
      else pass();
    });
    response.on("close", () => {
      if (response.writableFinished) return;
      outgoing.destroy();
      end("left");
    });
    request.on("error", () => outgoing.destroy());
    request.on("end", () => outgoing.addTrailers(trailersOf(request)));
    request.pipe(outgoing);
    request.on("data", watch.sent);
  }

  const server = createServer({ maxHeaderSize: MOST_HEADER_BYTES }, (request, response) => {
    if (isControlPath(request.url ?? "/")) return answerControl(request, response, { journal, credentials });
    if (/\bwebsocket\b/i.test(request.headers.upgrade ?? "")) {
      answer(request, response, errorReply(NO_UPGRADE, undefined, contract));
      return;
    }
    try {
      forward(request, response);
    } catch (error) {
      // A header or path that this server took and the client of the upstream refuses to send.
      const why = problem(400, "not_forwardable", `This request cannot be passed on: ${(error as Error).message}`);
      answer(request, response, errorReply(why, undefined, contract));
    }
  });
  server.on("connect", (_request, socket) => {
    const { status, mediaType, text } = errorReply(NO_TUNNEL, undefined, contract);
    const head = `HTTP/1.1 ${status} Not Implemented\r\nContent-Type: ${mediaType}\r\nConnection: close\r\n`;
    socket.on("error", () => socket.destroy());
    socket.end(`${head}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  });
  // Uploads and streams take as long as they take; the upstream's silence is bounded, and it decides on clients.
  server.requestTimeout = 0;
  return {
    server,
    tally,
    settle,
    close: upstream.close,
  };
}

const NO_UPGRADE = problem(501, "no_upgrade", "This proxy passes on requests and replies, and upgrades no connection.");
const NO_TUNNEL = problem(
  501,
  "no_tunnel",
  "This proxy opens no tunnel (CONNECT). Use its address as the base URL, not as the proxy of your client.",
);

const misdirected = ({ url = "" }: IncomingMessage): Problem =>
  problem(
    421,
    "misdirected_request",
    `This proxy stands before one server and passes nothing on to ${url.slice(0, 200)}. Use its address as the base URL.`,
  );

/** Passes on what comes before a reply (RFC 9110, 15.2): `Expect` is answered here, and Node writes no other kinds. */
function passHint({ statusCode, headers }: InformationEvent, response: ServerResponse): void {
  if (response.headersSent || response.req.httpVersion === "1.0") return;
  try {
    if (statusCode === 102) response.writeProcessing();
    else if (statusCode === 103 && headers.link !== undefined) response.writeEarlyHints({ link: headers.link });
  } catch {
    // Links that are written in no known way are no reply: what matters comes after them.
  }
}

/** Our own word in place of the upstream's; the text that was sent. */
function answer(request: IncomingMessage, response: ServerResponse, { status, mediaType, text }: ErrorReply): string {
  // What is still being uploaded is taken and dropped: a client reads its answer only after it has sent all.
  request.unpipe();
  request.resume();
  response.writeHead(status, { "content-type": mediaType, "content-length": Buffer.byteLength(text) });
  response.end(text);
  return text;
}
