/** Predicted output: a reply that repeats most of the text the caller expects, and what that saved. */
import { tokenize } from "./tokens.ts";

export interface Prediction {
  /** Tokens of the prediction that the reply begins with. */
  accepted: number;
  /** Tokens of the prediction that the reply departed from. */
  rejected: number;
}

const REPEATED_SHARE = 0.75;

/** The beginning of the prediction, continued by another text: the change that made the caller ask. */
export function followPrediction(prediction: string, ending: string): string {
  const tokens = tokenize(prediction);
  const kept = tokens.slice(0, Math.ceil(tokens.length * REPEATED_SHARE)).join("");
  return `${kept} ${ending}`;
}

export function judgePrediction(prediction: string, text: string): Prediction {
  const tokens = tokenize(prediction);
  const reply = tokenize(text);
  let accepted = 0;
  while (accepted < tokens.length && tokens[accepted] === reply[accepted]) accepted++;
  return { accepted, rejected: tokens.length - accepted };
}
