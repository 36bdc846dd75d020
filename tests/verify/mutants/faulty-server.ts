/** Our own server behind a hand that changes what it is asked or what it answers: the raw material of faulty servers. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import { createHandler } from "../../../src/server/create-server.ts";

export interface Asked {
  method: string;
  /** With its query. */
  url: string;
  headers: Record<string, string>;
  /** Parsed where it is JSON. */
  body: unknown;
  bytes: Buffer;
}

export interface Answered {
  status: number;
  headers: Record<string, string>;
  bytes: Buffer;
  /** How the bytes are cut into writes; one write by default. */
  pieceBytes?: number;
  /** The connection breaks after so many bytes. */
  cutAt?: number;
}

export interface Fault {
  /** Changes what reaches the server. */
  ask?: (asked: Asked) => Asked;
  /** Changes what leaves it. */
  answer?: (answered: Answered, asked: Asked) => Answered;
}

export interface FaultyServer {
  url: string;
  close(): Promise<void>;
}

export async function startFaulty({
  ask = (asked) => asked,
  answer = (answered) => answered,
}: Fault): Promise<FaultyServer> {
  const inner = http.createServer(createHandler({ onViolation: () => undefined }));
  const innerPort = await listen(inner);
  const agent = new http.Agent({ keepAlive: true });
  const outer = http.createServer(async (request, response) => {
    const asked = ask(parse(request, await collect(request)));
    const came = await forward(asked, innerPort, agent);
    const sent = answer(came, asked);
    const { "transfer-encoding": _, "content-length": __, connection: ___, ...headers } = sent.headers;
    response.writeHead(sent.status, headers);
    response.flushHeaders();
    const bytes = sent.cutAt === undefined ? sent.bytes : sent.bytes.subarray(0, sent.cutAt);
    const size = sent.pieceBytes ?? Math.max(1, bytes.length);
    for (let at = 0; at < bytes.length; at += size) {
      response.write(bytes.subarray(at, at + size));
      if (sent.pieceBytes !== undefined && at % 64 === 0) await new Promise(setImmediate);
    }
    if (sent.cutAt === undefined) response.end();
    else response.socket?.destroy();
  });
  const port = await listen(outer);
  const stop = (server: http.Server) =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      agent.destroy();
      await Promise.all([stop(inner), stop(outer)]);
    },
  };
}

const listen = (server: http.Server): Promise<number> =>
  new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)));

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function parse({ method = "GET", url = "/", headers }: http.IncomingMessage, bytes: Buffer): Asked {
  const isJson = headers["content-type"]?.includes("json");
  let body: unknown;
  try {
    body = isJson ? JSON.parse(bytes.toString("utf8")) : undefined;
  } catch {
    body = undefined;
  }
  return { method, url, headers: headers as Record<string, string>, body, bytes };
}

function forward({ method, url, headers, bytes }: Asked, port: number, agent: http.Agent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const { "content-length": _, "transfer-encoding": __, ...rest } = headers;
    const length = bytes.length > 0 ? { "content-length": String(bytes.length) } : {};
    const request = http.request({
      port,
      host: "127.0.0.1",
      path: url,
      method,
      agent,
      headers: { ...rest, ...length },
    });
    request.on("error", reject);
    request.on("response", async (response) => {
      const body = await collect(response);
      resolve({ status: response.statusCode ?? 0, headers: response.headers as Record<string, string>, bytes: body });
    });
    request.end(bytes);
  });
}
