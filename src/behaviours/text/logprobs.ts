/** How likely each token was: plausible numbers that keep the rules, which is all that a client can rely on. */
import type { components } from "../../../generated/schema.d.ts";
import type { Random } from "../../lib/random.ts";

export type TokenLogprob = components["schemas"]["TokenLogprob"];
type TokenChance = components["schemas"]["TopLogprob"];

/** Twenty-one tokens that could stand anywhere: one more than can be asked for, because the chosen one may be among them. */
const OTHER_TOKENS =
  ` the, a, in, of, to, and, is, that, it, for, on, with, as, one, this, by, an, more, at, or, no`.split(",");

const encoder = new TextEncoder();
const chanceOf = (token: string, probability: number): TokenChance => ({
  token,
  logprob: Math.min(0, Math.log(probability)),
  bytes: Array.from(encoder.encode(token)),
});

/**
 * The likelihood of each token, and of the likeliest ones in its place: falling, the chosen one first.
 *
 * @param top How many to list per token, 0 to 20.
 */
export const logprobsOf = (
  tokens: readonly string[],
  { top, random }: { top: number; random: Random },
): TokenLogprob[] =>
  tokens.map((token) => {
    const probability = 1 - 0.6 * random.next() ** 2;
    const chosen = chanceOf(token, probability);
    return {
      ...chosen,
      top_logprobs: top === 0 ? [] : [chosen, ...alternatives(token, { probability, count: top - 1, random })],
    };
  });

/** What is left of the probability, dealt out so that no alternative is likelier than the one before it. */
function alternatives(
  token: string,
  { probability, count, random }: { probability: number; count: number; random: Random },
): TokenChance[] {
  let left = 1 - probability;
  let last = probability;
  const others = OTHER_TOKENS.filter((other) => other !== token);
  const start = random.int(0, others.length - 1);
  return Array.from({ length: count }, (_, index) => {
    last = Math.max(Math.min(last, left * (0.4 + 0.3 * random.next())), Number.MIN_VALUE);
    left = Math.max(0, left - last);
    return chanceOf(others[(start + index) % others.length] as string, last);
  });
}
