/** `gatetwin lint`: what is wrong with scenario files, before a server or a test stumbles over it. */
import { Command, Option } from "commander";
import { GatetwinError } from "../../lib/errors.ts";
import type { Finding } from "../../scenario/finding.ts";

type Format = "human" | "json" | "github";

interface LintOptions {
  format: Format;
  spec?: string;
}

const EXAMPLES = `
Exit codes: 0 all is well, 1 there are findings, 2 the files or the document could not be read.

Examples:
  $ gatetwin lint tests/scenarios               every .yaml, .yml and .json file in the folder
  $ gatetwin lint fixtures/ --format github     findings beside the lines of a pull request
  $ gatetwin lint one.yaml --format json        for programs: [{source, line, column, pointer, rule, message}]`;

export const lintCommand = (): Command =>
  new Command("lint")
    .description("Check scenario files against the contract and the laws.")
    .argument("<paths...>", "files and folders of scenarios")
    .addOption(
      new Option("--format <format>", "how findings are written").choices(["human", "json", "github"]).default("human"),
    )
    .option("--spec <file>", "the OpenAPI document that the scenarios are for, in place of the four gateways")
    .addHelpText("after", EXAMPLES)
    .action(lint);

async function lint(paths: readonly string[], { format, spec }: LintOptions): Promise<void> {
  try {
    const { findings, files } = await check(paths, spec);
    process.stdout.write(REPORTS[format](findings, files));
    process.exitCode = findings.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof GatetwinError)) throw error;
    process.stderr.write(`gatetwin: ${error.message}\n`);
    process.exitCode = 2;
  }
}

async function check(paths: readonly string[], spec: string | undefined) {
  const { lintScenarios } = await import("../../server/scenarios.ts");
  const { ownContract } = await import("../../contract/own-contract.ts");
  const contract =
    spec === undefined ? ownContract() : await (await import("../../contract/open-contract.ts")).openContract(spec);
  return lintScenarios(paths, contract);
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

const REPORTS: { readonly [Name in Format]: (findings: readonly Finding[], files: number) => string } = {
  human: (findings, files) => {
    const lines = findings.map(({ source, line, column, pointer, rule, message }) => {
      const place = line === undefined ? source : `${source}:${line}:${column}`;
      return `${place}\n  ${message}\n  ${rule}${pointer === "" ? "" : ` at ${pointer}`}\n\n`;
    });
    const told = findings.length === 0 ? "all is well" : plural(findings.length, "finding");
    return `${lines.join("")}${plural(files, "file")} checked: ${told}.\n`;
  },
  json: (findings) => `${JSON.stringify(findings, null, 2)}\n`,
  github: (findings) => findings.map(toAnnotation).join(""),
};

/** A workflow command: what it reads as syntax is percent-encoded. */
function toAnnotation({ source, line = 1, column = 1, rule, message }: Finding): string {
  const data = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (text: string) => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return `::error file=${property(source)},line=${line},col=${column},title=${property(rule)}::${data(message)}\n`;
}
