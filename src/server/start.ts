/** Starts a server and says where it is. */
import type { AddressInfo } from "node:net";
import { GatetwinError } from "../lib/errors.ts";
import { createServer, type ServerOptions } from "./create-server.ts";

export interface StartOptions extends ServerOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** Loopback by default: a fake that takes any key is not for the network. */
  host?: string;
}

export interface RunningServer {
  /** Such as `http://127.0.0.1:4010`, without a trailing slash. */
  url: string;
  port: number;
  /** Ends open streams and connections; resolves when the port is free. */
  close(): Promise<void>;
}

/** Resolves when the server listens. Rejects with GatetwinError `port-taken` or `option-invalid` when it cannot. */
export function start({ port = 0, host = "127.0.0.1", ...options }: StartOptions = {}): Promise<RunningServer> {
  const server = createServer(options);
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
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

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
