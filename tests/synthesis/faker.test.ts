import { expect, test } from "vitest";
import { createRandom } from "../../src/lib/random.ts";
import { fakerOf, preload } from "../../src/synthesis/faker.ts";

test("faker draws from the random it is given, ahead of time or not", async () => {
  const before = fakerOf(createRandom(7)).person.fullName();
  await preload();
  expect(fakerOf(createRandom(7)).person.fullName()).toBe(before);
  expect(fakerOf(createRandom(8)).person.fullName()).not.toBe(before);
});
