/** Documents of other services are served as they say, and what is served stands the judge. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { openContract } from "../../src/contract/open-contract.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { start } from "../../src/server/start.ts";
import { verify } from "../../src/verify/verify.ts";

const folder = new URL("other-documents/", import.meta.url);
const served = async (name: string) => {
  const faults: unknown[] = [];
  const contract = await openContract(fileURLToPath(new URL(name, folder)));
  const server = await start({
    contract,
    onViolation: (...fault) => faults.push(fault),
    onError: (e) => faults.push(e),
  });
  onTestFinished(() => server.close());
  return { contract, url: server.url, faults };
};

describe.each(readdirSync(folder))("%s", (name) => {
  test.each([1, 2])("is served true to itself, with seed %i", { timeout: 60_000 }, async (seed) => {
    const { contract, url, faults } = await served(name);
    const { operations } = contract;
    const { report, problem } = await verify({
      contract,
      operations,
      baseUrl: url,
      clock: systemClock(),
      version: "0.0.0",
      seed,
    });
    expect(problem).toBeUndefined();
    expect(report.findings.map(({ rule, operation, message, curl }) => [rule, operation, message, curl])).toEqual([]);
    expect(Object.keys(report.exercised.operations).sort()).toEqual(operations.map(({ id }) => id).sort());
    expect(faults).toEqual([]);
  });
});

test("a stream of OpenAPI 3.2 has the names, the payloads and the end that its events have", async () => {
  const { url } = await served("stream32.yaml");
  const ask = async (path: string, init?: RequestInit) => (await fetch(url + path, init)).text();
  for (const block of (await ask("/ticks")).trim().split("\n\n")) {
    const [, event, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
    expect(event).toBe("tick");
    expect(JSON.parse(data ?? "")).toMatchObject({ symbol: expect.stringMatching(/^(AAA|BBB)$/) });
  }
  const headers = { "content-type": "application/json" };
  const plain = await ask("/plain", { method: "POST", headers, body: JSON.stringify({ q: "x" }) });
  expect(plain).toMatch(/^(event: delta\ndata: \{"text":.*\}\n\n)+event: done\ndata: \[DONE\]\n\n$/);
  for (const line of (await ask("/lines")).trim().split("\n")) expect(JSON.parse(line)).toHaveProperty("price");
});

test("a refusal comes in the envelope that the document has, and names the field", async () => {
  const { url } = await served("readwrite.yaml");
  const headers = { "content-type": "application/json" };
  const reply = await fetch(`${url}/users`, { method: "POST", headers, body: JSON.stringify({ name: 7 }) });
  expect(reply.status).toBe(422);
  expect(reply.headers.get("content-type")).toContain("application/json");
  const { errors } = (await reply.json()) as { errors: { field: string }[] };
  expect(errors[0]?.field).toMatch(/name|password|profile/);
});

test("XML is written with the names and attributes of its schema", async () => {
  const { url } = await served("bodies.yaml");
  const headers = { "content-type": "application/xml" };
  const reply = await fetch(`${url}/base/path/xml`, { method: "POST", headers, body: "<book/>" });
  expect(reply.headers.get("content-type")).toBe("application/xml");
  expect(await reply.text()).toMatch(/^<\?xml [^>]*\?>\n<book pages="-?\d+"><title>[^<]+<\/title>.*<\/book>$/);
});

test.each([
  ["address[city]=Brest&expand[]=x&expand[]=y&metadata[a]=b&balance=5", 200, undefined],
  ["expand[0]=x&expand[1]=y&cash[settings][mode]=manual&metadata=", 200, undefined],
  ["cash[settings][mode]=never", 400, "cash.settings.mode"],
  ["metadata[a]=b&metadata=", 400, "metadata"],
  ["adress[city]=Brest", 400, "adress[city]"],
])("a form tells objects with brackets: %s", async (body, status, param) => {
  const { url } = await served("payments.yaml");
  const headers = { authorization: "Bearer k", "content-type": "application/x-www-form-urlencoded" };
  const reply = await fetch(`${url}/v1/customers`, { method: "POST", headers, body });
  expect(reply.status).toBe(status);
  expect(((await reply.json()) as { error?: { param?: string } }).error?.param).toBe(param);
});

test.each([
  ["created[gte]=12&expand[]=data", 200],
  ["created=12", 200],
  ["created[gte]=soon", 400],
  ["created=soon", 400],
])("an object of a query may have brackets, or another type in its place: %s", async (query, status) => {
  const { url } = await served("payments.yaml");
  const reply = await fetch(`${url}/v1/customers?${query}`, { headers: { authorization: "Bearer k" } });
  expect(reply.status).toBe(status);
});
