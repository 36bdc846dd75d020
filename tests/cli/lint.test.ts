/** `gatetwin lint` as a person and a build meet it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { expect, onTestFinished, test, vi } from "vitest";
import { lintCommand } from "../../src/cli/commands/lint.ts";

async function lint(...args: string[]) {
  const told = { out: "", err: "" };
  const catching = (name: keyof typeof told) => (text: unknown) => {
    told[name] += String(text);
    return true;
  };
  const out = vi.spyOn(process.stdout, "write").mockImplementation(catching("out"));
  const err = vi.spyOn(process.stderr, "write").mockImplementation(catching("err"));
  try {
    await new Command().addCommand(lintCommand()).parseAsync(["lint", ...args], { from: "user" });
    return { code: process.exitCode, ...told };
  } finally {
    out.mockRestore();
    err.mockRestore();
    process.exitCode = undefined;
  }
}

function file(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "gatetwin-lint-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "tides.yaml");
  writeFileSync(path, text);
  return path;
}

const MISSPELT = "name: tides\nrules:\n  - match: { modle: m }\n    outcome: { text: High. }\n";

test("what ships is well, also among other fixtures", async () => {
  const { code, out } = await lint("fixtures/");
  expect([code, out]).toEqual([0, expect.stringMatching(/^15 files checked: all is well\.\n$/)]);
});

test("a finding is told with its place, and the exit code is 1", async () => {
  const path = file(MISSPELT);
  const { code, out } = await lint(path);
  expect(code).toBe(1);
  expect(out).toContain(`${path}:3:14\n  rules[0].match.modle is not a known field; did you mean model?`);
  expect(out).toContain("1 file checked: 1 finding.");
});

test("programs get JSON, and a pull request gets annotations", async () => {
  const path = file(MISSPELT);
  const { out: json } = await lint(path, "--format", "json");
  expect(JSON.parse(json)).toMatchObject([
    { source: path, line: 3, column: 14, pointer: "/rules/0/match/modle", rule: "schema" },
  ]);
  const { out: github } = await lint(path, "--format", "github");
  expect(github).toMatch(/^::error file=.*tides\.yaml,line=3,col=14,title=schema::rules\[0\]\.match\.modle is not/);
});

test("a path that leads nowhere is 2", async () => {
  const { code, err } = await lint("nowhere.yaml");
  expect([code, err]).toEqual([2, expect.stringContaining("there is no such file or folder")]);
});

test("scenarios of another document are held against that one", async () => {
  const document = file(
    "openapi: 3.0.3\ninfo: {title: Harbour, version: '1'}\npaths:\n  /boats:\n    get:\n      operationId: listBoats\n      responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {type: string, minLength: 3}}, example: [Albatross]}}}}\n",
  );
  const right = file("name: boats\nrules:\n  - match: { operation: listBoats }\n    outcome: { reply: [Heron] }\n");
  const wrong = file("name: boats\nrules:\n  - match: { operation: listBoats }\n    outcome: { reply: [A] }\n");
  expect((await lint(right, "--spec", document)).code).toBe(0);
  const { code, out } = await lint(wrong, "--spec", document);
  expect([code, out]).toEqual([1, expect.stringContaining("at least 3 characters")]);
});
