/** The twin in node:test. */
import { after, afterEach, before, beforeEach } from "node:test";
import { type GatetwinOptions, openSession } from "./session.ts";
import type { Twin } from "./twin.ts";

export * from "./plugin.ts";

/** Call it at the top of a test file or of a `describe`. The environment is set when it returns. */
export function useGatetwin(options: GatetwinOptions = {}): Twin {
  // Each test file is the program of a process of its own.
  const { twin, begin, beginTest, endTest, end } = openSession(options, process.argv[1]);
  before(begin);
  beforeEach(beginTest);
  afterEach(endTest);
  after(end);
  return twin;
}
