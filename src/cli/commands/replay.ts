/** `gatetwin replay`: serves what `gatetwin proxy --record` wrote. */
import { Command, InvalidArgumentError } from "commander";
import { GatetwinError } from "../../lib/errors.ts";
import { repeatable, wholeNumber } from "../options.ts";

interface ReplayOptions {
  port: number;
  host: string;
  speed: number;
  spec?: string;
  prefix: string[];
}

const EXAMPLES = `
Examples:
  $ gatetwin proxy --upstream https://api.example.com --record recordings
  $ gatetwin replay recordings                  the same replies, with the same pauses
  $ gatetwin replay recordings --speed 0        without waiting
  $ gatetwin replay session.har                 what a browser or another proxy recorded`;

export const replayCommand = (): Command =>
  new Command("replay")
    .description("Serve recordings: the same request gets the same reply, byte for byte.")
    .argument("<folder>", "a folder of recordings, one recording, or a HAR file")
    .option("--port <number>", "the port; 0 takes any free one", wholeNumber(0, 65_535), 4012)
    .option("--host <address>", "the address to listen on", "127.0.0.1")
    .option("--speed <factor>", "2 waits half as long as was recorded, 0 does not wait", positive, 1)
    .option("--spec <file>", "the OpenAPI document (YAML or JSON) of what was recorded, if not of the four gateways")
    .addOption(repeatable("--prefix <ours=theirs>", "the recorded server has our operations under another path"))
    .addHelpText("after", EXAMPLES)
    .action(replay);

async function replay(folder: string, { port, host, speed, spec, prefix }: ReplayOptions): Promise<void> {
  const { createReplay } = await import("../../proxy/replay.ts");
  const { listen } = await import("../../proxy/start.ts");
  const { pathsByPrefix } = await import("../../proxy/prefix.ts");
  const { recordings, notes } = folder.endsWith(".har")
    ? await (await import("../../exchange/har.ts")).readHar(folder)
    : await (await import("../../exchange/fixture.ts")).readExchanges(folder);
  // A bare reply does not say what it answers.
  const whole = recordings.filter(({ request }) => request.method !== "");
  const bare = recordings.flatMap((one) =>
    one.request.method === "" && "file" in one ? [`${one.file}: it does not tell what was asked`] : [],
  );
  for (const note of [...notes, ...bare]) process.stderr.write(`gatetwin: left out ${note}\n`);
  if (whole.length === 0)
    throw new GatetwinError(
      "document-unreadable",
      `Failed to replay ${folder}: it holds no recording with its request`,
    );
  const broken = whole.filter(({ breaches }) => breaches.length > 0).length;
  const contract =
    spec === undefined ? undefined : await (await import("../../contract/open-contract.ts")).openContract(spec);
  const server = await createReplay({
    recordings: whole,
    speed,
    toContractPath: pathsByPrefix(prefix),
    ...(contract && { contract }),
  });
  const running = await listen(server, { port, host });
  process.stdout.write(
    `Serving ${whole.length} recording${whole.length === 1 ? "" : "s"} at ${running.url}${broken === 0 ? "" : `, ${broken} of which break the contract`}\n`,
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void running.close().then(() => process.exit(0)));
}

function positive(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be 0 or a positive number.");
}
