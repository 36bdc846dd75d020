/** A running server that the test's end closes. */
import { onTestFinished } from "vitest";
import { type RunningServer, type StartOptions, start } from "../../src/server/start.ts";

/** Starts a server on a free port. Whatever it says of its own answers fails the test. */
export async function serve(options: StartOptions = {}): Promise<RunningServer> {
  const faults: unknown[] = [];
  const server = await start({
    onViolation: (id, violations) => faults.push([id, violations]),
    onError: (error) => faults.push(error),
    ...options,
  });
  onTestFinished(async () => {
    await server.close();
    if (faults.length > 0)
      throw new Error(
        `the server was at fault: ${faults.map((fault) => (fault instanceof Error ? fault.stack : JSON.stringify(fault))).join("\n")}`,
      );
  });
  return server;
}

/** A handler for supertest with the same strictness. */
export const strict = {
  onViolation: (id: string, violations: unknown): never => {
    throw new Error(`our own answer to ${id} breaks the contract: ${JSON.stringify(violations)}`);
  },
};
