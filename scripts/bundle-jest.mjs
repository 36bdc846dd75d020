/**
 * Jest loads modules with a `require` of its own, which knows no ES modules on most Nodes that we support: its plugin is
 * built once more, as one CommonJS file with types of its own. The twin itself runs in a thread, where Jest has no say.
 */
import { writeFileSync } from "node:fs";
import { build } from "esbuild";

const folder = new URL("../dist/plugins/", import.meta.url);
const VALUES = ["useGatetwin", "startGatetwin"];

await build({
  entryPoints: [new URL("jest.js", folder).pathname],
  outfile: new URL("jest.cjs", folder).pathname,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20.19",
  external: ["@jest/globals"],
  define: { "import.meta.url": "moduleUrl" },
  banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
  logLevel: "warning",
});

const attribute = '{ "resolution-mode": "import" }';
writeFileSync(
  new URL("jest.d.cts", folder),
  [
    `export type * from "./jest.js" with ${attribute};`,
    `type Plugin = typeof import("./jest.js", { with: ${attribute} });`,
    ...VALUES.map((name) => `export declare const ${name}: Plugin["${name}"];`),
    "",
  ].join("\n"),
);
