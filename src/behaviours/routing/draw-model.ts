/** Picks the model that a load balancer sends a call to: by chance, in proportion to the weights. */
import { createRandom, hash } from "../../lib/random.ts";
import type { Call } from "../behaviour.ts";
import type { Routing } from "./block.ts";

/**
 * Equal calls have to be shared as well, so the chance is that of a fresh id: it depends on how often the token has asked
 * the same, is the same for a stream as for the whole answer, and repeats from run to run.
 */
export function drawModel(balanced: Routing["balanced"], { newId }: Pick<Call, "newId">): string | undefined {
  const total = balanced.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;
  let place = createRandom(hash(newId("draw"))).next() * total;
  const drawn = balanced.find(({ weight }) => {
    place -= weight;
    return place < 0;
  });
  return (drawn ?? balanced.at(-1))?.model;
}
