/** What passes through the proxy: every byte, at once, to one server alone. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ask, proxyTo, upstreamOf } from "./upstream.ts";

const MIB = 1024 * 1024;

/** Bytes that no text holds and no compression shortens. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let at = 0; at < length; at += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    bytes.writeInt32LE(state, at);
  }
  return bytes;
}

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Answers with what it was sent: its method, target, headers and the digest of its body. */
const mirror = () =>
  upstreamOf(async (message, response) => {
    const { method, url, rawHeaders } = message;
    response.end(JSON.stringify({ method, url, rawHeaders, digest: digest(await bytesOf(message)) }));
  });

const boundary = "----harbour";
const upload = Buffer.concat([
  Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="tide.wav"\r\n\r\n`),
  noise(50 * MIB),
  Buffer.from(`\r\n--${boundary}--\r\n`),
]);

describe("what the client sends", () => {
  test.each([
    ["JSON with odd spaces", "application/json", Buffer.from('{ "model":"x" ,\n"n" : 1.0 }')],
    ["a multipart upload of 50 MiB", `multipart/form-data; boundary=${boundary}`, upload],
    ["bytes", "application/octet-stream", noise(MIB)],
  ])("%s comes to the upstream byte for byte", async (_name, type, body) => {
    const proxy = await proxyTo(await mirror());
    const headers = { "content-type": type, "content-length": body.length };
    const { body: told } = await ask(proxy.url, { method: "POST", path: "/v1/x?b=%20&a=1", headers, body });
    expect(JSON.parse(told.toString())).toMatchObject({ method: "POST", url: "/v1/x?b=%20&a=1", digest: digest(body) });
  });

  test("a chunked body stays chunked, one with a length keeps it, and none stays none", async () => {
    const upstream = await mirror();
    const { host } = new URL(upstream);
    const proxy = await proxyTo(upstream);
    const seen = async (options: object): Promise<Record<string, string | undefined>> => {
      const raw: string[] = JSON.parse((await ask(proxy.url, options)).body.toString()).rawHeaders;
      return Object.fromEntries(raw.flatMap((name, at) => (at % 2 === 0 ? [[name.toLowerCase(), raw[at + 1]]] : [])));
    };
    const chunked = await seen({ method: "POST", headers: { "transfer-encoding": "chunked" }, body: "abc" });
    expect([chunked["transfer-encoding"], chunked["content-length"]]).toEqual(["chunked", undefined]);
    const sized = await seen({ method: "POST", headers: { "content-length": 3 }, body: "abc" });
    expect([sized["transfer-encoding"], sized["content-length"]]).toEqual([undefined, "3"]);
    const none = await seen({});
    expect([none["transfer-encoding"], none["content-length"], none.host]).toEqual([undefined, undefined, host]);
  });

  test("headers pass in their order and spelling, but for those of the connection", async () => {
    const proxy = await proxyTo(await mirror());
    const headers = {
      "X-Odd": "é",
      Connection: "close, X-Hop",
      "X-Hop": "1",
      TE: "trailers",
      Authorization: "Bearer k",
    };
    const raw: string[] = JSON.parse((await ask(proxy.url, { headers })).body.toString()).rawHeaders;
    expect(raw.filter((_, at) => at % 2 === 0)).toEqual(["Host", "X-Odd", "Authorization", "Connection"]);
    expect(raw).toEqual(expect.arrayContaining(["X-Odd", "é", "Bearer k", "keep-alive"]));
  });
});

describe("what the upstream answers", () => {
  const stream = Buffer.from(`: hello\r\ndata: {"a": 1}\r\n\r\nevent: x\rdata: ${"é".repeat(9)}\n\ndata: [DONE]\n\n`);

  test.each([
    ["JSON", "application/json", Buffer.from('{ "id" : 1.0 }')],
    ["50 MiB of bytes", "audio/mpeg", noise(50 * MIB)],
    ["50 MiB of JSON", "application/json", Buffer.from(`{"text":"${"tide ".repeat(10 * MIB)}"}`)],
    ["a stream with all line ends", "text/event-stream", stream],
    ["a compressed body", "application/json", gzipSync('{"id":1}')],
  ])("%s comes to the client as without the proxy", async (_name, type, body) => {
    const isPacked = body.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]));
    const upstream = await upstreamOf((_message, response) => {
      response.sendDate = false;
      response.writeHead(203, "Tide", {
        "Content-Type": type,
        "X-Two": ["a", "b"],
        ...(isPacked && { "Content-Encoding": "gzip" }),
      });
      for (let at = 0; at < body.length; at += MIB) response.write(body.subarray(at, at + MIB));
      response.addTrailers({ "X-Late": "low water" });
      response.end();
    });
    const proxy = await proxyTo(upstream);
    const path = "/v1/audio/speech";
    const [plain, passed] = [await ask(upstream, { path }), await ask(proxy.url, { path })];
    expect(digest(passed.body)).toBe(digest(body));
    expect([passed.status, passed.rawHeaders, passed.trailers]).toEqual([203, plain.rawHeaders, plain.trailers]);
  });

  test("the first event is with the client before the upstream has sent a second one", async () => {
    let goOn = (): void => {};
    const upstream = await upstreamOf((_message, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("data: 1\n\n");
      goOn = () => response.end("data: 2\n\n");
    });
    const { port } = await proxyTo(upstream);
    const [reply] = (await once(request({ port }).end(), "response")) as [IncomingMessage];
    const [first] = (await once(reply, "data")) as [Buffer];
    expect(first.toString()).toBe("data: 1\n\n");
    goOn();
    expect((await bytesOf(reply)).toString()).toBe("data: 2\n\n");
  });

  test("the head is with the client before the upstream has sent a body", async () => {
    let goOn = (): void => {};
    const upstream = await upstreamOf((_message, response) => {
      response.flushHeaders();
      goOn = () => response.end("late");
    });
    const { port } = await proxyTo(upstream);
    const [reply] = (await once(request({ port }).end(), "response")) as [IncomingMessage];
    goOn();
    expect((await bytesOf(reply)).toString()).toBe("late");
  });

  test("a reply may come while the request is still being sent", async () => {
    const upstream = await upstreamOf((message, response) => {
      message.resume();
      response.writeHead(413);
      response.end("too much");
    });
    const proxy = await proxyTo(upstream);
    const outgoing = request({ port: proxy.port, method: "POST", path: "/v1/chat/completions" });
    outgoing.write('{"model":');
    const [reply] = (await once(outgoing, "response")) as [IncomingMessage];
    expect([reply.statusCode, (await bytesOf(reply)).toString()]).toEqual([413, "too much"]);
    outgoing.destroy();
    await proxy.settle();
    expect(proxy.breaches.filter(({ by }) => by === "client")).toEqual([]);
  });

  test("redirects are passed, not followed", async () => {
    const upstream = await upstreamOf((_message, response) => {
      response.writeHead(307, { location: "http://127.0.0.1:9/elsewhere" });
      response.end();
    });
    const { status, headers } = await ask((await proxyTo(upstream)).url);
    expect([status, headers.location]).toEqual([307, "http://127.0.0.1:9/elsewhere"]);
  });

  test("a slow client slows the upstream down, and a fast one gets all", async () => {
    const body = noise(50 * MIB);
    let written = 0;
    const upstream = await upstreamOf(async (_message, response) => {
      for (let at = 0; at < body.length; at += MIB) {
        written = at;
        if (!response.write(body.subarray(at, at + MIB))) await once(response, "drain");
      }
      response.end();
    });
    const { port } = await proxyTo(upstream);
    const [reply] = (await once(request({ port }).end(), "response")) as [IncomingMessage];
    reply.pause();
    // Until nothing moves any more: what has left the upstream then is all that buffers hold.
    let before = -1;
    while (before !== written) {
      before = written;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(written).toBeLessThan(40 * MIB);
    expect(digest(await bytesOf(reply))).toBe(digest(body));
  });
});

describe("one server alone", () => {
  /** Sends a request line that no client would send. */
  const raw = async (port: number, target: string, host = "localhost"): Promise<string> => {
    const socket = connect(port, "127.0.0.1");
    socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    let text = "";
    for await (const chunk of socket) text += chunk;
    return text;
  };

  test("neither a target, nor a Host header, nor a path that looks like one, leads to another server", async () => {
    let isReached = false;
    const other = await upstreamOf((_message, response) => {
      isReached = true;
      response.end();
    });
    const proxy = await proxyTo(await mirror());
    const { host } = new URL(other);
    expect(await raw(proxy.port, `${other}/v1/models`)).toMatch(/^HTTP\/1.1 421 .*passes nothing on to http/s);
    expect(await raw(proxy.port, "/v1/models", host)).toContain('"url":"/v1/models"');
    for (const path of [`//${host}/x`, `/\\${host}/x`, `/@${host}/x`, `/../x`])
      expect(await raw(proxy.port, path)).toContain(`"url":${JSON.stringify(path)}`);
    expect(isReached).toBe(false);
  });

  test("a target that names the proxy itself is one of its paths", async () => {
    const proxy = await proxyTo(await mirror());
    expect(await raw(proxy.port, `${proxy.url}/v1/models?a=1`)).toContain('"url":"/v1/models?a=1"');
  });

  test("the path of the upstream stands before every path", async () => {
    const proxy = await proxyTo(`${await mirror()}/base/`);
    expect((await ask(proxy.url, { path: "/v1/x?y" })).body.toString()).toContain('"url":"/base/v1/x?y"');
  });

  test("a client that leaves frees the upstream", async () => {
    let isFreed = Promise.resolve();
    const upstream = createServer((_message, response) => {
      isFreed = once(response, "close").then(() => undefined);
      response.write("data: 1\n\n");
    });
    const proxy = await proxyTo(await upstreamOf((...all) => void upstream.emit("request", ...all)));
    const outgoing = request({ port: proxy.port }).end();
    const [reply] = (await once(outgoing, "response")) as [IncomingMessage];
    await once(reply, "data");
    reply.on("error", () => {});
    outgoing.destroy();
    await isFreed;
    await proxy.settle();
    expect(proxy.breaches).toEqual([]);
  });
});
