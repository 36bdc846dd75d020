/** Gatetwin in a process that tells what it holds when it is asked. Needs `--expose-gc`. */
import { setTimeout as sleep } from "node:timers/promises";
import { start } from "../../dist/index.js";

const server = await start();
process.send({ url: server.url });
process.on("message", async () => {
  // What the last replies left is let go of first.
  await sleep(200);
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  process.send({ used: heapUsed + external });
});
