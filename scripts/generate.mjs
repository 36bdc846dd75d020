/**
 * Derives `generated/` from `openapi/`: the bundled document, its types, the outline and the compiled validators.
 * With --check nothing is written; the exit status is 1 when a file is stale. Needs a build of `src` (npm run build).
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { typesSource, withoutDiscriminators } from "../dist/cli/types-source.js";
import { outline } from "../dist/contract/outline.js";
import { validatorsSource } from "../dist/contract/schema.js";

const HEADER = "/** Generated from openapi/ by `npm run generate`. Do not edit. */\n";

function bundle() {
  const folder = mkdtempSync(join(tmpdir(), "gatetwin-"));
  const file = join(folder, "openapi.json");
  try {
    execFileSync(
      process.execPath,
      ["node_modules/@redocly/cli/bin/cli.js", "bundle", "openapi/openapi.yaml", "--output", file],
      {
        stdio: ["ignore", "ignore", "pipe"],
        env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
      },
    );
    return withSequences(withMappings(JSON.parse(readFileSync(file, "utf8"))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The bundler leaves references within extensions alone. */
function withSequences(document) {
  const sequences = document["x-gatetwin-sequences"].flatMap(({ $ref }) =>
    parse(readFileSync(join("openapi", $ref), "utf8"), { merge: true }),
  );
  return { ...document, "x-gatetwin-sequences": sequences };
}

/**
 * By the standard a discriminator without a mapping names the schema itself; ours names the const of the tag. The
 * sources leave the mapping out, because it can be derived, and a fact written twice drifts.
 */
function withMappings(document) {
  const { schemas } = document.components;
  const tagOf = (schema, name) => {
    const target = schema.$ref ? schemas[schema.$ref.split("/").at(-1)] : schema;
    const property = target.properties?.[name];
    const resolved = property?.$ref ? schemas[property.$ref.split("/").at(-1)] : property;
    if (resolved?.const !== undefined) return resolved.const;
    if (resolved?.enum?.length === 1) return resolved.enum[0];
    return (target.allOf ?? []).map((part) => tagOf(part, name)).find((tag) => tag !== undefined);
  };
  const visit = (node) => {
    if (typeof node !== "object" || node === null) return;
    if (node.discriminator?.propertyName && !node.discriminator.mapping) {
      const refs = (node.oneOf ?? node.anyOf ?? []).filter((branch) => branch.$ref);
      const pairs = refs.map((branch) => [tagOf(branch, node.discriminator.propertyName), branch.$ref]);
      node.discriminator.mapping = Object.fromEntries(pairs.filter(([tag]) => tag !== undefined));
    }
    Object.values(node).forEach(visit);
  };
  visit(document);
  return document;
}

async function files() {
  const document = bundle();
  const plan = outline(document);
  return {
    "openapi.json": `${JSON.stringify(document, null, 2)}\n`,
    "schema.d.ts": HEADER + (await typesSource(withoutDiscriminators(document))),
    "contract.json": `${JSON.stringify(plan)}\n`,
    "validators.cjs": HEADER + validatorsSource(plan),
  };
}

const isCheck = process.argv.includes("--check");
const stale = [];
mkdirSync("generated", { recursive: true });
for (const [name, text] of Object.entries(await files())) {
  const path = join("generated", name);
  if (isCheck) {
    let known = "";
    try {
      known = readFileSync(path, "utf8");
    } catch {}
    if (known !== text) stale.push(path);
  } else writeFileSync(path, text);
}
if (stale.length > 0) {
  console.error(`Stale: ${stale.join(", ")}. Run npm run generate and commit the result.`);
  process.exitCode = 1;
}
