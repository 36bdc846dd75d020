/** What the client is told when the upstream fails, in the words of the gateway it asked for. */
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, createServer, type Server } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { selfSigned } from "./self-signed.ts";
import { type Answer, ask, proxyTo, upstreamOf } from "./upstream.ts";

const chat = {
  method: "POST",
  path: "/v1/chat/completions",
  headers: { "content-type": "application/json", authorization: "Bearer sk-very-secret-key" },
  body: JSON.stringify({ model: "gpt-4o-mini", messages: [{ role: "user", content: "Hello" }] }),
};

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const told = ({ status, headers, body }: Answer) => {
  const { error } = JSON.parse(body.toString());
  return { status, type: headers["content-type"], message: error.message as string };
};

test("refused: 502", async () => {
  const proxy = await proxyTo(`http://127.0.0.1:${await closedPort()}`);
  const { status, type, message } = told(await ask(proxy.url, chat));
  expect([status, type]).toEqual([502, "application/json"]);
  expect(message).toMatch(/^The upstream http:\/\/127\.0\.0\.1:\d+ gave no reply: it refused the connection/);
  await proxy.settle();
  expect(proxy.breaches).toMatchObject([{ by: "server", rule: "connection", severity: "ERROR" }]);
  expect(proxy.errors).toEqual([]);
});

test("reset before the reply: 502", async () => {
  const upstream = await upstreamOf((request) => request.socket.destroy());
  const { status, message } = told(await ask((await proxyTo(upstream)).url, chat));
  expect(status).toBe(502);
  expect(message).toContain("it closed the connection before it answered");
});

test("silence: 504", async () => {
  const upstream = await upstreamOf(() => {});
  const { status, message } = told(await ask((await proxyTo(upstream, { timeoutMs: 50 })).url, chat));
  expect(status).toBe(504);
  expect(message).toContain("it did not answer in time");
});

test.each([
  ["another protocol", "SSH-2.0-harbour\r\n", "what it sent is no HTTP"],
  ["a status that cannot be written", "HTTP/1.1 099 Low\r\nContent-Length: 2\r\n\r\n{}", "gave no reply"],
  ["a head that is cut off", "HTTP/1.1 200 OK\r\nContent-", "it closed the connection before it answered"],
])("%s: 502", async (_name, bytes, words) => {
  const server = createServer((socket) => void socket.once("data", () => socket.end(bytes)));
  const proxy = await proxyTo(`http://127.0.0.1:${await portOf(server)}`);
  const { status, message } = told(await ask(proxy.url, chat));
  expect(status).toBe(502);
  expect(message).toContain(words);
});

test("a certificate that nobody vouches for: 502", async () => {
  const server = createTlsServer(selfSigned, (_request, response) => response.end());
  const { status, message } = told(await ask((await proxyTo(`https://127.0.0.1:${await portOf(server)}`)).url, chat));
  expect(status).toBe(502);
  expect(message).toContain("its TLS cannot be trusted (DEPTH_ZERO_SELF_SIGNED_CERT)");
});

test("plain HTTP where TLS was expected: 502", async () => {
  const { host } = new URL(await upstreamOf((_request, response) => response.end()));
  expect(told(await ask((await proxyTo(`https://${host}`)).url, chat)).status).toBe(502);
});

test.each([
  ["a stream", "text/event-stream", "data: 1\n\n"],
  ["a whole reply", "application/json", '{"id":'],
])("%s that breaks off breaks off at the client, too", async (_name, type, part) => {
  const upstream = await upstreamOf((_request, response) => {
    response.writeHead(200, { "content-type": type });
    response.write(part, () => response.destroy());
  });
  const proxy = await proxyTo(upstream);
  await expect(ask(proxy.url, chat)).rejects.toThrow("aborted");
  await proxy.settle();
  expect(proxy.breaches.at(-1)).toMatchObject({ by: "server", rule: "connection" });
});

test("the proxy goes on after each fault, and each is in its journal without the key", async () => {
  let count = 0;
  const upstream = await upstreamOf((request, response) => {
    if (count++ === 0) request.socket.destroy();
    else response.end("{}");
  });
  const proxy = await proxyTo(upstream);
  expect((await ask(proxy.url, chat)).status).toBe(502);
  expect((await ask(proxy.url, chat)).status).toBe(200);
  await proxy.settle();
  const journal = (await ask(proxy.url, { path: "/__gatetwin/requests" })).body.toString();
  const { data } = JSON.parse(journal);
  expect(data.map(({ status }: { status: number }) => status)).toEqual([502, 200]);
  expect(data[0].reply.body.error.message).toContain("gave no reply");
  expect(journal).not.toContain("sk-very-secret-key");
});

test.each([
  ["no URL", "nowhere", "it is no URL"],
  ["another scheme", "ftp://127.0.0.1", "only http and https"],
  ["a credential", "http://user:secret@127.0.0.1", "send credentials as headers"],
])("an upstream that is %s is refused at the start", async (_name, upstream, words) => {
  await expect(proxyTo(upstream)).rejects.toThrow(words);
  await expect(proxyTo(upstream)).rejects.not.toThrow("secret@");
});
