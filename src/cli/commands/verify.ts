/** `gatetwin verify`: is a real server, or recorded traffic, true to the contract? */
import { Command, InvalidArgumentError, Option } from "commander";
import type { Profile } from "../../laws/law.ts";
import type { Progress, VerifyOptions } from "../../verify/options.ts";
import type { Report } from "../../verify/report/report.ts";
import type { Plan, VerifyResult } from "../../verify/verify.ts";
import { apiNames } from "../api-names.ts";
import { profileOption, repeatable, specOption, wholeNumber } from "../options.ts";

interface Options {
  api?: string[];
  key?: string;
  secondKey?: string;
  spec?: string;
  profile?: Profile;
  include: string[];
  exclude: string[];
  prefix: { from: string; to: string }[];
  model?: string;
  modelsMap?: string;
  maxTokens: number;
  maxRequests: number;
  concurrency: number;
  rate?: number;
  timeout: number;
  seed: number;
  replay?: string;
  dryRun?: true;
  config?: string;
  baseline?: string;
  writeBaseline?: string;
  report: string[];
  har?: string;
  exchanges?: string;
  operation?: string;
}

const EXAMPLES = `
Examples:
  $ gatetwin verify http://127.0.0.1:4010                              all operations of the four gateways
  $ gatetwin verify https://api.example.com --api sudo --dry-run       what would be sent, and how much
  $ gatetwin verify https://api.example.com --api sudo --key $KEY --max-requests 100 --rate 2
  $ gatetwin verify http://127.0.0.1:8000 --api orq-proxy --prefix /v2/proxy=/v1 --model llama3
  $ gatetwin verify http://127.0.0.1:8000 --include '*ChatCompletion' --report json=report.json --report junit=report.xml
  $ gatetwin verify http://127.0.0.1:8000 --replay 1.sudoCreateChatCompletion.row-3
  $ gatetwin verify http://127.0.0.1:8000 --write-baseline known.json  then --baseline known.json
  $ gatetwin verify http://127.0.0.1:8000 --spec my-api.yaml           any OpenAPI 3 document
  $ gatetwin verify --har traffic.har                                  recorded traffic, without any network
  $ gatetwin verify --exchanges folder --operation sudoCreateChatCompletion

Exit status: 0 nothing found, 1 findings, 2 the run could not be made or exercised nothing.`;

export const verifyCommand = (): Command =>
  new Command("verify")
    .description("Ask a real server everything that its contract promises, and judge what it answers.")
    .argument("[base-url]", "where the server is; not needed with --har and --exchanges")
    .option("--api <names>", "only these APIs, separated by commas: orq-proxy, orq-gateway, orq-router, sudo", apiNames)
    .addOption(new Option("--key <key>", "the API key to send").env("GATETWIN_API_KEY"))
    .addOption(
      new Option("--second-key <key>", "the key of another account, for the law that keeps two apart").env(
        "GATETWIN_SECOND_API_KEY",
      ),
    )
    .addOption(specOption())
    .addOption(profileOption())
    .addOption(repeatable("--include <pattern>", "only operations whose id, path or API fits; * is any text"))
    .addOption(repeatable("--exclude <pattern>", "no operation whose id, path or API fits"))
    .addOption(
      repeatable("--prefix <ours=theirs>", "the server has our operations under another path", { read: prefix }),
    )
    .option("--model <name>", "ask for this model everywhere")
    .option("--models-map <file>", "JSON or YAML: operationId, a model of the document, or *, and the model to ask for")
    .option(
      "--max-tokens <number>",
      "what a reply may cost where a request does not say",
      wholeNumber(1, 1_000_000),
      256,
    )
    .option("--max-requests <number>", "send no more than this", wholeNumber(1, 1_000_000), 500)
    .option("--concurrency <number>", "how many requests at once", wholeNumber(1, 256), 4)
    .option("--rate <number>", "start no more requests a second than this", rate)
    .option("--timeout <seconds>", "the most that one exchange may take", wholeNumber(1, 86_400), 60)
    .option("--seed <number>", "another seed asks for other corners", wholeNumber(0, Number.MAX_SAFE_INTEGER), 1)
    .option("--replay <id>", "send one case or sequence again, by the id that a finding tells")
    .option("--dry-run", "send nothing; tell how many requests there would be")
    .option("--config <file>", "JSON or YAML: severity: {rule: ERROR, WARN or OFF}")
    .option("--baseline <file>", "findings that this file accepts do not count")
    .option("--write-baseline <file>", "accept everything that is found")
    .addOption(
      repeatable("--report <format[=file]>", "pretty, json, ndjson, junit, sarif, html, har or github", {
        otherwise: "pretty",
      }),
    )
    .option("--har <file>", "judge the traffic of a HAR file")
    .option("--exchanges <path>", "judge recordings: a folder or a file of exchanges, .sse or .json")
    .option("--operation <id>", "the operation of bare .sse and .json files")
    .addHelpText("after", EXAMPLES)
    .action(verify);

async function verify(baseUrl: string | undefined, options: Options): Promise<void> {
  const { GatetwinError } = await import("../../lib/errors.ts");
  try {
    await run(baseUrl, options);
  } catch (error) {
    if (!(error instanceof GatetwinError)) throw error;
    process.stderr.write(`gatetwin: ${error.message}\n`);
    process.exitCode = 2;
  }
}

async function run(baseUrl: string | undefined, options: Options): Promise<void> {
  const { createReporters, writeReports } = await import("../../verify/report/reporters.ts");
  const reporters = createReporters(options.report);
  const settings = await settle(baseUrl, options);
  if (options.dryRun) {
    const { planRun } = await import("../../verify/verify.ts");
    process.stdout.write(tellPlan(planRun(settings), options.maxTokens));
    return;
  }
  const result = await judge(settings, options);
  if (options.writeBaseline !== undefined) {
    const { baselineOf } = await import("../../verify/settings.ts");
    const { writeOut } = await import("../write-out.ts");
    await writeOut(baselineOf(result.report), options.writeBaseline);
  }
  const print = (text: string) => void process.stdout.write(text);
  const hasColour = process.stdout.isTTY === true && !process.env.NO_COLOR;
  await writeReports(reporters, result, { print, hasColour });
  if (result.problem !== undefined) process.stderr.write(`gatetwin: ${result.problem}\n`);
  process.exitCode = exitCode(result, options);
}

/** A baseline that has just been written accepts what was found. */
const exitCode = ({ report }: { report: Report }, { writeBaseline }: Options): number =>
  writeBaseline !== undefined && report.summary.exitCode === 1 ? 0 : report.summary.exitCode;

async function settle(baseUrl: string | undefined, options: Options): Promise<VerifyOptions> {
  const { GatetwinError } = await import("../../lib/errors.ts");
  const { systemClock } = await import("../../lib/clock.ts");
  const { selectOperations } = await import("../../verify/select.ts");
  const { readBaseline, readModels, readSeverities } = await import("../../verify/settings.ts");
  const isRecorded = options.har !== undefined || options.exchanges !== undefined;
  if (!isRecorded && (baseUrl === undefined || !/^https?:\/\/[^/]/.test(baseUrl) || !URL.canParse(baseUrl)))
    throw new GatetwinError(
      "option-invalid",
      `Failed to verify ${baseUrl ?? "nothing"}: give the base URL of a server, such as http://127.0.0.1:4010, or recorded traffic with --har or --exchanges`,
    );
  const contract =
    options.spec === undefined
      ? (await import("../../contract/own-contract.ts")).ownContract()
      : await (await import("../../contract/open-contract.ts")).openContract(options.spec);
  const modelOf = options.modelsMap === undefined ? undefined : await readModels(options.modelsMap);
  const { model } = options;
  const { readFile } = await import("node:fs/promises");
  const { version } = JSON.parse(await readFile(new URL("../../../package.json", import.meta.url), "utf8"));
  return {
    contract,
    operations: selectOperations(contract, { apis: options.api, include: options.include, exclude: options.exclude }),
    baseUrl: baseUrl ?? "",
    clock: systemClock(),
    version,
    seed: options.seed,
    key: options.key,
    secondKey: options.secondKey,
    profile: options.profile,
    prefixes: options.prefix,
    severities: options.config === undefined ? {} : await readSeverities(options.config),
    baseline: options.baseline === undefined ? [] : await readBaseline(options.baseline),
    ...((modelOf ?? model) && { modelOf: modelOf ?? (() => model as string) }),
    maxTokens: options.maxTokens,
    maxRequests: options.maxRequests,
    concurrency: options.concurrency,
    rate: options.rate,
    timeoutMs: options.timeout * 1000,
    replay: options.replay,
    ...(process.stderr.isTTY && { onProgress: showProgress }),
  };
}

async function judge(settings: VerifyOptions, { har, exchanges, operation }: Options): Promise<VerifyResult> {
  if (har === undefined && exchanges === undefined) {
    const { verify } = await import("../../verify/verify.ts");
    // A second signal ends the process at once.
    const stop = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
    const result = await verify({ ...settings, signal: stop.signal });
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
    return result;
  }
  const { verifyRecorded } = await import("../../verify/recorded.ts");
  if (har !== undefined) {
    const { readHar } = await import("../../exchange/har.ts");
    return verifyRecorded({ name: har, ...(await readHar(har)) }, settings);
  }
  const { readExchanges } = await import("../../exchange/fixture.ts");
  const name = exchanges as string;
  if (operation !== undefined) {
    const { selectOperations } = await import("../../verify/select.ts");
    // Throws for one that is not there.
    selectOperations(settings.contract, { include: [operation] });
  }
  const read = await readExchanges(name, operation === undefined ? {} : { operationId: operation });
  return verifyRecorded({ name, ...read }, settings);
}

function showProgress({ done, planned, findings, name }: Progress): void {
  process.stderr.write(`\r\u001b[K${done}/${planned}  ${findings} finding${findings === 1 ? "" : "s"}  ${name}`);
}

/** How many requests each operation would get. */
function tellPlan({ cases, sequences, spare, requests }: Plan, maxTokens: number): string {
  const counts = new Map<string, number>();
  const add = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { operation } of [...cases, ...spare]) add(operation.id);
  for (const { steps } of sequences) for (const { operation } of steps) add(operation);
  const width = Math.max(...[...counts.keys()].map(({ length }) => length), 0);
  const lines = [...counts].map(([id, count]) => `${id.padEnd(width)}  ${String(count).padStart(4)}`);
  const served = cases.filter(({ expect }) => expect.kind === "served").length;
  return `${lines.join("\n")}\n\n${requests} requests, of which ${requests - served - sequences.flatMap(({ steps }) => steps).length} must be refused; replies of at most ${maxTokens} tokens where a request does not say otherwise. Nothing was sent.\n`;
}

function prefix(text: string): { from: string; to: string } {
  const [from = "", to, ...rest] = text.split("=").map((path) => path.replace(/\/+$/, ""));
  if (to !== undefined && rest.length === 0 && from.startsWith("/") && /^(\/|$)/.test(to)) return { from, to };
  throw new InvalidArgumentError("Write it as /v2/proxy=/v1.");
}

function rate(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError("It must be a number above 0, such as 2 or 0.5.");
}
