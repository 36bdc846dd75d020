/** Folders are made with those above them, and what cannot be made is told instead of waited for. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { makeFolder } from "../../src/lib/make-folder.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gatetwin-"));
  return () => rmSync(folder, { recursive: true });
});

test("missing folders are made, by several at once too; what is there stays", async () => {
  const deep = join(folder, "a/b/c");
  await Promise.all([makeFolder(deep), makeFolder(join(deep, "d")), makeFolder(join(folder, "a"))]);
  await makeFolder(deep);
  expect(statSync(join(deep, "d")).isDirectory()).toBe(true);
});

test("a place where no folder can be is an error", async () => {
  writeFileSync(join(folder, "file"), "");
  await expect(makeFolder(join(folder, "file/below/that"))).rejects.toMatchObject({ code: "ENOTDIR" });
  // On Linux the system knows /proc, and says of every place in it that it is not there; elsewhere /proc is missing.
  if (process.platform === "linux") await expect(makeFolder("/proc/nowhere/at/all")).rejects.toThrow("/proc/nowhere");
});
