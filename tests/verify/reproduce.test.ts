/** What a finding gives to see it again: a command line that does what the run did, and the smallest request. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { ownContract } from "../../src/contract/own-contract.ts";
import { systemClock } from "../../src/lib/clock.ts";
import type { ReportFinding } from "../../src/verify/report/report.ts";
import { selectOperations } from "../../src/verify/select.ts";
import { verify } from "../../src/verify/verify.ts";
import { asking, type Json, json } from "./mutants/changes.ts";
import { type Fault, startFaulty } from "./mutants/faulty-server.ts";

const contract = ownContract();
const run = promisify(execFile);

async function findings(fault: Fault, include: readonly string[]): Promise<readonly ReportFinding[]> {
  const server = await startFaulty(fault);
  onTestFinished(() => server.close());
  const operations = selectOperations(contract, { include });
  const options = { contract, operations, baseUrl: server.url, clock: systemClock(), version: "0", maxRequests: 160 };
  return (await verify(options)).report.findings;
}

async function repeat(curl: string): Promise<Json> {
  const { stdout } = await run("bash", ["-c", curl], { env: { ...process.env, GATETWIN_API_KEY: "somebody-else" } });
  return JSON.parse(stdout.slice(stdout.lastIndexOf("\r\n\r\n")));
}

test("the line of a sequence runs all its steps, with the ids of its own", { timeout: 60_000 }, async () => {
  const fault = asking(({ url }) => ({ url: url.replace(/limit=\d+/, "limit=100") }));
  const found = await findings(fault, ["sudo*ChatCompletion*"]);
  const { curl } = found.find(({ operation }) => operation === "sudoListChatCompletions") as ReportFinding;
  // Three were made, and two asked for.
  expect((await repeat(curl)).data).toHaveLength(3);
});

test("a finding shrinks to what it needs", { timeout: 60_000 }, async () => {
  const fault = json((reply, asked) => {
    if (asked?.temperature === 2) reply.usage.total_tokens++;
  });
  const [found, ...others] = await findings(fault, ["sudoCreateChatCompletion"]);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ rule: "usage.U1", pointer: "/usage/total_tokens" });
  expect(Object.keys(found?.request.body as object).sort()).toEqual(["messages", "model", "temperature"]);
  const { usage } = await repeat(found?.curl as string);
  expect(usage.total_tokens).toBe(usage.prompt_tokens + usage.completion_tokens + 1);
});

test("the line of a form carries its file", { timeout: 60_000 }, async () => {
  const fault = json((reply) => {
    reply.text = 7;
  });
  const [found] = await findings(fault, ["orqProxyCreateTranslation"]);
  expect(found).toMatchObject({ rule: "schema", pointer: "/text" });
  expect((await repeat(found?.curl as string)).text).toBe(7);
});
