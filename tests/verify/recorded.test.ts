/** Recorded traffic is judged by the same rules, without any network. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { ownContract } from "../../src/contract/own-contract.ts";
import { readExchanges } from "../../src/exchange/fixture.ts";
import { readHar, toHar } from "../../src/exchange/har.ts";
import type { Recording } from "../../src/exchange/recording.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { verifyRecorded } from "../../src/verify/recorded.ts";
import { selectOperations } from "../../src/verify/select.ts";
import { verify } from "../../src/verify/verify.ts";
import { serve } from "../support/serve.ts";

const contract = ownContract();
const settings = { contract, operations: contract.operations, clock: systemClock(), version: "0.0.0" };

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "gatetwin-verify-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

/** The recordings of a run against our own server. */
async function traffic(): Promise<readonly Recording[]> {
  const { url } = await serve();
  const operations = selectOperations(contract, { include: ["sudoCreateChatCompletion", "orqProxyCreateEmbedding"] });
  return (await verify({ ...settings, operations, baseUrl: url, maxRequests: 120 })).recordings;
}

const isServed = ({ reply }: Recording) => reply.status === 200;

describe("a HAR file", () => {
  test("of lawful traffic shows nothing", { timeout: 60_000 }, async () => {
    const path = join(await folder(), "traffic.har");
    const recordings = (await traffic()).filter(isServed);
    const creator = { name: "test", version: "1" };
    await writeFile(path, JSON.stringify(toHar(recordings, { creator, baseUrl: "http://127.0.0.1" })));
    const { report, problem } = await verifyRecorded({ name: path, ...(await readHar(path)) }, settings);
    expect(problem).toBeUndefined();
    expect(report.findings.map(({ rule, message, replay }) => [rule, message, replay])).toEqual([]);
    expect(report.summary).toMatchObject({ requests: recordings.length, exitCode: 0 });
    expect(report.exercised.rules["chat.C3"]?.judged).toBeGreaterThan(0);
  });

  test("tells which reply broke what", { timeout: 60_000 }, async () => {
    const [one] = (await traffic()).filter(
      ({ operationId, reply }) => operationId === "orqProxyCreateEmbedding" && reply.status === 200,
    );
    const { reply } = one as Recording;
    const spoilt = JSON.parse(Buffer.from(reply.body ?? []).toString("utf8"));
    spoilt.usage.total_tokens += 1;
    const recording = { ...(one as Recording), reply: { ...reply, body: Buffer.from(JSON.stringify(spoilt)) } };
    const { report } = await verifyRecorded({ name: "here", recordings: [recording], notes: [] }, settings);
    expect(report.findings).toMatchObject([
      { rule: "usage.U1", replay: "entry 0", operation: "orqProxyCreateEmbedding" },
    ]);
    expect(report.findings[0]?.curl).toContain("$GATETWIN_API_KEY");
    expect(report.summary.exitCode).toBe(1);
  });
});

test("an accepted request that breaks its schema is told", async () => {
  const body = Buffer.from(JSON.stringify({ model: "openai/text-embedding-3-small" }));
  const headers = { "content-type": "application/json" };
  const reply = { object: "list", model: "m", data: [], usage: { prompt_tokens: 0, total_tokens: 0 } };
  const recording: Recording = {
    operationId: undefined,
    startedAt: "2025-01-01T00:00:00.000Z",
    request: { method: "POST", url: "https://api.example.com/v2/proxy/embeddings", headers, body },
    reply: { status: 200, headers, body: Buffer.from(JSON.stringify(reply)), firstByteMs: 0, durationMs: 0 },
    breaches: [],
  };
  const { report } = await verifyRecorded({ name: "here", recordings: [recording], notes: [] }, settings);
  expect(report.findings.map(({ rule }) => rule)).toContain("input.V1");
});

test("a bare stream is judged by what it tells", async () => {
  const path = join(await folder(), "answer.sse");
  const chunk = (delta: object, finish_reason: string | null = null) =>
    `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
  await writeFile(path, chunk({ role: "assistant", content: "Noon." }) + chunk({}, "stop"));
  const read = await readExchanges(path, { operationId: "sudoCreateChatCompletion" });
  const { report } = await verifyRecorded({ name: path, ...read }, settings);
  expect(report.findings.map(({ rule }) => rule)).toEqual(["chat.C3"]);
});

test("traffic of nothing that the contract knows is a problem", async () => {
  const { report, problem } = await verifyRecorded(
    { name: "empty", recordings: [], notes: ["entry 0: no reply"] },
    settings,
  );
  expect(problem).toContain("empty");
  expect(report.summary).toMatchObject({ exitCode: 2, skipped: 1 });
});
