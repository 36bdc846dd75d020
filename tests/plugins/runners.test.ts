/** The plugins in the runners they are for: suites that pass, and suites that must fail and say why. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { serve } from "../support/serve.ts";

/** A runner takes seconds to start, and more on a busy machine. */
vi.setConfig({ testTimeout: 90_000 });

const fixtures = join(import.meta.dirname, "fixtures");
const modules = resolve(import.meta.dirname, "../../node_modules");
const scratch = mkdtempSync(join(tmpdir(), "gatetwin-runners-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Jest needs the flag for test files that are ES modules, and for nothing else. */
const VM_MODULES = "--experimental-vm-modules";

const vitest = (config: string) => (file: string) => [
  join(modules, "vitest/vitest.mjs"),
  "run",
  "--config",
  config,
  file,
];
const jest = (config: string) => (file: string) => [join(modules, "jest/bin/jest.js"), "--config", config, file];

/** The arguments of node that run one file of the fixtures. */
const RUNNERS = {
  vitest: vitest("vitest.config.mjs"),
  "vitest with a global setup": vitest("vitest-global.config.mjs"),
  jest: jest("jest.config.json"),
  "jest with a global setup": jest("jest-global.config.json"),
  "jest with ES modules": (file: string) => [VM_MODULES, ...jest("jest-modules.config.json")(file)],
  "node:test": (file: string) => ["--test", file],
  playwright: (file: string) => [
    join(modules, "@playwright/test/cli.js"),
    "test",
    "--config",
    "playwright.config.mjs",
    "--output",
    scratch,
    file,
  ],
};

interface Run {
  code: number;
  output: string;
}

/** Nothing of the runner that runs this file reaches the one that is run. */
const clean = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(VITEST|JEST|NODE_|TEST|GATETWIN_|OPENAI_|ORQ_)/.test(name)),
);

const run = (runner: keyof typeof RUNNERS, file: string, env: Record<string, string> = {}): Promise<Run> =>
  new Promise((done) => {
    const options = { cwd: fixtures, env: { ...clean, NO_COLOR: "1", ...env }, timeout: 80_000 };
    execFile(process.execPath, RUNNERS[runner](file), options, (error, stdout, stderr) =>
      done({ code: error === null ? 0 : Number(error.code ?? -1), output: stdout + stderr }),
    );
  });

test.each([
  ["vitest", "keeps.vitest.mjs"],
  ["jest", "keeps.jest.cjs"],
  ["jest with ES modules", "modules.jest.mjs"],
  ["node:test", "keeps.node.mjs"],
  ["playwright", "keeps.playwright.mjs"],
  ["vitest with a global setup", "shared.vitest.mjs"],
  ["jest with a global setup", "shared.jest.cjs"],
] as const)("%s: tests find the twin, its journal and scenarios of their own", async (runner, file) => {
  const { code, output } = await run(runner, file);
  expect(code, output).toBe(0);
});

const BROKEN = "temperature must be at most 2, but 9 was sent.";
const MISSED = '/body/model expected "gpt-4o", got "gpt-4o-mini"';

test.each([
  ["vitest", "breaks.vitest.mjs", [BROKEN, MISSED]],
  ["jest", "breaks.jest.cjs", [BROKEN, MISSED]],
  ["node:test", "breaks.node.mjs", [BROKEN]],
  ["playwright", "breaks.playwright.mjs", [BROKEN]],
] as const)("%s: a broken contract and a missed call fail the test, and say where", async (runner, file, told) => {
  const { code, output } = await run(runner, file);
  expect(code, output).toBe(1);
  for (const words of told) expect(output).toContain(words);
});

test("a global setup starts a twin where Vitest itself cannot be imported", async () => {
  const { code, output } = await run("node:test", "no-vitest.mjs");
  expect(code, output).toBe(0);
});

test("runners at work on one twin never see each other", async () => {
  const { url } = await serve();
  const runs = await Promise.all([
    run("vitest", "keeps.vitest.mjs", { GATETWIN_URL: url }),
    run("jest", "keeps.jest.cjs", { GATETWIN_URL: url }),
    run("node:test", "keeps.node.mjs", { GATETWIN_URL: url }),
  ]);
  for (const { code, output } of runs) expect(code, output).toBe(0);
  const reply = await fetch(`${url}/__gatetwin/requests`);
  const { data } = (await reply.json()) as { data: { token: string }[] };
  expect(new Set(data.map(({ token }) => token)).size).toBe(3);
});
