/** Scenarios that none of the requests meets: what it costs to have them. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const SCENARIOS = 2_000;

const scenario = (index) => ({
  name: `bench-${index}`,
  rules: [
    {
      match: {
        operation: "sudoCreateChatCompletion",
        // The first half would answer other models, the second half other questions to the same one.
        ...(index < SCENARIOS / 2 ? { model: `other-${index}` } : { message: `Is pier ${index} of the mole open?` }),
      },
      outcome: { text: `Answer ${index}.` },
    },
  ],
});

/** Writes them, a file each; `remove` takes them away again. */
export async function writeScenarios() {
  const folder = await mkdtemp(join(tmpdir(), "gatetwin-bench-"));
  for (let index = 0; index < SCENARIOS; index++) {
    await writeFile(join(folder, `bench-${index}.json`), JSON.stringify(scenario(index)));
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
