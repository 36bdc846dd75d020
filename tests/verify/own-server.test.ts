/** The judge finds nothing wrong with our own server, whatever the seed; and the same seed asks the same. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownContract } from "../../src/contract/own-contract.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { type RunningServer, start } from "../../src/server/start.ts";
import type { VerifyOptions } from "../../src/verify/options.ts";
import { planRun, verify } from "../../src/verify/verify.ts";

const SEEDS = Array.from({ length: Number(process.env.GATETWIN_SEEDS ?? 20) }, (_, index) => index + 1);
const MOST_REQUESTS = 500;

const contract = ownContract();
const faults: unknown[] = [];
let server: RunningServer;
beforeAll(async () => {
  server = await start({
    onViolation: (id, violations) => faults.push([id, violations]),
    onError: (error) => faults.push(error),
  });
});
afterAll(() => server.close());

const options = (more: Partial<VerifyOptions> = {}): VerifyOptions => ({
  contract,
  operations: contract.operations,
  baseUrl: server.url,
  clock: systemClock(),
  version: "0.0.0",
  ...more,
});

describe("our own server", () => {
  test.each(SEEDS)("is true to the contract with seed %i", { timeout: 120_000 }, async (seed) => {
    const { report, problem } = await verify(options({ seed }));
    expect(problem).toBeUndefined();
    expect(report.findings.map(({ rule, operation, message, curl }) => [rule, operation, message, curl])).toEqual([]);
    expect(report.summary.exitCode).toBe(0);
    expect(report.summary.requests).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(Object.keys(report.exercised.operations).sort()).toEqual(contract.operations.map(({ id }) => id).sort());
    expect(faults).toEqual([]);
  });

  test("is asked for something that every law can judge", { timeout: 120_000 }, async () => {
    const { report } = await verify(options());
    const unasked = Object.entries(report.exercised.rules).filter(([, { judged }]) => judged === 0);
    // What a stream adds up to can be compared with the whole reply only where both tell the same, which no model promises.
    expect(unasked.map(([rule]) => rule)).toEqual(["completions.T3"]);
    for (const rule of ["store.S1", "store.S2", "store.S3", "page.P1", "page.P2", "auth.A1", "auth.A2", "method.M1"])
      expect(report.exercised.rules[rule]?.judged, rule).toBeGreaterThan(0);
  });
});

test("a run tries every member and bound that the fields of a request have", { timeout: 120_000 }, () => {
  const operations = contract.operations.filter(({ id }) => /Speech|sudoCreateChat/.test(id));
  const { cases } = planRun(options({ operations }));
  const sent = cases.flatMap(({ expect: { kind }, request: { body } }) =>
    kind === "served" && body?.kind === "json" ? [body.value as Record<string, unknown>] : [],
  );
  const tried = (field: string) => new Set(sent.map((body) => body[field]));
  for (const format of ["mp3", "opus", "aac", "flac", "wav", "pcm"]) expect(tried("response_format")).toContain(format);
  for (const model of ["openai/tts-1-hd", "elevenlabs/eleven_flash_v2"]) expect(tried("model")).toContain(model);
  for (const [field, low, high] of [
    ["temperature", 0, 2],
    ["frequency_penalty", -2, 2],
    ["top_logprobs", 0, 20],
  ] as const) {
    expect(tried(field), field).toContain(low);
    expect(tried(field), field).toContain(high);
  }
});

test("of all four gateways the default budget leaves out every required field and spreads the other faults", () => {
  const { cases, spare, requests } = planRun(options());
  expect(requests).toBeLessThanOrEqual(MOST_REQUESTS);
  const single = [...cases, ...spare].flatMap((one) => one.parts ?? [one]);
  const faults = single.flatMap(({ operation, expect: owed }) =>
    owed.kind === "refused" && owed.law === "input.V1" ? [{ id: operation.id, ...owed }] : [],
  );
  for (const { id, body } of contract.operations) {
    const schema = body?.content[0]?.schema;
    const [{ required = [] } = {}] = [schema].filter((one) => typeof one === "object");
    const left = faults.filter((fault) => fault.id === id && fault.of === "missing").flatMap(({ fields }) => fields);
    for (const name of required) expect(left, id).toContain(`/${name}`);
  }
  const kinds = (of: string) => new Set(faults.filter((fault) => fault.of === of).map(({ fault }) => fault));
  for (const of of ["enum", "range", "type"]) expect(kinds(of).size, of).toBeGreaterThan(10);
  expect(faults.length).toBeGreaterThan(400);
});

test("a run that is stopped reports what it has judged", async () => {
  const stop = new AbortController();
  const onProgress = ({ done }: { done: number }) => done === 20 && stop.abort();
  const { report, problem } = await verify(options({ signal: stop.signal, onProgress }));
  expect(problem).toContain("stopped");
  expect(report.summary).toMatchObject({ exitCode: 2, findings: 0 });
  expect(report.summary.requests).toBeGreaterThanOrEqual(20);
  expect(report.summary.requests).toBeLessThan(100);
});

test("the same seed plans the same requests, another seed others", () => {
  const planned = (seed: number) => [planRun(options({ seed }))].flatMap(({ cases, spare }) => [...cases, ...spare]);
  const told = (seed: number) => JSON.stringify(planned(seed).map(({ id, request }) => [id, request]));
  expect(told(3)).toBe(told(3));
  expect(told(3)).not.toBe(told(4));
});

test("a case can be run again by the id that a finding tells", { timeout: 60_000 }, async () => {
  const { cases } = planRun(options({ seed: 2 }));
  const { id } = cases.find(({ id }) => id.includes("row-")) as { id: string };
  const { report } = await verify(options({ seed: 2, replay: `2.${id}` }));
  expect(report.summary.requests).toBe(1);
  await expect(verify(options({ replay: "1.no.such.case" }))).rejects.toMatchObject({ code: "option-invalid" });
});

test("nobody there is a problem, not a finding", async () => {
  const { report, problem } = await verify(options({ baseUrl: "http://127.0.0.1:9", maxRequests: 30 }));
  expect(problem).toContain("http://127.0.0.1:9");
  expect(report.summary).toMatchObject({ exitCode: 2, findings: 0 });
});
