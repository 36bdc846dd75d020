/** Turns the features of a text into a vector: signed feature hashing (Weinberger et al., 2009). */
import { createRandom, hash } from "../../lib/random.ts";
import type { Features } from "../text/features.ts";

/** Every feature is heard in so many places: more make collisions matter less. */
const PLACES = 6;

/**
 * A unit vector of `dimensions` numbers, each exact as a 32-bit float. Texts that share features lie near each other;
 * another `space` (a model's name) puts the same text elsewhere.
 */
export function embed(features: Features, { dimensions, space }: { dimensions: number; space: string }): Float32Array {
  const vector = new Float64Array(dimensions);
  const seed = hash(space);
  for (const [name, weight] of features) {
    const random = createRandom(hash(name, seed));
    for (let place = 0; place < PLACES; place++) {
      const index = random.int(0, dimensions - 1);
      vector[index] = (vector[index] as number) + (random.next() < 0.5 ? -weight : weight);
    }
  }
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  // In very few dimensions all features can cancel each other out.
  if (length === 0) return Float32Array.from(vector, (_, index) => (index === 0 ? 1 : 0));
  return Float32Array.from(vector, (value) => value / length);
}
