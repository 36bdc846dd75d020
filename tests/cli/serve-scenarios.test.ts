/** `gatetwin serve --scenarios` as a person meets it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

const bin = new URL("../../bin/gatetwin.js", import.meta.url).pathname;

function folderWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "gatetwin-serve-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "tides.yaml"), text);
  return folder;
}

function run(...args: string[]) {
  const child = spawn(process.execPath, [bin, "serve", "--port", "0", ...args]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const told = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    told.out += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    told.err += chunk;
  });
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, ...told }));
  const url = async (): Promise<string> => {
    while (!/http:\/\/127\.0\.0\.1:\d+\/v1 /.test(told.out)) {
      await Promise.race([once(child.stdout, "data"), ended.then(({ err }) => Promise.reject(new Error(err)))]);
    }
    return /http:\/\/127\.0\.0\.1:\d+\/v1/.exec(told.out)?.[0] as string;
  };
  return { ended, url };
}

async function ask(base: string): Promise<{ status: number; text: string }> {
  const body = JSON.stringify({ model: "m", messages: [{ role: "user", content: "Tide?" }] });
  const headers = { authorization: "Bearer k", "content-type": "application/json" };
  const reply = await fetch(`${base}/chat/completions`, { method: "POST", headers, body });
  return { status: reply.status, text: await reply.text() };
}

test("files and those that ship are answered by, and --strict refuses the rest", async () => {
  const folder = folderWith("name: tides\nrules:\n  - match: { model: m }\n    outcome: { text: High at noon. }\n");
  const own = await ask(await run("--scenarios", folder, "gatetwin:flaky").url());
  expect(own.text).toContain("High at noon.");
  const other = folderWith("name: tides\nrules:\n  - match: { model: n }\n    outcome: { text: x }\n");
  const missed = await ask(await run("--scenarios", other, "--strict").url());
  expect([missed.status, missed.text]).toEqual([
    404,
    expect.stringContaining('model must be \\"n\\", but it is \\"m\\"'),
  ]);
});

test("a mistake in a file ends it before it listens, with the place", async () => {
  const folder = folderWith("name: tides\nrules:\n  - match: { modle: m }\n    outcome: { text: x }\n");
  const { code, err } = await run("--scenarios", folder).ended;
  expect([code, err]).toEqual([1, expect.stringMatching(/tides\.yaml:3:14 .*did you mean model\?/)]);
  expect(err).not.toContain("    at ");
});
