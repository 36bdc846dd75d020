/** Names the configuration that made a reply: the same for the same model and seed, as clients that compare them expect. */
import { hash } from "../../lib/random.ts";

export const fingerprintOf = (model: string, seed: number | null | undefined): string =>
  `fp_${hash(`${model}/${seed ?? ""}`)
    .toString(16)
    .padStart(14, "0")
    .slice(-10)}`;
