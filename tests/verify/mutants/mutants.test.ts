/** verify finds each faulty server under the id of the law that it breaks, and leaves alone whoever keeps to the law. */
import { describe, expect, onTestFinished, test } from "vitest";
import { ownContract } from "../../../src/contract/own-contract.ts";
import { systemClock } from "../../../src/lib/clock.ts";
import { listRules } from "../../../src/verify/rules.ts";
import { selectOperations } from "../../../src/verify/select.ts";
import { verify } from "../../../src/verify/verify.ts";
import { type Fault, startFaulty } from "./faulty-server.ts";
import { LEGAL, MUTANTS } from "./mutants.ts";

const contract = ownContract();

async function run(fault: Fault, include: readonly string[]) {
  const server = await startFaulty(fault);
  onTestFinished(() => server.close());
  const { report } = await verify({
    contract,
    operations: selectOperations(contract, { include }),
    baseUrl: server.url,
    clock: systemClock(),
    version: "0.0.0",
    maxRequests: include.some((pattern) => pattern.includes("*")) ? 160 : 80 * include.length,
  });
  return report;
}

const told = (findings: readonly { rule: string; operation: string; message: string; replay: string }[]) =>
  findings.map(({ rule, operation, message, replay }) => `${rule} ${operation}: ${message} (${replay})`);

describe("a server that", () => {
  test.each(MUTANTS.map((mutant) => [mutant.does, mutant.law, mutant] as const))(
    "%s breaks %s",
    { timeout: 60_000 },
    async (_does, law, { fault, of, also = [] }) => {
      const { findings, summary } = await run(fault, of);
      expect(told(findings).join("\n"), "it is found").toContain(law);
      expect(told(findings.filter(({ rule }) => rule !== law && !also.includes(rule)))).toEqual([]);
      expect(summary.exitCode).toBe(findings.some(({ severity }) => severity === "ERROR") ? 1 : 0);
    },
  );
});

describe("a server may be one that", () => {
  test.each(LEGAL.map((legal) => [legal.does, legal] as const))(
    "%s",
    { timeout: 60_000 },
    async (_does, { fault, of }) => {
      const { findings, summary } = await run(fault, of);
      expect(told(findings)).toEqual([]);
      expect(summary.exitCode).toBe(0);
    },
  );
});

/** F12 is a law of readers. T3 needs the same answer twice, which no real model gives. W1 is told by the proxy alone. */
const OF_NO_SERVER = ["framing.F12", "completions.T3", "chat.W1"];

test("every rule has a server that breaks it", () => {
  const broken = new Set([...MUTANTS.map(({ law }) => law), ...OF_NO_SERVER]);
  expect(
    listRules()
      .map(({ id }) => id)
      .filter((id) => !broken.has(id)),
  ).toEqual([]);
});
