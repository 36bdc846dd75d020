import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("../../src/media/", import.meta.url);

test("no library is loaded before the first picture or speech", () => {
  const eager = readdirSync(folder).flatMap((file) =>
    [...readFileSync(new URL(file, folder), "utf8").matchAll(/^import (?!type )[^;]*?from "([^."][^"]*)"/gm)]
      .map((found) => found[1] as string)
      .filter((name) => !name.startsWith("node:"))
      .map((name) => `${file} imports ${name}`),
  );
  expect(eager).toEqual([]);
});
