/** The twin in Vitest. */
import { type GatetwinOptions, openSession } from "./session.ts";
import type { Twin } from "./twin.ts";

export * from "./plugin.ts";

// A global setup wants `startGatetwin` alone, and Vitest before 4 cannot be imported there.
const [vitest] = await Promise.allSettled([import("vitest")]);

/** Call it at the top of a test file, of a setup file or of a `describe`. The environment is set when it returns. */
export function useGatetwin(options: GatetwinOptions = {}): Twin {
  if (vitest.status === "rejected") throw vitest.reason;
  const { afterAll, afterEach, beforeAll, beforeEach, expect } = vitest.value;
  const { twin, begin, beginTest, endTest, end } = openSession(options, expect.getState().testPath);
  beforeAll(begin);
  beforeEach(beginTest);
  afterEach(endTest);
  afterAll(end);
  return twin;
}
