/** Upstreams and proxies that the test's end closes, and a client that tells every byte and header. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Recording } from "../../src/exchange/recording.ts";
import type { ProxyOptions } from "../../src/proxy/create-proxy.ts";
import type { FoundBreach } from "../../src/proxy/judge.ts";
import { createReplay, type ReplayOptions } from "../../src/proxy/replay.ts";
import { listen, type RunningProxy, startProxy } from "../../src/proxy/start.ts";

/** The URL of a server that answers as told. */
export async function upstreamOf(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export interface TestProxy extends RunningProxy {
  breaches: FoundBreach[];
  errors: unknown[];
}

export async function proxyTo(upstream: string, more: Partial<ProxyOptions> = {}): Promise<TestProxy> {
  const breaches: FoundBreach[] = [];
  const errors: unknown[] = [];
  const proxy = await startProxy({
    upstream,
    onBreach: (breach) => breaches.push(breach),
    onError: (error) => errors.push(error),
    ...more,
  });
  onTestFinished(() => proxy.close());
  return { ...proxy, breaches, errors };
}

export async function replayOf(recordings: readonly Recording[], more: Partial<ReplayOptions> = {}): Promise<string> {
  const running = await listen(await createReplay({ recordings, speed: 0, ...more }), {});
  onTestFinished(() => running.close());
  return running.url;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "gatetwin-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

export interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  rawHeaders: string[];
  trailers: NodeJS.Dict<string>;
  body: Buffer;
}

export interface Ask {
  method?: string;
  path?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Uint8Array;
}

/** Sends a request and waits for the whole reply; rejects when it breaks off. */
export function ask(url: string, { method = "GET", path = "/", headers = {}, body }: Ask = {}): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers, agent: false }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on("data", (chunk: Buffer) => chunks.push(chunk));
      reply.on("error", reject);
      reply.on("end", () =>
        resolve({
          status: reply.statusCode as number,
          headers: reply.headers,
          rawHeaders: reply.rawHeaders,
          trailers: reply.trailers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
