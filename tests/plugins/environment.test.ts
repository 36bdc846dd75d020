import { afterEach, beforeEach, expect, test } from "vitest";
import { layEnvironment } from "../../src/plugins/environment.ts";

beforeEach(() => {
  process.env.LAYER_A = "original";
  delete process.env.LAYER_B;
});
afterEach(() => {
  delete process.env.LAYER_A;
});

const shown = () => [process.env.LAYER_A, process.env.LAYER_B];

test("a layer shows at once, and what was there comes back", () => {
  const layer = layEnvironment({ LAYER_A: "mine", LAYER_B: "mine" });
  expect(shown()).toEqual(["mine", "mine"]);
  layer.remove();
  expect(shown()).toEqual(["original", undefined]);
  expect("LAYER_B" in process.env).toBe(false);
});

test("one within another shows the inner, then the outer", () => {
  const outer = layEnvironment({ LAYER_A: "outer", LAYER_B: "outer" });
  const inner = layEnvironment({ LAYER_A: "inner" });
  // As runners do: all are laid while the file is read, and each is raised when its tests begin.
  outer.raise();
  expect(shown()).toEqual(["outer", "outer"]);
  inner.raise();
  expect(shown()).toEqual(["inner", "outer"]);
  inner.remove();
  expect(shown()).toEqual(["outer", "outer"]);
  outer.remove();
  expect(shown()).toEqual(["original", undefined]);
});

test("one after another: each shows while its tests run", () => {
  const first = layEnvironment({ LAYER_A: "first" });
  const second = layEnvironment({ LAYER_A: "second" });
  first.raise();
  expect(shown()).toEqual(["first", undefined]);
  first.remove();
  second.raise();
  expect(shown()).toEqual(["second", undefined]);
  second.remove();
  expect(shown()).toEqual(["original", undefined]);
});
