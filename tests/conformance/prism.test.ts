/** A second opinion: Prism, as a validating proxy before our server, finds nothing wrong with any JSON operation. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownContract } from "../../src/contract/own-contract.ts";
import { type RunningServer, start } from "../../src/server/start.ts";
import { exampleRequest, keepCompletion, toFetch } from "../support/requests.ts";

/** Prism reads no multipart upload and no binary reply: those five are judged by other tests. */
const operations = ownContract().operations.filter(({ id, body }) => {
  const isJson = body === undefined || body.content.some(({ mediaType }) => mediaType === "application/json");
  return isJson && id !== "orqProxyCreateSpeech";
});

let server: RunningServer;
let prism: ChildProcess;
let url: string;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
}

beforeAll(async () => {
  server = await start();
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const cli = new URL("../../node_modules/@stoplight/prism-cli/dist/index.js", import.meta.url).pathname;
  prism = spawn(
    process.execPath,
    [cli, "proxy", "generated/openapi.json", server.url, "--errors", "--port", String(port)],
    {
      cwd: new URL("../..", import.meta.url),
    },
  );
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk;
      if (said.includes("Prism is listening")) resolve();
    };
    prism.stdout?.on("data", listen);
    prism.stderr?.on("data", listen);
    prism.on("exit", () => reject(new Error(`Prism did not start: ${said}`)));
  });
}, 60_000);

afterAll(async () => {
  prism?.kill();
  await server?.close();
});

test("18 of the 23 operations speak JSON both ways", () => {
  expect(operations).toHaveLength(18);
});

describe.each(operations.map((operation) => [operation.id, operation] as const))("%s", (_id, operation) => {
  test("Prism reports no violation", async () => {
    const example = exampleRequest(operation, await keepCompletion(server.url));
    const body = typeof example.body === "object" ? { ...example.body, stream: undefined } : example.body;
    const reply = await fetch(url + example.path, toFetch({ ...example, ...(body !== undefined && { body }) }));
    expect([reply.status, await reply.text()]).toEqual([200, expect.not.stringContaining("stoplight.io/prism/errors")]);
    expect(reply.headers.get("sl-violations")).toBeNull();
  });
});

describe.each(
  operations.filter(({ body }) => body !== undefined).map((operation) => [operation.id, operation] as const),
)("%s", (_id, operation) => {
  test("Prism does judge: it refuses what we would refuse", async () => {
    const reply = await fetch(url + exampleRequest(operation).path, {
      method: operation.method,
      headers: { authorization: "Bearer k", "content-type": "application/json" },
      body: '{"model": 17, "metadata": 17, "input": 17}',
    });
    expect([reply.status, (await reply.text()).includes("stoplight.io/prism/errors")]).toEqual([422, true]);
  });
});
