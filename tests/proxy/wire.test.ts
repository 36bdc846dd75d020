/** What only a look at the wire shows: trailers, hints, bytes beyond ASCII, and requests that are no requests. */
import { connect, createServer, type Server } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { startProxy } from "../../src/proxy/start.ts";

/** An upstream that answers with these bytes, and keeps what it was sent. */
async function behind(reply: string) {
  const seen: string[] = [];
  const upstream: Server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      if (!/\r\n\r\n$/.test(text)) return;
      seen.push(text);
      text = "";
      socket.write(reply, "latin1");
    });
  });
  await new Promise<void>((done) => upstream.listen(0, "127.0.0.1", done));
  const { port } = upstream.address() as { port: number };
  const proxy = await startProxy({ upstream: `http://127.0.0.1:${port}`, onError: () => {} });
  onTestFinished(async () => {
    await proxy.close();
    upstream.close();
  });
  /** Everything that came until the proxy closed the connection. */
  const ask = (head: string, body = "") =>
    new Promise<string>((resolve) => {
      let text = "";
      const socket = connect(proxy.port, "127.0.0.1");
      socket.on("data", (chunk) => {
        text += chunk.toString("latin1");
      });
      socket.on("close", () => resolve(text)).on("error", () => {});
      socket.write(`${head}\r\nHost: x\r\nConnection: close\r\n\r\n${body}`, "latin1");
    });
  return { ask, seen };
}

const CHUNKED =
  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n2\r\nok\r\n0\r\nX-Sum: 9\r\n\r\n";

test("trailers pass in both directions", async () => {
  const { ask, seen } = await behind(CHUNKED);
  const sent = "2\r\nhi\r\n0\r\nX-Sent: 7\r\n\r\n";
  const reply = await ask("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sent", sent);
  expect(reply).toMatch(/Trailer: X-Sum\r\n(.*\r\n)*\r\n2\r\nok\r\n0\r\nX-Sum: 9\r\n\r\n$/);
  expect(seen[0]).toContain("0\r\nX-Sent: 7\r\n\r\n");
});

test.each(["HEAD /a HTTP/1.1", "GET /a HTTP/1.0"])("a reply to %s has no trailers to announce", async (head) => {
  const { ask } = await behind(head.startsWith("HEAD") ? (CHUNKED.split("2\r\nok")[0] as string) : CHUNKED);
  const reply = await ask(head);
  expect(reply).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  expect(reply).not.toContain("Trailer");
});

test("a trailer that a request with a length announces is no reason to refuse it", async () => {
  const { ask, seen } = await behind("HTTP/1.1 204 No Content\r\n\r\n");
  expect(await ask("POST /a HTTP/1.1\r\nContent-Length: 0\r\nTrailer: X-Sum")).toMatch(/^HTTP\/1.1 204 /);
  expect(seen).toHaveLength(1);
});

test("bytes beyond ASCII stay what they are, in headers and in the reason", async () => {
  const { ask } = await behind("HTTP/1.1 200 \xe9t\xe9\r\nX-L: caf\xe9 \xc3\xa9\r\nContent-Length: 2\r\n\r\nok");
  const reply = await ask("GET /a HTTP/1.1");
  expect(reply).toMatch(/^HTTP\/1.1 200 \xe9t\xe9\r\nX-L: caf\xe9 \xc3\xa9\r\n/);
});

test("early hints come before the reply", async () => {
  const { ask } = await behind(
    "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
  );
  expect(await ask("GET /a HTTP/1.1")).toMatch(/^HTTP\/1.1 103 .*<\/a.css>.*HTTP\/1.1 200 OK.*ok$/s);
});

test("headers of twenty thousand bytes pass, and more than the limit is said to be too much", async () => {
  const reply = (bytes: number) => `HTTP/1.1 200 OK\r\nX-Big: ${"a".repeat(bytes)}\r\nContent-Length: 2\r\n\r\nok`;
  expect(await (await behind(reply(20_000))).ask("GET /a HTTP/1.1")).toContain("a".repeat(20_000));
  const refused = await (await behind(reply(70_000))).ask("GET /a HTTP/1.1");
  expect(refused).toMatch(/^HTTP\/1.1 502 .*longer than 65536 bytes/s);
});

test("an upgrade that nobody asked for is a broken reply, not a wait", async () => {
  const { ask } = await behind("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n");
  expect(await ask("GET /a HTTP/1.1")).toMatch(/^HTTP\/1.1 502 /);
});

test.each([
  ["CONNECT other.example:443 HTTP/1.1", /tunnel/],
  ["GET /a HTTP/1.1\r\nUpgrade: websocket", /upgrades no connection/],
])("%j is refused with the reason, and reaches nobody", async (head, reason) => {
  const { ask, seen } = await behind(CHUNKED);
  const reply = await ask(head);
  expect(reply).toMatch(/^HTTP\/1.1 501 /);
  expect(reply).toMatch(reason);
  expect(seen).toEqual([]);
});
