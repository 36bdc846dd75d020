import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // Compares with material that is not part of this repository; .ci/run says where it is.
    exclude: [...configDefaults.exclude, ...(process.env.GATETWIN_SHARED ? [] : ["tests/differential/**"])],
    setupFiles: ["tests/support/fixed-seed.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The default leaves a core idle.
    maxWorkers: 2,
  },
});
