/** The command line as a whole. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

test("a reader that has seen enough is no failure", async () => {
  const child = spawn(process.execPath, ["bin/gatetwin.js", "spec"], { stdio: ["ignore", "pipe", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (bytes) => (complaint += bytes));
  child.stdout.once("data", () => child.stdout.destroy());
  const [code] = await once(child, "close");
  expect([code, complaint]).toEqual([0, ""]);
});

test("an unknown command is told, with the one that is meant", async () => {
  const child = spawn(process.execPath, ["bin/gatetwin.js", "verifi"], { stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (bytes) => (complaint += bytes));
  const [code] = await once(child, "close");
  expect(code).toBe(1);
  expect(complaint).toContain("Did you mean verify?");
});
