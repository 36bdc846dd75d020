/** The command line: each command is loaded when it is asked for. */
import { Command } from "commander";
import { GatetwinError } from "../lib/errors.ts";
import { serveCommand } from "./commands/serve.ts";

const program = new Command("gatetwin")
  .description("The contract twin of an LLM gateway: a fake backend that keeps the real one's contract.")
  .version("0.1.0")
  .showHelpAfterError("Run gatetwin --help for the commands and their options.")
  .addCommand(serveCommand());

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
  process.exitCode = 1;
}
