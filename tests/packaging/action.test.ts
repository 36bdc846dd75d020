/** What the composite action runs, as a workflow would run it. */
import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";

const root = resolve(import.meta.dirname, "../..");

interface Action {
  inputs: Record<string, { default: string }>;
  outputs: Record<string, { value: string }>;
  runs: { using: string; steps: { id: string; shell: string; env: Record<string, string>; run: string }[] };
}

const action = parse(readFileSync(join(root, "action.yml"), "utf8")) as Action;
const [step] = action.runs.steps;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatetwin-action-"));
  // Stands for npx and the registry: notes what was asked for, and runs the build of this repository.
  const npx = `#!/bin/sh\necho "$1 $2" > "${folder}/asked"\nshift 2\nexec node "${root}/bin/gatetwin.js" "$@"\n`;
  writeFileSync(join(folder, "npx"), npx);
  chmodSync(join(folder, "npx"), 0o755);
});
/** The twin outlives the step: its address tells who is to be ended. */
let pid: number | undefined;
afterEach(() => {
  if (pid !== undefined) process.kill(pid);
  pid = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const pairsOf = (name: string): Record<string, string> => {
  const lines = readFileSync(join(folder, name), "utf8").trim().split("\n");
  return Object.fromEntries(
    lines.filter(Boolean).map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
};

interface Ran {
  code: number;
  written: string;
}

async function start(given: Record<string, string>): Promise<Ran> {
  for (const name of ["output", "env"]) writeFileSync(join(folder, name), "");
  const inputs = Object.entries(step?.env ?? {}).map(([name, value]) => {
    const [, input = ""] = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value) ?? [];
    return [name, given[input] ?? action.inputs[input]?.default];
  });
  const env = {
    PATH: `${folder}:${process.env.PATH}`,
    RUNNER_TEMP: folder,
    GITHUB_OUTPUT: join(folder, "output"),
    GITHUB_ENV: join(folder, "env"),
    ...Object.fromEntries(inputs),
  };
  // The pid of the twin is the one thing that a test needs and a workflow does not.
  const script = `${step?.run}\necho "pid=$twin"\n`;
  return new Promise((done) => {
    execFile(
      "bash",
      ["--noprofile", "--norc", "-eo", "pipefail", "-c", script],
      { env, cwd: folder },
      (error, stdout, stderr) => {
        const [, found] = /^pid=(\d+)$/m.exec(stdout) ?? [];
        if (found !== undefined) pid = Number(found);
        done({ code: error === null ? 0 : Number(error.code), written: stdout + stderr });
      },
    );
  });
}

test("it is a composite of one step in bash, and its outputs are that step's", () => {
  expect(action.runs.using).toBe("composite");
  expect(action.runs.steps).toHaveLength(1);
  expect(step?.shell).toBe("bash");
  for (const [name, { value }] of Object.entries(action.outputs))
    expect(value).toBe(`\${{ steps.${step?.id}.outputs.${name} }}`);
});

test("a twin that is ready is left running, and the next steps know where", async () => {
  const { code, written } = await start({ port: "0", api: "sudo", args: "--seed 7\n--api sudo\n", version: "0.1.0" });
  expect(code, written).toBe(0);
  const { url, log } = pairsOf("output");
  expect(await (await fetch(`${url}/__gatetwin/ready`)).json()).toMatchObject({ status: "ready", operations: 7 });
  expect(written).toContain(`${url}/v1`);
  expect(readFileSync(log as string, "utf8")).toContain(url);
  expect(readFileSync(join(folder, "asked"), "utf8")).toBe("--yes gatetwin@0.1.0\n");
  expect(pairsOf("env")).toEqual({
    GATETWIN_URL: url,
    OPENAI_BASE_URL: `${url}/v1`,
    OPENAI_API_BASE: `${url}/v1`,
    ORQ_BASE_URL: url,
    OPENAI_API_KEY: "gatetwin",
    ORQ_API_KEY: "gatetwin",
    SUDO_API_KEY: "gatetwin",
  });
});

test("without an API only the address is set, and the project's own version runs", async () => {
  const { code, written } = await start({ port: "0" });
  expect(code, written).toBe(0);
  expect(Object.keys(pairsOf("env"))).toEqual(["GATETWIN_URL"]);
  expect(readFileSync(join(folder, "asked"), "utf8")).toBe("--yes gatetwin\n");
});

test.each([
  [{ port: "0", args: "--sed 7" }, "--seed"],
  [{ port: "0", api: "openai" }, "There is no API openai"],
])("a step that cannot start fails with the reason: %j", async (inputs, words) => {
  const { code, written } = await start(inputs);
  expect(code).toBe(1);
  expect(written).toContain("::error::");
  expect(written).toContain(words);
});
