/** `gatetwin types`: TypeScript types of the gateways, or of any document. */
import { Command } from "commander";
import { apiNames } from "../api-names.ts";
import { writeOut } from "../write-out.ts";

interface TypesOptions {
  api?: string[];
  output?: string;
  spec?: string;
}

const EXAMPLES = `
Examples:
  $ gatetwin types -o src/gateway.d.ts                 all four gateways
  $ gatetwin types --api sudo -o src/sudo.d.ts         one of them, with only the schemas it uses
  $ gatetwin types --spec my-api.yaml > src/my-api.d.ts

Types of all four come with the package as well:
  import type { paths, components, operations } from "gatetwin/types";`;

export const typesCommand = (): Command =>
  new Command("types")
    .description("Write TypeScript types of the gateways, or of any OpenAPI document.")
    .option("--api <names>", "only these APIs, separated by commas: orq-proxy, orq-gateway, orq-router, sudo", apiNames)
    .option("--spec <file>", "the types of this OpenAPI document (YAML or JSON) in place of the four gateways")
    .option("-o, --output <file>", "write to this file; to stdout by default")
    .addHelpText("after", EXAMPLES)
    .action(types);

async function types({ api, output, spec }: TypesOptions): Promise<void> {
  const { cutDocument } = await import("../../contract/cut-document.ts");
  const { hoistReferences } = await import("../../contract/hoist-references.ts");
  const { typesSource, withoutDiscriminators } = await import("../types-source.ts");
  const whole =
    spec === undefined
      ? withoutDiscriminators(JSON.parse((await import("../../contract/own-contract.ts")).ownDocument()))
      : await (await import("../../contract/load.ts")).load(spec);
  // Bundled from several files, a document refers into its own paths, which openapi-typescript does not follow.
  const document = api === undefined ? hoistReferences(whole).root : cutDocument(whole, api);
  const { title = spec } = (whole.info ?? {}) as { title?: string };
  const of = api === undefined ? `${title}` : `${title} (${api.join(", ")})`;
  // Neither date nor version: written anew, the file changes only where the types do.
  const header = `/** Types of ${of.replaceAll("*/", "* /").replaceAll(/\s+/g, " ")}, written by \`gatetwin types\`. Do not edit. */\n`;
  await writeOut(header + (await typesSource(document)), output);
}
