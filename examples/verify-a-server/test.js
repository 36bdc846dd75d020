import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { start } from "gatetwin";
import { createGateway } from "./gateway.js";

const twin = await start();
after(() => twin.close());

/** The exit status of a command, and what it wrote. */
const run = (command, args) =>
  new Promise((done) => {
    execFile(command, args, (error, stdout, stderr) => done({ code: error?.code ?? 0, output: stdout + stderr }));
  });

/** Runs `gatetwin verify` against a gateway with this sum, and reads its report. */
async function verify(t, total) {
  const gateway = createGateway(twin.url, total);
  await new Promise((ready) => gateway.listen(0, "127.0.0.1", ready));
  const file = join(tmpdir(), `verify-${process.pid}-${gateway.address().port}.json`);
  t.after(() => {
    gateway.close();
    gateway.closeAllConnections();
    rmSync(file, { force: true });
  });
  const url = `http://127.0.0.1:${gateway.address().port}`;
  const options = ["--api", "orq-router", "--key", "any", "--max-requests", "200", "--report", `json=${file}`];
  const { code, output } = await run("gatetwin", ["verify", url, ...options]);
  return { code, output, report: JSON.parse(readFileSync(file, "utf8")) };
}

test("a gateway that keeps the contract passes", async (t) => {
  const { code, output } = await verify(t, (usage) => usage.prompt_tokens + usage.completion_tokens);
  assert.equal(code, 0, output);
});

test("one that counts wrong is told the rule, and how to see it again", async (t) => {
  const { code, report } = await verify(t, (usage) => usage.prompt_tokens);
  assert.equal(code, 1);
  assert.deepEqual([...new Set(report.findings.map(({ rule }) => rule))], ["usage.U1"]);
  assert.match(report.findings[0].curl, /^curl .+\/v2\/router\/chat\/completions/s);
});
