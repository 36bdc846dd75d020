/** `gatetwin spec`: the contract itself, whole or of some of the gateways, as one OpenAPI file. */
import { Command, Option } from "commander";
import { apiNames } from "../api-names.ts";
import { writeOut } from "../write-out.ts";

interface SpecOptions {
  api?: string[];
  format: "yaml" | "json";
  openapi: "3.1" | "3.2";
  output?: string;
}

const EXAMPLES = `
Examples:
  $ gatetwin spec --api sudo > sudo.yaml
  $ gatetwin spec --api orq-proxy,orq-router --format json -o orq.json
  $ gatetwin spec --openapi 3.2                        streams told by itemSchema`;

export const specCommand = (): Command =>
  new Command("spec")
    .description("Write the OpenAPI document of the gateways, in one file that is valid by itself.")
    .option("--api <names>", "only these APIs, separated by commas: orq-proxy, orq-gateway, orq-router, sudo", apiNames)
    .addOption(new Option("--format <format>", "the form of the file").choices(["yaml", "json"]).default("yaml"))
    .addOption(
      new Option("--openapi <version>", "3.2 tells streams by itemSchema, which few tools read yet")
        .choices(["3.1", "3.2"])
        .default("3.1"),
    )
    .option("-o, --output <file>", "write to this file; to stdout by default")
    .addHelpText("after", EXAMPLES)
    .action(spec);

async function spec({ api, format, openapi, output }: SpecOptions): Promise<void> {
  const { apisOf, cutDocument } = await import("../../contract/cut-document.ts");
  const { withItemSchemas } = await import("../../contract/item-schemas.ts");
  const { ownDocument } = await import("../../contract/own-contract.ts");
  const whole = JSON.parse(ownDocument());
  // First the streams: what only their examples refer to is then no longer needed.
  const document = cutDocument(openapi === "3.2" ? withItemSchemas(whole) : whole, api ?? apisOf(whole));
  const text =
    format === "json"
      ? `${JSON.stringify(document, null, 2)}\n`
      : (await import("yaml")).stringify(document, { aliasDuplicateObjects: false, lineWidth: 120 });
  await writeOut(text, output);
}
