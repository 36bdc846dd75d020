/** The thread of a twin: serves until the process ends. */
import { workerData } from "node:worker_threads";
import { GatetwinError } from "../lib/errors.ts";
import type { Answer, Order } from "./start-thread.ts";

const { options, port, cell } = workerData as Order;

port.postMessage(await serve());
Atomics.store(cell, 0, 1);
Atomics.notify(cell, 0);

/** Loads the server within reach of the catch: whatever goes wrong must wake the one who waits. */
async function serve(): Promise<Answer> {
  try {
    const { start } = await import("../server/start.ts");
    const { spec, ...more } = options;
    const { url } = await start({ ...more, ...(spec !== undefined && { contract: await open(spec) }) });
    return { url };
  } catch (error) {
    if (error instanceof GatetwinError) return { code: error.code, message: error.message };
    return {
      code: "option-invalid",
      message: `Failed to start a twin: ${error instanceof Error ? error.stack : error}`,
    };
  }
}

/** Compiling schemas takes a library that the gateways' own contract does without. */
async function open(spec: string) {
  const { openContract } = await import("../contract/open-contract.ts");
  return openContract(spec);
}
