import { expect, test } from "vitest";
import { beyondModel, isGptImage, ORQ_LIMITS, SUDO_LIMITS } from "../../../src/behaviours/images/models.ts";

test.each([
  "gpt-image-1",
  "openai/gpt-image-1",
  "azure/gpt-image-1-mini",
  "OpenAI/GPT-Image-1.5",
  "chatgpt-image-latest",
])("%s is a GPT Image model", (model) => expect(isGptImage(model)).toBe(true));

test.each(["dall-e-3", "openai/dall-e-2", "gpt-4o", "my-gpt-image-1", "gpt-images", ""])("%j is none", (model) =>
  expect(isGptImage(model)).toBe(false),
);

const ask = { prompt: "A gull", n: 1, size: "1024x1024" };

test("a model is known with and without its provider", () => {
  for (const model of ["dall-e-3", "openai/dall-e-3", "azure/dall-e-3"]) {
    expect(beyondModel({ ...ask, model, n: 2 }, ORQ_LIMITS)).toMatchObject({ status: 400, param: "n" });
    expect(beyondModel({ ...ask, model }, ORQ_LIMITS)).toBeUndefined();
  }
});

test("names that every object has are no models with limits", () => {
  for (const model of ["constructor", "__proto__", "x/toString"]) {
    expect(beyondModel({ ...ask, model, n: 10 }, SUDO_LIMITS)).toBeUndefined();
  }
});
