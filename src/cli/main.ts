/** The command line: each command is loaded when it is asked for. */
import { Command } from "commander";
import { GatetwinError } from "../lib/errors.ts";

/** In the order in which the help shows them. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import("./commands/serve.ts")).serveCommand(),
  lint: async () => (await import("./commands/lint.ts")).lintCommand(),
  verify: async () => (await import("./commands/verify.ts")).verifyCommand(),
  proxy: async () => (await import("./commands/proxy.ts")).proxyCommand(),
  replay: async () => (await import("./commands/replay.ts")).replayCommand(),
  types: async () => (await import("./commands/types.ts")).typesCommand(),
  spec: async () => (await import("./commands/spec.ts")).specCommand(),
};

const program = new Command("gatetwin")
  .description(
    "The contract twin of an LLM gateway: a fake backend that keeps the real one's contract, types for its clients, and a judge of real servers.",
  )
  .version("0.1.0")
  .showHelpAfterError("Run gatetwin --help for the commands and their options.");

// A reader that has seen enough, such as head, is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

const [, , asked = ""] = process.argv;
// Whoever asks for help, or for a command that there is not, is shown all of them.
const wanted = Object.hasOwn(COMMANDS, asked) ? [asked] : Object.keys(COMMANDS);
for (const name of wanted) program.addCommand(await (COMMANDS[name] as () => Promise<Command>)());
// A command that judges says by 1 that it found something: that nothing was judged must not look the same.
const failed = ["lint", "verify", "proxy"].includes(asked) ? 2 : 1;
for (const command of program.commands)
  command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : failed));

try {
  await program.parseAsync();
} catch (error) {
  const text =
    error instanceof GatetwinError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`gatetwin: ${text}\n`);
  process.exitCode = failed;
}
