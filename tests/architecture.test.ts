/** The one-way rule, file sizes, and a few smells that can be counted. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const src = join(root, "src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

/** Each layer, and what it may import beside itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  sse: ["lib"],
  media: ["lib"],
  contract: ["sse", "lib"],
  store: ["lib"],
  exchange: ["contract", "sse", "lib"],
  laws: ["exchange", "media", "contract", "sse", "lib"],
  scenario: ["contract", "sse", "lib"],
  synthesis: ["contract", "sse", "lib"],
  behaviours: ["scenario", "synthesis", "store", "media", "contract", "sse", "lib"],
  server: ["behaviours", "laws", "exchange", "store", "scenario", "synthesis", "contract", "sse", "lib"],
  verify: ["laws", "exchange", "media", "synthesis", "contract", "sse", "lib"],
  proxy: ["laws", "exchange", "contract", "sse", "lib"],
  client: ["sse", "lib"],
  strict: ["client", "laws", "exchange", "contract", "sse", "lib"],
  plugins: ["server", "exchange", "scenario", "contract", "lib"],
  cli: ["server", "verify", "proxy", "laws", "exchange", "scenario", "contract", "sse", "lib"],
};

const MOST_LINES = 300;

const layerOf = (file: string): string => file.split("/")[0] as string;

const importsOf = (file: string): string[] => {
  const text = readFileSync(join(src, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((found) => found[1] as string);
};

test.each(Object.entries(MAY_IMPORT))("src/%s imports only from itself and %j", (layer, allowed) => {
  const breaches = files
    .filter((file) => file.includes("/") && layerOf(file) === layer)
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith("."))
        .map((target) => relative(src, resolve(src, dirname(file), target)))
        .filter((target) => ![layer, ...allowed].includes(layerOf(target)) && !target.endsWith("generated/schema.d.ts"))
        .map((target) => `${file} → ${target}`),
    );
  expect(breaches).toEqual([]);
});

test("no file names another in a circle, not even for a type", () => {
  const targets = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .map((target) => relative(src, resolve(src, dirname(file), target)))
        .filter((target) => files.includes(target)),
    ]),
  );
  // What names nothing that is left cannot be in a circle.
  for (let size = -1; size !== targets.size; ) {
    size = targets.size;
    for (const [file, named] of targets) if (!named.some((target) => targets.has(target))) targets.delete(file);
  }
  expect([...targets.keys()]).toEqual([]);
});

test("every folder of src is a layer in the table", () => {
  const layers = new Set(files.filter((file) => file.includes("/")).map(layerOf));
  expect([...layers].filter((layer) => !(layer in MAY_IMPORT))).toEqual([]);
});

test("nobody knows a web framework, and only the contract knows the validator", () => {
  const users = (name: RegExp) => [
    ...new Set(files.filter((file) => importsOf(file).some((target) => name.test(target))).map(layerOf)),
  ];
  expect(users(/^(express|router)$/)).toEqual([]);
  expect(users(/^ajv/)).toEqual(["contract"]);
});

test(`no file is longer than ${MOST_LINES} lines`, () => {
  const long = files.filter((file) => readFileSync(join(src, file), "utf8").split("\n").length > MOST_LINES);
  expect(long).toEqual([]);
});

test("time and chance come from lib alone", () => {
  const users = files.filter(
    (file) =>
      layerOf(file) !== "lib" && /Date\.now\(|Math\.random\(|new Date\(\)/.test(readFileSync(join(src, file), "utf8")),
  );
  expect(users).toEqual([]);
});

test("no file holds control characters or a default export", () => {
  for (const file of files) {
    const text = readFileSync(join(src, file), "utf8");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
    expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text), file).toBe(false);
    expect(/^export default/m.test(text), file).toBe(false);
  }
});
