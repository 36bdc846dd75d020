/** `gatetwin proxy`: stands before a real server, passes everything on, and tells where either side breaks the contract. */
import { styleText } from "node:util";
import { Command, Option } from "commander";
import type { FoundBreach } from "../../proxy/judge.ts";
import { profileOption, repeatable, specOption, wholeNumber } from "../options.ts";

interface ProxyOptions {
  upstream: string;
  port: number;
  host: string;
  record?: string;
  failOn?: "error" | "warn";
  spec?: string;
  profile?: "openai" | "orq" | "sudo" | "open-responses";
  prefix: string[];
  timeout: number;
  markReplies?: boolean;
}

const EXAMPLES = `
Examples:
  $ gatetwin proxy --upstream https://api.example.com            then use http://127.0.0.1:4011 as the base URL
  $ gatetwin proxy --upstream http://127.0.0.1:8000 --prefix /v2/proxy=/v1
  $ gatetwin proxy --upstream https://api.example.com --record recordings
  $ gatetwin proxy --upstream https://api.example.com --fail-on error     exits with 1 when something broke the contract
  $ curl http://127.0.0.1:4011/__gatetwin/requests               what has passed`;

export const proxyCommand = (): Command =>
  new Command("proxy")
    .description("Pass everything on to a real server, unchanged, and judge a copy of both directions.")
    .requiredOption("--upstream <url>", "the server to pass everything on to")
    .option("--port <number>", "the port; 0 takes any free one", wholeNumber(0, 65_535), 4011)
    .option("--host <address>", "the address to listen on", "127.0.0.1")
    .option("--record <folder>", "write each exchange there, without credentials, for gatetwin replay")
    .addOption(
      new Option("--fail-on <severity>", "end with status 1 when something this bad was seen").choices([
        "error",
        "warn",
      ]),
    )
    .addOption(specOption())
    .addOption(profileOption())
    .addOption(repeatable("--prefix <ours=theirs>", "the server has our operations under another path"))
    .option(
      "--timeout <seconds>",
      "silence of the server after which a request is given up",
      wholeNumber(1, 86_400),
      600,
    )
    .option(
      "--mark-replies",
      "tell breaches in x-gatetwin-breaches: of the request in a header, of a stream in a trailer",
    )
    .addHelpText("after", EXAMPLES)
    .action(proxy);

async function proxy({ port, host, upstream, profile, prefix, timeout, record, ...more }: ProxyOptions): Promise<void> {
  const { startProxy } = await import("../../proxy/start.ts");
  const { pathsByPrefix } = await import("../../proxy/prefix.ts");
  const contract =
    more.spec === undefined
      ? undefined
      : await (await import("../../contract/open-contract.ts")).openContract(more.spec);
  const running = await startProxy({
    upstream,
    port,
    host,
    timeoutMs: timeout * 1000,
    toContractPath: pathsByPrefix(prefix),
    marksReplies: more.markReplies === true,
    ...(contract && { contract }),
    ...(profile && { profile }),
    ...(record !== undefined && { recordFolder: record }),
    onBreach: (breach, place) => process.stdout.write(`${tell(breach, place)}\n`),
    onError: (error) => process.stderr.write(`gatetwin: ${error instanceof Error ? error.message : error}\n`),
  });
  process.stdout.write(
    `Passing everything on to ${upstream}. Use ${running.url} as the base URL; what passed is at ${running.url}/__gatetwin/requests\n`,
  );
  const stop = async (): Promise<void> => {
    await running.close();
    const { exchanges, errors, warnings, recordings } = running.tally;
    const recorded = record === undefined ? "" : `, ${recordings} recorded in ${record}`;
    const counts = `${count(exchanges, "exchange")}, ${count(errors, "error")}, ${count(warnings, "warning")}`;
    process.stdout.write(`${counts}${recorded}.\n`);
    const isBad = (more.failOn !== undefined && errors > 0) || (more.failOn === "warn" && warnings > 0);
    process.exit(isBad ? 1 : 0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
}

/** One line; what strangers sent cannot end it or move the cursor. */
function tell(
  { by, rule, severity, pointer, message }: FoundBreach,
  { operationId, method, path }: { operationId: string | undefined; method: string; path: string },
): string {
  const hasColour = process.stdout.isTTY === true && !process.env.NO_COLOR;
  const mark = hasColour ? styleText(severity === "ERROR" ? "red" : "yellow", severity) : severity;
  const what = `${operationId ?? `${method} ${path}`} ${by} ${rule}${pointer === "" ? "" : ` ${pointer}`}: ${message}`;
  return `${mark} ${what.replaceAll(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/gu, " ").slice(0, 2_000)}`;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
