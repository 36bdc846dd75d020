/** Starts a proxy, or the server of a replay, and says where it is. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { GatetwinError } from "../lib/errors.ts";
import { createProxy, type ProxyOptions } from "./create-proxy.ts";
import type { ProxyTally } from "./keep.ts";

export interface ListenOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** Loopback by default. */
  host?: string;
}

export interface Listening {
  /** Without a trailing slash. */
  url: string;
  port: number;
  /** Ends open connections; resolves when the port is free. */
  close(): Promise<void>;
}

/** Rejects with GatetwinError `port-taken` or `option-invalid` when the server cannot listen. */
export function listen(server: Server, { port = 0, host = "127.0.0.1" }: ListenOptions): Promise<Listening> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const isTaken = cause.code === "EADDRINUSE";
      const why = isTaken ? "another program has this port. Choose another, or 0 for any free one." : cause.message;
      const message = `Failed to listen on ${host}:${port}: ${why}`;
      reject(new GatetwinError(isTaken ? "port-taken" : "option-invalid", message, { cause }));
    });
    server.listen(port, host, () => {
      const { address, family, port: found } = server.address() as AddressInfo;
      resolve({
        url: `http://${family === "IPv6" ? `[${address}]` : address}:${found}`,
        port: found,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

export interface RunningProxy extends Listening {
  tally: Readonly<ProxyTally>;
  /** Resolves when every exchange so far is judged and written. */
  settle(): Promise<void>;
}

/** Rejects as `listen` does, and with `option-invalid` for an upstream that is none. `close` also settles. */
export async function startProxy({ port, host, ...options }: ProxyOptions & ListenOptions): Promise<RunningProxy> {
  const proxy = createProxy(options);
  const listening = await listen(proxy.server, {
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
  });
  return {
    ...listening,
    tally: proxy.tally,
    settle: proxy.settle,
    close: async () => {
      await listening.close();
      await proxy.settle();
      proxy.close();
    },
  };
}
