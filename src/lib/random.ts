/** Chance as an argument: a small seeded generator, and the hash that turns a request into a seed. */

/** A repeatable source of numbers. The same seed gives the same sequence on every machine. */
export interface Random {
  /** What it was made from. */
  readonly seed: number;
  /** The next number in [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** One member of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** A generator of its own, which depends on this seed and the name but not on how far this one has been read. */
  fork(name: string): Random;
}

export const createRandom = (seed: number): Random => new Sfc32(seed);

/**
 * sfc32 by Chris Doty-Humphrey: four words of state, passes PractRand, a few nanoseconds a number. A class, because every
 * request makes four of them.
 */
class Sfc32 implements Random {
  readonly seed: number;
  #a: number;
  #b: number;
  #c = 0x9e3779b9 | 0;
  #counter = 1;
  #isMixed = false;

  constructor(seed: number) {
    this.seed = seed;
    this.#a = seed | 0;
    this.#b = Math.floor(seed / 2 ** 32) | 0;
  }

  next(): number {
    // The first outputs still resemble the seed; twelve rounds mix every bit of it into every word. Not before it is read:
    // many are only forked.
    if (!this.#isMixed) {
      this.#isMixed = true;
      for (let round = 0; round < 12; round++) this.next();
    }
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  fork(name: string): Random {
    return new Sfc32(hash(name, this.seed));
  }
}

/**
 * A 53-bit hash of a text (cyrb53, public domain, by bryc). Not for secrets: it only has to spread requests evenly.
 *
 * @param seed Another seed gives an unrelated hash.
 */
export function hash(text: string, seed = 0): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ Math.floor(seed / 2 ** 21);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 2 ** 32 * ((2 ** 21 - 1) & low) + (high >>> 0);
}
