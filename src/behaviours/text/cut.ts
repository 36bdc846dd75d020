/** Ends a text where the request wants it to end: before a stop sequence, or for lack of tokens. */
import { countTokens, tokenize } from "./tokens.ts";

export interface CutText {
  text: string;
  /** How many it has. */
  tokens: number;
  /** True when tokens ran out; a stop sequence is an ordinary end. */
  isCut: boolean;
}

export interface Limits {
  /** Sequences before which the text ends. Empty ones stop nothing. */
  stop?: readonly string[];
  /** The most tokens the text may have. */
  maxTokens?: number;
}

export function cutText(whole: string, { stop = [], maxTokens = Number.POSITIVE_INFINITY }: Limits = {}): CutText {
  const text = beforeStop(whole, stop);
  const tokens = countTokens(text);
  if (tokens <= maxTokens) return { text, tokens, isCut: false };
  const kept = tokenize(text).slice(0, Math.max(0, Math.floor(maxTokens)));
  return { text: kept.join(""), tokens: kept.length, isCut: true };
}

function beforeStop(text: string, stop: readonly string[]): string {
  let end = text.length;
  for (const sequence of stop) {
    const at = sequence === "" ? -1 : text.indexOf(sequence);
    if (at !== -1 && at < end) end = at;
  }
  return end === text.length ? text : text.slice(0, end);
}
