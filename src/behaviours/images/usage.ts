/** What pictures cost in tokens, as OpenAI counts them for GPT Image: by quality and area. */
import { countTokens } from "../text/tokens.ts";
import type { Size } from "./size.ts";

export interface ImageUsage {
  input_tokens: number;
  input_tokens_details: { image_tokens: number; text_tokens: number };
  output_tokens: number;
  total_tokens: number;
}

const SQUARE = 1024 * 1024;
const MEDIUM_TOKENS = 1_056;
/** Tokens of a picture of 1024 by 1024 pixels. What the model chooses (`auto`) is medium. */
const TOKENS: Readonly<Record<string, number>> = { low: 272, high: 4_160, hd: 4_160 };
/** A picture that is read: a base, and so much for each tile of 512 by 512 pixels. */
const READ_TOKENS = { base: 65, tile: 129 };

export interface Cost {
  prompt: string;
  /** The pictures that were sent. */
  read: readonly Size[];
  size: Size;
  quality: string;
  count: number;
}

export function usageOf({ prompt, read, size, quality, count }: Cost): ImageUsage {
  const text_tokens = countTokens(prompt);
  const image_tokens = read.reduce((sum, picture) => sum + readTokens(picture), 0);
  const each = Math.ceil(((TOKENS[quality] ?? MEDIUM_TOKENS) * size.width * size.height) / SQUARE);
  const input_tokens = text_tokens + image_tokens;
  const output_tokens = each * count;
  return {
    input_tokens,
    input_tokens_details: { image_tokens, text_tokens },
    output_tokens,
    total_tokens: input_tokens + output_tokens,
  };
}

/** Pictures are made smaller before they are read: the shorter side to 512 pixels, the longer to four times that. */
function readTokens({ width, height }: Size): number {
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height));
  return READ_TOKENS.base + READ_TOKENS.tile * Math.min(4, Math.ceil(ratio));
}
