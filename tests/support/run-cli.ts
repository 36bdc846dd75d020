/** The built command line in a process of its own, which ends with the test. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";

const bin = new URL("../../bin/gatetwin.js", import.meta.url).pathname;

export function runCli(...args: string[]) {
  const child = spawn(process.execPath, [bin, ...args]);
  onTestFinished(() => void child.kill("SIGKILL"));
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk;
  });
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, out, err }));
  /** Waits until the standard output holds these words; rejects when the process ends without them. */
  const says = async (words: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = words.exec(out);
      if (found) return found;
      await Promise.race([once(child.stdout, "data"), ended.then(({ err }) => Promise.reject(new Error(err)))]);
    }
  };
  return { child, ended, says };
}
