/** Names the configuration that made a reply: the same for the same model and seed, as clients that compare them expect. */
import { hash } from "../../lib/random.ts";

const DIGITS = "0123456789abcdef";
const LENGTH = 10;

export function fingerprintOf(model: string, seed: number | null | undefined): string {
  let left = hash(`${model}/${seed ?? ""}`);
  let text = "fp_";
  for (let digit = 0; digit < LENGTH; digit++) {
    text += DIGITS[left % 16];
    left = Math.floor(left / 16);
  }
  return text;
}
