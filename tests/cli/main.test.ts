/** The command line as a whole. */
import { execFileSync, spawn } from "node:child_process";
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

/** What a command that fails at once ends with, and says. */
async function fail(...args: string[]): Promise<{ code: number; complaint: string }> {
  const child = spawn(process.execPath, ["bin/gatetwin.js", ...args], { stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (bytes) => (complaint += bytes));
  const [code] = await once(child, "close");
  return { code, complaint };
}

test("an unknown command is told, with the one that is meant", async () => {
  expect(await fail("verifi")).toEqual({ code: 1, complaint: expect.stringContaining("Did you mean verify?") });
});

test.each([
  [["serve", "--watch"], "--watch needs --scenarios"],
  [["types", "-o", "src"], "Failed to write src: it is a folder. Name the file in it"],
])("%j fails at once, and says what to do", async (args, told) => {
  expect(await fail(...args)).toEqual({ code: 1, complaint: expect.stringContaining(told) });
});

test.each(["serve", "lint", "verify", "proxy", "replay", "types", "spec"])(
  "the help of %s speaks no code",
  (command) => {
    const help = execFileSync(process.execPath, ["bin/gatetwin.js", command, "--help"], { encoding: "utf8" });
    expect(help).toContain(`Usage: gatetwin ${command}`);
    expect(help).not.toMatch(/default: (\[|\{|undefined|null)/);
  },
);

test.each([
  ["verify", "http://127.0.0.1:4010", "--rate", "0"],
  ["lint", "tides.yaml", "--formt", "json"],
  ["proxy", "--upstream", "nonsense", "--port", "0"],
])("%s ends with 2, not as with findings, when it could judge nothing: %s %s %s", async (...args) => {
  const { code, complaint } = await fail(...args);
  expect([code, complaint]).toEqual([2, expect.stringMatching(/number above 0|Did you mean --format|it is no URL/)]);
});
