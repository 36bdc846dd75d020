/** Fakers that draw from our own seeded randomness, one for each language, loaded when the first value needs it. */
import { createRequire } from "node:module";
import type { Faker } from "@faker-js/faker";
import type { Random } from "../lib/random.ts";
import { ENGLISH, type Language } from "./language.ts";

/**
 * Its word lists take some 30 ms to load, too much for a start-up that may never need them; a plain `import()` would make
 * every synthesis asynchronous. Node has loaded ES modules by `require` since 20.19.
 */
const require = createRequire(import.meta.url);

const shared = new Map<string, Faker>();
let current: Random;

function createFaker(locale: string): Faker {
  const { faker } = require(`@faker-js/faker/locale/${locale}`) as { faker: Faker };
  // The locale entry exports an instance only; its class comes with it, and saves the other locales of the main entry.
  const Class = faker.constructor as new (options: object) => Faker;
  return new Class({ locale: faker.rawDefinitions, randomizer: { next: () => current.next(), seed: () => {} } });
}

/**
 * The shared instance of a language, drawing from `random` until the next call. Use it at once: it is not to be kept.
 * What a locale lacks is English.
 */
export function fakerOf(random: Random, { locale }: Language = ENGLISH): Faker {
  let faker = shared.get(locale);
  if (!faker) {
    faker = createFaker(locale);
    shared.set(locale, faker);
  }
  current = random;
  return faker;
}

/** Loads the word lists and the pattern parser ahead of the first reply, for a server that has just begun to listen. */
export async function preload(): Promise<void> {
  await Promise.all([import("@faker-js/faker/locale/en"), import("@eslint-community/regexpp")]);
}
