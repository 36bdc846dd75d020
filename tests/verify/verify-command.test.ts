/** `gatetwin verify` as a program: its options, its exit status, and what it never prints. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { serve } from "../support/serve.ts";

const bin = new URL("../../bin/gatetwin.js", import.meta.url).pathname;
const KEY = "sk-secret-of-the-test-0123456789";

interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

const gatetwin = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, GATETWIN_API_KEY: undefined, NO_COLOR: "1" };
    execFile(
      process.execPath,
      [bin, "verify", ...args],
      { env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "gatetwin-verify-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => void;

async function listen(answer: Answer): Promise<string> {
  const server = http.createServer((request, response) => {
    request.resume();
    request.on("end", () => answer(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json = (response: http.ServerResponse, status: number, body: unknown, headers = {}) =>
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));

const refusal = (message: string, code: string | null = null) => ({
  error: { message, type: "invalid_request_error", param: null, code },
});

const ONE = ["--include", "orqProxyCreateEmbedding", "--max-requests", "40"];

test("a true server: exit 0, a summary, and a report in a file", { timeout: 60_000 }, async () => {
  const { url } = await serve();
  const path = join(await folder(), "deep", "report.json");
  const { status, stdout } = await gatetwin(
    url,
    ...ONE,
    "--key",
    KEY,
    "--report",
    "pretty",
    "--report",
    `json=${path}`,
  );
  expect([status, stdout]).toEqual([0, expect.stringContaining("orqProxyCreateEmbedding")]);
  const text = await readFile(path, "utf8");
  expect(JSON.parse(text)).toMatchObject({ version: 1, summary: { findings: 0, exitCode: 0 } });
  expect(text + stdout).not.toContain(KEY);
});

test("a false server: exit 1, and a baseline that makes it 0", { timeout: 60_000 }, async () => {
  const url = await listen((_request, response) => json(response, 200, { wrong: true }));
  const path = join(await folder(), "known.json");
  const first = await gatetwin(url, ...ONE, "--key", KEY, "--write-baseline", path, "--report", "json");
  expect(first.status).toBe(0);
  expect(first.stdout).not.toContain(KEY);
  expect(JSON.parse(first.stdout).findings.map(({ rule }: { rule: string }) => rule)).toEqual(
    expect.arrayContaining(["auth.A1", "input.V1", "input.V3", "method.M1", "schema"]),
  );
  expect((await gatetwin(url, ...ONE)).status).toBe(1);
  const again = await gatetwin(url, ...ONE, "--baseline", path, "--report", "json");
  expect(again.status).toBe(0);
  expect(JSON.parse(again.stdout).summary).toMatchObject({ findings: 0, accepted: expect.any(Number) });
});

test("a rule that a file turns off is not told", { timeout: 60_000 }, async () => {
  const url = await listen((_request, response) => json(response, 200, { wrong: true }));
  const path = join(await folder(), "verify.yaml");
  await writeFile(path, "severity:\n  schema: WARN\n  auth.A1: 'OFF'\n  input.*: 'OFF'\n  method.M1: 'OFF'\n");
  const { status, stdout } = await gatetwin(url, ...ONE, "--config", path, "--report", "json");
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; severity: string }[] };
  expect(new Set(findings.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(new Set(["schema WARN"]));
  expect(status).toBe(0);
});

test("what a dry run tells, it does not send", async () => {
  const { status, stdout } = await gatetwin("http://127.0.0.1:9", "--dry-run", "--max-requests", "100");
  expect([status, stdout]).toEqual([0, expect.stringContaining("Nothing was sent.")]);
  expect(stdout).toMatch(/sudoCreateChatCompletion\s+\d+/);
});

test("a missing model and a quota are skipped, and then nothing was exercised", { timeout: 60_000 }, async () => {
  const url = await listen((_request, response) =>
    json(response, 404, refusal("The model `text-embedding-3-small` does not exist", "model_not_found")),
  );
  const { status, stdout, stderr } = await gatetwin(url, ...ONE, "--report", "json");
  expect(status).toBe(2);
  expect(stderr).toContain("nothing could be verified");
  expect(JSON.parse(stdout).skipped.map(({ reason }: { reason: string }) => reason)).toContainEqual(
    expect.stringContaining("the model is not there"),
  );
});

test("Retry-After is waited for", { timeout: 60_000 }, async () => {
  let asked = 0;
  const url = await listen((_request, response) => {
    asked++;
    json(response, 429, refusal("Slow down"), { "retry-after": "0" });
  });
  const { stdout } = await gatetwin(
    url,
    "--include",
    "sudoListChatCompletions",
    "--max-requests",
    "20",
    "--report",
    "json",
  );
  const { skipped, summary } = JSON.parse(stdout);
  expect(asked).toBe(summary.requests);
  expect(asked).toBeLessThanOrEqual(20);
  expect(asked).toBeGreaterThan(skipped.length);
});

test("a redirect is not followed to another host", { timeout: 60_000 }, async () => {
  let isReached = false;
  const other = await listen((_request, response) => {
    isReached = true;
    json(response, 200, {});
  });
  const url = await listen((_request, response) => response.writeHead(302, { location: other }).end());
  const { status } = await gatetwin(url, ...ONE);
  expect([status, isReached]).toEqual([1, false]);
});

test("another document, and a server that hangs", { timeout: 60_000 }, async () => {
  const path = join(await folder(), "api.yaml");
  await writeFile(
    path,
    `openapi: 3.0.3
info: { title: Tides, version: '1' }
paths:
  /tides/{port}:
    get:
      operationId: getTide
      parameters:
        - { name: port, in: path, required: true, schema: { type: string } }
        - { name: days, in: query, schema: { type: integer, minimum: 1, maximum: 7 } }
      responses:
        '200':
          description: ok
          content: { application/json: { schema: { type: object, required: [high], properties: { high: { type: array, items: { type: string } } } } } }
        '400': { description: no }
        '405': { description: no }
`,
  );
  const faithful = await listen(({ url = "", method }, response) => {
    const days = new URL(url, "http://x").searchParams.get("days");
    if (method !== "GET") return response.writeHead(405, { allow: "GET" }).end();
    const isGood = days === null || /^[1-7]$/.test(days);
    return isGood ? json(response, 200, { high: ["07:29"] }) : json(response, 400, { wrong: "days" });
  });
  const good = await gatetwin(faithful, "--spec", path, "--report", "json");
  expect([good.status, JSON.parse(good.stdout).findings]).toEqual([0, []]);
  const silent = await listen(() => undefined);
  const hung = await gatetwin(silent, "--spec", path, "--timeout", "1", "--report", "json");
  expect(hung.status).not.toBe(0);
  expect(hung.stdout).toContain('"connection"');
});

test.each([
  [["not-a-url"], "base URL"],
  [["http://127.0.0.1:9"], "Nothing answers"],
  [["http://127.0.0.1:9", "--include", "sudoCreateChatCompletio"], "did you mean sudoCreateChatCompletion?"],
  [["http://127.0.0.1:9", "--report", "jsn=x"], "did you mean json?"],
  [["http://127.0.0.1:9", "--config", "/no/such/file"], "there is no such file"],
  [["--har", "/no/such/file"], "there is no such file"],
])("%j cannot run: exit 2", async (args, says) => {
  const { status, stderr } = await gatetwin(...args);
  expect([status, stderr]).toEqual([2, expect.stringContaining(says)]);
});
