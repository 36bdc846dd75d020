/** `gatetwin serve` as a person meets it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { serve } from "../support/serve.ts";

function run(...args: string[]) {
  const { child, ended, says } = runCli(...args);
  const ready = async (): Promise<string> => (await says(/^.*operations?\)\n$/s))[0];
  return { child, ended, ready };
}

test("prints the base URLs of a port it found itself, and ends with 0 on a signal, open streams and all", async () => {
  const { child, ended, ready } = run("serve", "--port", "0");
  const url = /http:\/\/127\.0\.0\.1:\d+\/v1/.exec(await ready())?.[0] as string;
  expect((await fetch(`${url}/chat/completions`, { headers: { authorization: "Bearer k" } })).status).toBe(200);
  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);
});

test("says where the journal is, which a control key locks", async () => {
  const { ready } = run("serve", "--port", "0", "--control-key", "harbour-master");
  const journal = /http\S+\/__gatetwin\/requests/.exec(await ready())?.[0] as string;
  expect((await fetch(journal)).status).toBe(401);
  expect((await fetch(journal, { headers: { "x-gatetwin-key": "harbour-master" } })).status).toBe(200);
});

test("--api serves only what it names", async () => {
  const { ready } = run("serve", "--port", "0", "--api", "sudo,orq-router");
  const out = await ready();
  expect(out).toMatch(/sudo +http.*\/v1 /);
  expect(out).not.toContain("orq-proxy");
});

test.each([
  ["an unknown API names the one that was meant", ["--api", "suod"], "did you mean sudo?"],
  ["a port that is no number", ["--port", "high"], "whole number from 0 to 65535"],
  ["a document that is not there", ["--spec", "nowhere.yaml"], "Failed to read nowhere.yaml: there is no such file"],
  ["a pace that makes no sense", ["--jitter", "2"], "a number from 0 to 1"],
  ["an unknown option", ["--prot", "1"], "--port"],
])("%s", async (_name, args, words) => {
  const { code, err } = await run("serve", "--port", "0", ...args).ended;
  expect(code).toBe(1);
  expect(err).toContain(words);
  expect(err).not.toContain("    at ");
});

test("a taken port is told as that", async () => {
  const { port } = await serve();
  const { code, err } = await run("serve", "--port", String(port)).ended;
  expect([code, err]).toEqual([1, expect.stringContaining(`127.0.0.1:${port}: another program has this port`)]);
});

const DOCUMENT = `
openapi: 3.0.3
info: {title: Harbour, version: "1"}
paths:
  /boats/{id}:
    get:
      operationId: getBoat
      tags: [boats]
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [name, length_m, owner_email]
                properties:
                  name: {type: string, nullable: true, minLength: 3}
                  length_m: {type: number, minimum: 2, maximum: 60}
                  owner_email: {type: string, format: email}
`;

test("--spec serves any document", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gatetwin-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "api.yaml"), DOCUMENT);
  const { ready } = run("serve", "--port", "0", "--spec", join(folder, "api.yaml"));
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await ready())?.[0] as string;
  const boat = await (await fetch(`${url}/boats/7`)).json();
  expect(boat.length_m).toBeGreaterThanOrEqual(2);
  expect(boat.owner_email).toContain("@");
  const refused = await fetch(`${url}/boats/seven`);
  expect(refused.status).toBe(400);
  expect((await refused.json()).detail).toContain("The path parameter id must be a whole number");
});

test("--help shows examples", async () => {
  const { out, code } = await run("serve", "--help").ended;
  expect(code).toBe(0);
  expect(out).toContain("Examples:");
});
