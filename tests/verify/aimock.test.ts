/** A well-known mock, judged: what it is known to get wrong is found, and each finding can be seen with its curl line. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { LLMock } from "@copilotkit/aimock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownContract } from "../../src/contract/own-contract.ts";
import { systemClock } from "../../src/lib/clock.ts";
import type { Report, ReportFinding } from "../../src/verify/report/report.ts";
import { selectOperations } from "../../src/verify/select.ts";
import { verify } from "../../src/verify/verify.ts";

const mock = new LLMock({ port: 0, host: "127.0.0.1", latency: 0, logLevel: "silent" });
mock.onMessage(/./, { content: "High tide at Saint-Malo is at 07:29 and at 19:51." });
let report: Report;

beforeAll(async () => {
  await mock.start();
  const contract = ownContract();
  const result = await verify({
    contract,
    operations: selectOperations(contract, { apis: ["sudo", "orq-proxy"] }),
    baseUrl: mock.url,
    prefixes: [{ from: "/v2/proxy", to: "/v1" }],
    clock: systemClock(),
    version: "0.0.0",
  });
  report = result.report;
}, 120_000);
afterAll(() => mock.stop());

const find = (rule: string, operation: string, says = ""): ReportFinding => {
  const found = report.findings.find(
    (finding) => finding.rule === rule && finding.operation === operation && finding.message.includes(says),
  );
  expect(found, `${rule} of ${operation} ${says}`).toBeDefined();
  return found as ReportFinding;
};

const run = promisify(execFile);

/** What the line of a finding prints: status line, headers and body. */
async function repeat({ curl }: ReportFinding): Promise<string> {
  const { stdout } = await run("bash", ["-c", curl], { env: { ...process.env, GATETWIN_API_KEY: "any" } });
  return stdout;
}

test("accepts invalid bodies", async () => {
  const finding = find("input.V1", "sudoCreateChatCompletion", "accepted");
  expect(await repeat(finding)).toMatch(/^HTTP\/1\.1 200/);
  find("input.V1", "orqProxyCreateEmbedding", "without the required field model");
});

test("numbers no events of the Responses API", async () => {
  const told = await repeat(find("responses.R2", "orqProxyCreateResponse"));
  expect(told).toContain("event: response.created");
  expect(told).not.toContain("sequence_number");
});

test("ignores n", async () => {
  const finding = find("choices.N1", "sudoCreateChatCompletion");
  expect(finding.request.body).toMatchObject({ n: expect.any(Number) });
  expect(JSON.parse((await repeat(finding)).split("\r\n\r\n")[1] as string).choices).toHaveLength(1);
  find("chat.C5", "sudoCreateChatCompletion");
});

test("ignores base64", async () => {
  const finding = find("embeddings.E2", "orqProxyCreateEmbedding", "base64");
  expect(finding.request.body).toMatchObject({ encoding_format: "base64" });
  expect(await repeat(finding)).toMatch(/"embedding":\[/);
});

test("has none of the operations on stored completions", async () => {
  expect(await repeat(find("input.V2", "sudoListChatCompletions"))).toMatch(/^HTTP\/1\.1 404/);
  for (const [rule, operation] of [
    ["store.S1", "sudoGetChatCompletion"],
    ["store.S2", "sudoDeleteChatCompletion"],
    ["store.S3", "sudoUpdateChatCompletion"],
    ["page.P1", "sudoListChatCompletionMessages"],
  ] as const)
    expect(await repeat(find(rule, operation))).toMatch(/^HTTP\/1\.1 404/);
});

test("no finding tells the key, and all tell how to see them again", () => {
  for (const { curl, replay, source } of report.findings) {
    expect(curl).toContain("curl -sS -i ");
    expect(replay).toMatch(/^1\./);
    expect(source).not.toBe("");
  }
  expect(report.summary).toMatchObject({ exitCode: 1 });
  expect(report.summary.requests).toBeLessThanOrEqual(500);
});
