/** What a run finds depends on its seed and the server, not on the order in which replies happen to come. */
import { readFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, onTestFinished, test } from "vitest";
import { ownContract } from "../../src/contract/own-contract.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { verify } from "../../src/verify/verify.ts";

const contract = ownContract();
/** Sequences name what they keep after the moment of the run. */
const clock = { ...systemClock(), now: () => 0 };
const schema = JSON.parse(readFileSync(new URL("../../src/verify/report/report.schema.json", import.meta.url), "utf8"));

/** Takes everything, answers nonsense, and makes every `slow`th request wait for the next ones. */
async function falseServer(slow: number): Promise<string> {
  let asked = 0;
  const server = http.createServer((request, response) => {
    request.resume();
    const answer = () => response.writeHead(200, { "content-type": "application/json" }).end('{"wrong":true}');
    const ms = ++asked % slow === 0 ? 15 : 0;
    request.on("end", () => setTimeout(answer, ms));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function reportOf(slow: number, seed = 1) {
  const baseUrl = await falseServer(slow);
  const options = { contract, operations: contract.operations, clock, version: "0.0.0", seed };
  const { report } = await verify({ ...options, baseUrl, maxRequests: 300, concurrency: 8 });
  const findings = report.findings.map(({ response: _, curl, request: { url, ...request }, ...finding }) => ({
    ...finding,
    curl: curl.replaceAll(baseUrl, ""),
    request: { ...request, path: url.replace(baseUrl, "") },
  }));
  return { report, findings };
}

test("the same seed finds the same, whichever replies come first", { timeout: 60_000 }, async () => {
  const { findings, report } = await reportOf(2);
  expect(findings.length).toBeGreaterThan(100);
  for (const slow of [3, 5]) expect((await reportOf(slow)).findings).toEqual(findings);
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  expect([ajv.validate(schema, JSON.parse(JSON.stringify(report))), ajv.errors]).toEqual([true, null]);
});
