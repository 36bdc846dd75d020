/** What a server of ours still holds after many streams: a leak of a few bytes a stream shows here and nowhere else. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { loadCount, STREAM } from "./measure.mjs";

const SERVER = fileURLToPath(new URL("servers/gatetwin-memory.mjs", import.meta.url));

/** Bytes in use after so many streams in all, each taken after a full collection. The journal is full after the first. */
export async function memoryAfter(counts) {
  const child = spawn(process.execPath, ["--expose-gc", SERVER], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  try {
    const [{ url }] = await once(child, "message");
    const bytes = [];
    let done = 0;
    for (const count of counts) {
      await loadCount(url, { count: count - done, more: STREAM });
      done = count;
      child.send("measure");
      const [{ used }] = await once(child, "message");
      bytes.push(used);
    }
    return bytes;
  } finally {
    child.kill();
  }
}
