/**
 * The package as strangers get it: packed, installed by npm into an empty folder outside the repository, and used there
 * by projects of their own. One installation serves all, because npm takes longer than all tests together.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "gatetwin-packed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const readJson = <Shape>(path: string): Shape => JSON.parse(readFileSync(path, "utf8"));
const writeJson = (path: string, value: unknown): void => writeFileSync(path, JSON.stringify(value));

const own = readJson<Required<Manifest> & { version: string }>(join(root, "package.json"));
const TARBALL = `gatetwin-${own.version}.tgz`;
const EXAMPLES = readdirSync(join(root, "examples"));
/** What the projects of this file take beside what the examples ask for. */
const TOOLS = ["jest", "openai", "typescript", "vitest"];

/** Nothing of the runner that runs this file, and of the npm that started it, reaches what is run. */
const env = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VITEST|NODE_(?!EXTRA)|TEST|npm_(?!config_)|npm_config_local|GATETWIN_|OPENAI_|ORQ_)/.test(name),
    ),
  ),
  NO_COLOR: "1",
};

/** Resolves with what a command wrote; rejects with that when it failed. */
const run = (command: string, args: readonly string[], cwd = folder): Promise<string> =>
  new Promise((done, fail) => {
    execFile(command, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) done(stdout);
      else fail(new Error(`${command} ${args.join(" ")} failed (${error.code}):\n${stdout}\n${stderr}`));
    });
  });

/** The same versions as here, so that npm has them at hand: it asks the registry for nothing but what it lacks. */
function lockOf(dependencies: Record<string, string>) {
  const { packages } = readJson<{ packages: Record<string, object> }>(join(root, "package-lock.json"));
  return { name: "strangers", lockfileVersion: 3, requires: true, packages: { ...packages, "": { dependencies } } };
}

beforeAll(async () => {
  await run("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], root);
  mkdirSync(join(folder, "examples"));
  const dependencies: Record<string, string> = { gatetwin: `file:${TARBALL}` };
  for (const name of TOOLS) dependencies[name] = own.devDependencies[name] as string;
  for (const name of EXAMPLES) {
    cpSync(join(root, "examples", name), join(folder, "examples", name), { recursive: true });
    const manifest = readJson<Manifest>(join(folder, "examples", name, "package.json"));
    const { gatetwin: _packed, ...others } = { ...manifest.dependencies, ...manifest.devDependencies };
    Object.assign(dependencies, others);
  }
  writeJson(join(folder, "package.json"), { name: "strangers", private: true, type: "module", dependencies });
  writeJson(join(folder, "package-lock.json"), lockOf(dependencies));
  await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "--silent"]);
});

test("an example takes the versions that this repository is tested with", () => {
  for (const name of EXAMPLES) {
    const { dependencies, devDependencies } = readJson<Manifest>(join(root, "examples", name, "package.json"));
    const { gatetwin, "@types/node": _types, ...others } = { ...dependencies, ...devDependencies };
    expect(gatetwin).toBe(`^${own.version}`);
    expect(own.devDependencies).toMatchObject(others);
  }
});

test("types of the main entry, the client and the plugins compile, strict and with every declaration checked", async () => {
  writeFileSync(
    join(folder, "use.ts"),
    `import { start } from "gatetwin";
     import { createClient, stream } from "gatetwin/client";
     import type { Schemas } from "gatetwin/types";
     import { useGatetwin } from "gatetwin/vitest";
     import { useGatetwin as inJest, type Twin } from "gatetwin/jest";
     import { useGatetwin as inNode, startGatetwin } from "gatetwin/node-test";
     const twin: Twin = useGatetwin({ api: "sudo", failOnViolation: "client" });
     inJest({ seed: 7 }); inNode({ scenarios: ["refusal", { name: "mine", rules: [{ outcome: { text: "Yes." } }] }] });
     const body: Schemas["SudoChatRequest"] = { model: "m", messages: [{ role: "user", content: "Tide?" }] };
     export async function main(): Promise<number | undefined> {
       const { url } = await start(); startGatetwin({ seed: 1 }).url.at(0);
       for await (const { usage } of stream(createClient({ baseUrl: url }), "/v1/chat/completions", { body })) usage?.total_tokens;
       await twin.expectCalled({ operation: "sudoCreateChatCompletion", times: 1 });
       // @ts-expect-error there is no such side
       useGatetwin({ failOnViolation: "nobody" });
       const [first] = await twin.requests({ status: "2xx" });
       return first?.status;
     }`,
  );
  writeFileSync(
    join(folder, "use.cts"),
    `import { useGatetwin } from "gatetwin/jest"; import { createClient } from "gatetwin/client";
     import type { paths } from "gatetwin/types";
     export const client = createClient<paths>({ baseUrl: useGatetwin().url });`,
  );
  const options = ["--strict", "--skipLibCheck", "false", "--noEmit", "--target", "es2022"];
  await run("npx", ["--no-install", "tsc", ...options, "--module", "node16", "use.ts", "use.cts"]);
});

test("the client streams from a server of the main entry, by import and by require", async () => {
  const body = `async function main({ start }, { createClient, stream, collect }) {
    const server = await start();
    const client = createClient({ baseUrl: server.url, apiKey: "k" });
    const body = { model: "gpt-4o-mini", messages: [{ role: "user", content: "Tide?" }] };
    const folded = await collect(stream(client, "/v1/chat/completions", { body }));
    const { data } = await client.POST("/v1/chat/completions", { body });
    require("node:assert").deepEqual(folded.choices, data.choices);
    await server.close();
  }`;
  writeFileSync(join(folder, "main.cjs"), `${body}\nmain(require("gatetwin"), require("gatetwin/client"));`);
  const require = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
  const imported = `${require}\n${body}\nawait main(await import("gatetwin"), await import("gatetwin/client"));`;
  writeFileSync(join(folder, "main.mjs"), imported);
  for (const file of ["main.cjs", "main.mjs"]) await run(process.execPath, [file]);
});

/** The first words of a command that goes on running. */
async function firstLines(child: ChildProcess, count: number): Promise<string> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    lines.push(line);
    if (lines.length === count) break;
  }
  return lines.join("\n");
}

test("npx gatetwin serve runs, answers, and ends by a signal", async () => {
  const child = spawn("npx", ["--no-install", "gatetwin", "serve", "--port", "0"], {
    cwd: folder,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((done) => child.once("close", done));
  try {
    const [url] = /http:\/\/[\d.:]+/.exec(await firstLines(child, 2)) ?? [];
    expect(await (await fetch(`${url}/__gatetwin/health`)).json()).toEqual({ status: "ok" });
  } finally {
    // The group: npx may have put a shell between.
    process.kill(-(child.pid as number), "SIGTERM");
  }
  await ended;
});

test("npx gatetwin writes types and documents", async () => {
  expect(await run("npx", ["--no-install", "gatetwin", "types", "--api", "sudo"])).toContain("/v1/chat/completions");
  const document = JSON.parse(
    await run("npx", ["--no-install", "gatetwin", "spec", "--api", "sudo", "--format", "json"]),
  );
  expect(Object.keys(document.paths)).toContain("/v1/chat/completions");
});

const FIXTURES = join(root, "tests/plugins/fixtures");

test.each([
  ["Vitest", ["vitest", "run", "--config", "vitest.config.mjs", "keeps.vitest.mjs"]],
  ["Jest", ["jest", "--config", "jest.config.json", "keeps.jest.cjs"]],
])("the plugin works in %s", async (_runner, command) => {
  const suite = join(folder, "suite");
  cpSync(FIXTURES, suite, { recursive: true });
  await run("npx", ["--no-install", ...command], suite);
});

test.each(EXAMPLES)("the example %s passes its own test", async (name) => {
  await run("npm", ["test"], join(folder, "examples", name));
});
