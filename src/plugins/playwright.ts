/**
 * The twin as fixtures of Playwright: `base.extend<GatetwinFixtures>(gatetwinFixtures)`. Tests of one file may run in
 * several workers, so that each test has a token of its own.
 */
import type { Fixtures, TestInfo } from "@playwright/test";
import { type GatetwinOptions, openSession } from "./session.ts";
import type { Twin } from "./twin.ts";

export * from "./plugin.ts";

export interface GatetwinFixtures {
  /** To be set with `test.use({ gatetwinOptions: { … } })` or in the configuration. */
  gatetwinOptions: GatetwinOptions;
  /** The environment is set while the test runs. */
  gatetwin: Twin;
}

export const gatetwinFixtures: Fixtures<GatetwinFixtures> = {
  gatetwinOptions: [{}, { option: true }],
  gatetwin: async ({ gatetwinOptions }, use, { file, titlePath, retry, repeatEachIndex }: TestInfo) => {
    const name = [file, ...titlePath.slice(1), retry, repeatEachIndex].join(" ");
    const { twin, begin, beginTest, endTest, end } = openSession(gatetwinOptions, name);
    try {
      await begin();
      await beginTest();
      await use(twin);
      await endTest();
    } finally {
      end();
    }
  },
};
