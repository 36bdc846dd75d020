/** Pacing as data: where the waits are, how long, and that they change nothing of what is said. */
import { expect, test } from "vitest";
import { createRandom } from "../../src/lib/random.ts";
import { type Pace, paced } from "../../src/scenario/pace.ts";
import { eventStep, type Step, sentinelStep } from "../../src/scenario/script.ts";
import { createHandler } from "../../src/server/create-server.ts";
import { toldTokens } from "../../src/server/told-tokens.ts";

const chunk = (content: string): Step => eventStep({ choices: [{ index: 0, delta: { content } }] });
const role = eventStep({ choices: [{ index: 0, delta: { role: "assistant", content: "" } }] });
const end = eventStep({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });

const pace = (steps: readonly Step[], options: Pace, seed = 1): Step[] => [
  ...paced(steps, { pace: options, random: createRandom(seed), tokensOf: toldTokens }),
];
const waits = (steps: readonly Step[]) => steps.flatMap((step) => (step.kind === "wait" ? [step.ms] : []));
const events = (steps: readonly Step[]) => steps.filter(({ kind }) => kind === "event");
const total = (steps: readonly Step[]) => waits(steps).reduce((sum, ms) => sum + ms, 0);

test("the first event waits, and those without text follow at once", () => {
  const steps = pace([role, chunk("Hello"), end, sentinelStep("[DONE]")], { firstEventMs: 300 });
  expect(steps.map(({ kind }) => kind)).toEqual(["wait", "event", "event", "event", "event"]);
  expect(waits(steps)).toEqual([300]);
});

test("a stream takes the time of its tokens, however they are cut into events", () => {
  const single = ["The", " tide", " turns", " at", " noon"].map(chunk);
  const joined = [chunk("The tide turns"), chunk(" at noon")];
  expect(waits(pace(single, { tokensPerSecond: 10 }))).toEqual([100, 100, 100, 100, 100]);
  expect(waits(pace(joined, { tokensPerSecond: 10 }))).toEqual([300, 200]);
});

test.each([
  ["a tool call", { choices: [{ delta: { tool_calls: [{ index: 0, function: { arguments: '{"city":' } }] } }] }, 3],
  ["reasoning", { choices: [{ delta: { reasoning: " two words" } }] }, 2],
  ["several choices", { choices: [{ delta: { content: "one" } }, { delta: { content: " two" } }] }, 2],
  ["a text completion", { choices: [{ text: " noon" }] }, 1],
  ["a response", { type: "response.output_text.delta", delta: " high tide" }, 2],
  ["the whole text again", { type: "response.output_text.done", text: " high tide" }, 0],
  ["sound", { type: "response.audio.delta", delta: "UklGRg==" }, 0],
  ["nothing that is known", { anything: [1, null] }, 0],
  ["nonsense", { choices: [null, { delta: { tool_calls: [null] } }] }, 0],
])("tokens are those of the text: %s", (_name, payload, tokens) => {
  expect(toldTokens(payload)).toBe(tokens);
});

test("a step may say how many tokens it tells", () => {
  const step: Step = { kind: "event", event: { data: "" }, payload: {}, tokens: 4 };
  expect(waits(pace([step], { tokensPerSecond: 8 }))).toEqual([500]);
});

test("jitter strays within its bounds around the same mean, and repeats with its seed", () => {
  const script = Array.from({ length: 4_000 }, () => chunk(" tide"));
  const options = { tokensPerSecond: 50, jitter: 0.5 };
  const steps = pace(script, options);
  expect(Math.min(...waits(steps))).toBeGreaterThanOrEqual(10);
  expect(Math.max(...waits(steps))).toBeLessThanOrEqual(30);
  expect(new Set(waits(steps)).size).toBeGreaterThan(100);
  expect(total(steps) / 4_000).toBeCloseTo(20, 0);
  expect(waits(pace(script, options))).toEqual(waits(steps));
  expect(waits(pace(script, options, 2))).not.toEqual(waits(steps));
  expect(events(steps)).toEqual(script);
});

test("waits of a script stay", () => {
  const steps = pace([role, { kind: "wait", ms: 40 }, chunk(" tide")], { tokensPerSecond: 100 });
  expect(waits(steps)).toEqual([40, 10]);
});

test.each([
  [{ tokensPerSecond: 0 }, "tokensPerSecond must be a number from above 0 to 1000000, not 0"],
  [{ jitter: 1.5 }, "jitter must be a number from 0 to 1, not 1.5"],
  [{ firstEventMs: Number.NaN }, "firstEventMs must be a number from 0 to 600000, not NaN"],
  [{ tokenPerSecond: 5 }, "there is no tokenPerSecond"],
])("a server does not start with a pace that makes no sense: %j", (options, said) => {
  expect(() => createHandler({ pace: options as Pace })).toThrow(said);
});
