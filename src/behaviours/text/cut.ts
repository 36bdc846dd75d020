/** Ends a text where the request wants it to end: before a stop sequence, or for lack of tokens. */
import { tokenize } from "./tokens.ts";

export interface CutText {
  text: string;
  tokens: readonly string[];
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
  const tokens = tokenize(text);
  if (tokens.length <= maxTokens) return { text, tokens, isCut: false };
  const kept = tokens.slice(0, Math.max(0, Math.floor(maxTokens)));
  return { text: kept.join(""), tokens: kept, isCut: true };
}

function beforeStop(text: string, stop: readonly string[]): string {
  let end = text.length;
  for (const sequence of stop) {
    const at = sequence === "" ? -1 : text.indexOf(sequence);
    if (at !== -1 && at < end) end = at;
  }
  return end === text.length ? text : text.slice(0, end);
}
