/** The twin in Jest, which loads every module anew for each test file; the build makes one CommonJS file of it. */
import { createRequire } from "node:module";
import { type GatetwinOptions, openSession } from "./session.ts";
import type { Twin } from "./twin.ts";

export * from "./plugin.ts";

/** Call it at the top of a test file, of a setup file or of a `describe`. The environment is set when it returns. */
export function useGatetwin(options: GatetwinOptions = {}): Twin {
  // Only here, because a global setup, where Jest has no globals, may want the rest of the module.
  const jest = createRequire(import.meta.url)("@jest/globals") as typeof import("@jest/globals");
  const { twin, begin, beginTest, endTest, end } = openSession(options, jest.expect.getState().testPath);
  jest.beforeAll(begin);
  jest.beforeEach(beginTest);
  jest.afterEach(endTest);
  jest.afterAll(end);
  return twin;
}
