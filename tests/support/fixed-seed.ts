/** Property tests try the same values in every run, so that a failure can be seen again. GATETWIN_TEST_SEED tries others. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.GATETWIN_TEST_SEED ?? 20250101) });
