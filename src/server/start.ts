/** Starts a server and says where it is. */
import type { AddressInfo } from "node:net";
import { ownContract } from "../contract/own-contract.ts";
import { fixedClock } from "../lib/clock.ts";
import { GatetwinError } from "../lib/errors.ts";
import type { Library } from "../scenario/library.ts";
import { createServer, type ServerOptions } from "./create-server.ts";
import { openScenarios, watchScenarios } from "./scenarios.ts";

export interface StartOptions extends ServerOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** Loopback by default: a fake that takes any key is not for the network. */
  host?: string;
  /** Reads the files of `scenarios` again when they change; what cannot be used changes nothing. False by default. */
  watch?: boolean;
  /** Told how each of these readings went. Written to stderr by default. */
  onReload?: (text: string) => void;
}

export interface RunningServer {
  /** Such as `http://127.0.0.1:4010`, without a trailing slash. */
  url: string;
  port: number;
  /** Ends open streams and connections; resolves when the port is free. */
  close(): Promise<void>;
}

/**
 * Resolves when the server listens. Rejects with GatetwinError `port-taken`, `option-invalid` or `scenario-invalid` when
 * it cannot.
 */
export async function start({
  port = 0,
  host = "127.0.0.1",
  watch,
  ...options
}: StartOptions = {}): Promise<RunningServer> {
  const closed = new AbortController();
  const server = createServer(watch === true ? { ...options, scenarios: watched(options, closed.signal) } : options);
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(explain(cause, host, port)));
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
      resolve({
        url: `http://${name}:${address.port}`,
        port: address.port,
        close: () =>
          new Promise((done) => {
            closed.abort();
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

function watched(options: Omit<StartOptions, "watch">, signal: AbortSignal): Library {
  const { contract = ownContract(), clock = fixedClock(), scenarios = [] } = options;
  const { onReload = (text) => void process.stderr.write(`gatetwin: ${text}\n`) } = options;
  const library = openScenarios(options, contract);
  if (library !== scenarios) void watchScenarios(library, scenarios as Given, { clock, signal, onReload });
  return library;
}

type Given = Parameters<typeof watchScenarios>[1];

function explain(cause: NodeJS.ErrnoException, host: string, port: number): GatetwinError {
  const where = `${host}:${port}`;
  if (cause.code === "EADDRINUSE") {
    return new GatetwinError(
      "port-taken",
      `Failed to listen on ${where}: another program has this port. Choose another with --port, or --port 0 for any free one.`,
      { cause },
    );
  }
  return new GatetwinError("option-invalid", `Failed to listen on ${where}: ${cause.message}`, { cause });
}
