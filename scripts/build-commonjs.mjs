/**
 * What `require` and compilers of CommonJS see of each entry. Every Node we support loads an ES module by `require`, so
 * that one line passes it on: there is one client, whichever way it came. The types name those of the ES module.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const root = new URL("../", import.meta.url);
const { exports } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
const ATTRIBUTE = '{ "resolution-mode": "import" }';
/** A class is a type too, with these parameters. */
const CLASSES = { GatetwinError: [], StreamError: ["Event = unknown"] };

/** @param {URL} url */
const beside = ({ pathname }) => `./${pathname.split("/").at(-1)}`;

/** What cannot be passed on. */
const OTHERWISE = {
  // Jest has a `require` of its own, which knows no ES modules on most Nodes.
  "./jest.js": bundle,
  // It awaits Vitest, which itself cannot be required; test files of Vitest import all they name.
  "./vitest.js": (_from, to) =>
    writeFileSync(to, 'throw new Error("gatetwin/vitest cannot be required: import it.");\n'),
};

/** @param {URL} from @param {URL} to */
function passOn(from, to) {
  writeFileSync(to, `module.exports = require(${JSON.stringify(beside(from))});\n`);
}

/** @param {URL} from @param {URL} to */
async function bundle(from, to) {
  await build({
    entryPoints: [from.pathname],
    outfile: to.pathname,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20.19",
    external: ["@jest/globals"],
    define: { "import.meta.url": "moduleUrl" },
    banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
    logLevel: "warning",
  });
}

/** The names of the values that a module exports, told without running it. @param {URL} from */
async function valuesOf({ pathname }) {
  const { metafile } = await build({
    entryPoints: [pathname],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    write: false,
    metafile: true,
    outdir: "nowhere",
  });
  return Object.values(metafile.outputs).flatMap(({ exports: names }) => names);
}

/** @param {string} module @param {readonly string[]} values */
function typesOf(module, values) {
  const whole = `import("${module}", { with: ${ATTRIBUTE} })`;
  const lines = values.map((name) => `export declare const ${name}: Module["${name}"];`);
  for (const name of values.filter((value) => /^[A-Z][a-z]/.test(value))) {
    const parameters = CLASSES[name];
    if (parameters === undefined) throw new Error(`${name} of ${module} is a class: tell its type parameters here.`);
    const taken = parameters.map((parameter) => parameter.split(" ")[0]);
    const [declared, given] = [parameters, taken].map((list) => (list.length > 0 ? `<${list.join(", ")}>` : ""));
    lines.push(`export type ${name}${declared} = ${whole}.${name}${given};`);
  }
  const head = [`export type * from "${module}" with ${ATTRIBUTE};`];
  if (values.length > 0) head.push(`type Module = typeof ${whole};`);
  return [...head, ...lines, ""].join("\n");
}

for (const entry of Object.values(exports)) {
  // What has no ES module beside it is the same for both.
  const required = entry.require ?? entry;
  if (!required.default?.endsWith(".cjs")) continue;
  const to = new URL(required.default, root);
  const from = new URL(to.href.replace(/\.cjs$/, ".js"));
  const { [beside(from)]: write = passOn } = OTHERWISE;
  await write(from, to);
  writeFileSync(new URL(required.types, root), typesOf(beside(from), await valuesOf(from)));
}
