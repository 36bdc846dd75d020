/** `gatetwin serve`: the fake gateway, until a signal ends it. */
import { Command, InvalidArgumentError, Option } from "commander";
import { ofApis } from "../../contract/compile.ts";
import type { Contract } from "../../contract/operation.ts";
import { ownContract } from "../../contract/own-contract.ts";
import { systemClock } from "../../lib/clock.ts";
import { GatetwinError } from "../../lib/errors.ts";
import { nearest } from "../../lib/nearest.ts";
import { LONGEST_MS, type Pace } from "../../scenario/pace.ts";
import { start } from "../../server/start.ts";
import { numberFrom, wholeNumber } from "../options.ts";

interface ServeOptions {
  port: number;
  host: string;
  seed: number;
  api?: string[];
  spec?: string;
  clock: "fixed" | "system";
  maxBody: number;
  journal: number;
  controlKey?: string;
  firstEventMs?: number;
  tokensPerSecond?: number;
  jitter?: number;
  keepAliveMs?: number;
  scenarios?: string[];
  watch?: boolean;
  strict?: boolean;
}

const EXAMPLES = `
Examples:
  $ gatetwin serve                              all four gateways on http://127.0.0.1:4010
  $ gatetwin serve --port 0 --seed 7            any free port, other content
  $ gatetwin serve --api sudo,orq-gateway       two of the APIs
  $ gatetwin serve --scenarios tests/scenarios --watch
                                                what your files say; read again when they change
  $ gatetwin serve --scenarios gatetwin:flaky   one that ships, for every call
  $ gatetwin serve --tokens-per-second 40       streams as slow as a model writes
  $ curl http://127.0.0.1:4010/__gatetwin       what a test can ask: journal, assertions, reset
  $ gatetwin serve --spec my-api.yaml           any OpenAPI 3 document`;

export const serveCommand = (): Command =>
  new Command("serve")
    .description("Serve the fake gateway on loopback.")
    .option("--port <number>", "the port; 0 takes any free one", wholeNumber(0, 65_535), 4010)
    .option("--host <address>", "the address to listen on", "127.0.0.1")
    .option("--seed <number>", "another seed gives other content and ids", wholeNumber(0, Number.MAX_SAFE_INTEGER), 1)
    .option("--api <names>", "only these APIs, separated by commas: orq-proxy, orq-gateway, orq-router, sudo", (text) =>
      text.split(",").map((name) => name.trim()),
    )
    .option("--spec <file>", "serve this OpenAPI document (YAML or JSON) in place of the four gateways")
    .option(
      "--clock <kind>",
      "fixed: every answer is dated 2025-01-01, so that runs repeat; system: the real time",
      clockKind,
      "fixed",
    )
    .option(
      "--max-body <bytes>",
      "the largest request body; more is answered with 413",
      wholeNumber(1, 2 ** 31),
      64 * 1024 * 1024,
    )
    .option(
      "--journal <entries>",
      "how many requests to remember in all; 1,000 of them for one token",
      wholeNumber(1, 1_000_000),
      10_000,
    )
    .addOption(
      new Option("--control-key <key>", "ask for this key in x-gatetwin-key under /__gatetwin").env(
        "GATETWIN_CONTROL_KEY",
      ),
    )
    .option(
      "--first-event-ms <ms>",
      "wait so long before the first event of a stream, or a whole reply",
      numberFrom(0, LONGEST_MS),
    )
    .option("--tokens-per-second <n>", "how fast streams are told; all at once by default", numberFrom(0.01, 1_000_000))
    .option("--jitter <part>", "how far pauses stray from their mean, from 0 to 1; seeded", numberFrom(0, 1))
    .option(
      "--keep-alive-ms <ms>",
      "after so much silence in a stream, a comment keeps the connection alive",
      numberFrom(1, LONGEST_MS),
    )
    .option("--scenarios <paths...>", "files and folders of scenarios, or gatetwin:<name> for one that ships")
    .option("--watch", "read the scenarios again when their files change, and keep the last good ones")
    .option("--strict", "refuse what no scenario has a rule for, and say which rules come near")
    .addHelpText("after", EXAMPLES)
    .action(serve);

async function serve({ port, host, seed, api, spec, clock, maxBody, ...more }: ServeOptions): Promise<void> {
  if (more.watch === true && more.scenarios === undefined) {
    throw new GatetwinError("option-invalid", "Failed to watch: --watch needs --scenarios, the files to read again");
  }
  const whole =
    spec === undefined ? ownContract() : await (await import("../../contract/open-contract.ts")).openContract(spec);
  const contract = api === undefined ? whole : select(whole, api);
  const server = await start({
    port,
    host,
    seed,
    contract,
    maxBodyBytes: maxBody,
    journal: { entries: more.journal },
    ...(more.controlKey && { controlKey: more.controlKey }),
    ...paceOf(more),
    scenarios: more.scenarios ?? [],
    watch: more.watch === true,
    strict: more.strict === true,
    ...(clock === "system" && { clock: systemClock() }),
  });
  process.stdout.write(greeting(contract, server.url));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
}

/** Nothing when no option says how fast: then every answer goes out at once. */
function paceOf({ firstEventMs, tokensPerSecond, jitter, keepAliveMs }: Pace): { pace?: Pace } {
  const pace: Pace = {
    ...(firstEventMs !== undefined && { firstEventMs }),
    ...(tokensPerSecond !== undefined && { tokensPerSecond }),
    ...(jitter !== undefined && { jitter }),
    ...(keepAliveMs !== undefined && { keepAliveMs }),
  };
  return Object.keys(pace).length === 0 ? {} : { pace };
}

function select(contract: Contract, apis: readonly string[]): Contract {
  const known = [...new Set(contract.operations.map((operation) => operation.api))];
  const unknown = apis.find((name) => !known.includes(name));
  if (unknown === undefined) return ofApis(contract, apis);
  const meant = nearest(unknown, known);
  throw new GatetwinError(
    "option-invalid",
    `Failed to serve ${unknown}: the document has no such API; ${meant === undefined ? `it has ${known.join(", ")}` : `did you mean ${meant}?`}`,
  );
}

/** The base URLs to paste into a client: what the paths of each API have in common. */
function greeting(contract: Contract, url: string): string {
  const apis = [...new Set(contract.operations.map(({ api }) => api))];
  const lines = apis.map((api) => {
    const paths = contract.operations.filter((operation) => operation.api === api).map(({ path }) => path);
    return `  ${api.padEnd(12)} ${url}${prefixOf(paths)}  (${paths.length} operation${paths.length === 1 ? "" : "s"})`;
  });
  return `${contract.title} is ready. Base URLs, with any API key; the journal is at ${url}/__gatetwin/requests:\n${lines.join("\n")}\n`;
}

function prefixOf(paths: readonly string[]): string {
  const [first = ""] = paths;
  const segments = first.split("/");
  // `/v1/chat` is no base: a client adds /chat/completions itself. The version and the family are.
  const stop = segments.findIndex(
    (segment, index) =>
      index > 0 &&
      (/^(chat|images|completions)$/.test(segment) ||
        segment.startsWith("{") ||
        paths.some((path) => path.split("/")[index] !== segment)),
  );
  return segments.slice(0, stop < 0 ? segments.length : stop).join("/");
}

function clockKind(text: string): string {
  if (text === "fixed" || text === "system") return text;
  throw new InvalidArgumentError("It must be fixed or system.");
}
