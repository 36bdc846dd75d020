/** The twin in Jest, which loads every module anew for each test file; the build makes one CommonJS file of it. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "@jest/globals";
import { type GatetwinOptions, openSession } from "./session.ts";
import type { Twin } from "./twin.ts";

export * from "./plugin.ts";

/** Call it at the top of a test file, of a setup file or of a `describe`. The environment is set when it returns. */
export function useGatetwin(options: GatetwinOptions = {}): Twin {
  const { twin, begin, beginTest, endTest, end } = openSession(options, expect.getState().testPath);
  beforeAll(begin);
  beforeEach(beginTest);
  afterEach(endTest);
  afterAll(end);
  return twin;
}
