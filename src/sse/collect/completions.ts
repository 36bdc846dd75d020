/** Folds the pieces of a legacy text completion stream into the completion that they tell. */
import { type Fields, isFields } from "../../lib/fields.ts";
import { foldMembers, grow, indexOr, inOrder, isPlainName, join, replace } from "./fields.ts";

export interface CollectedCompletion {
  /** In the order of their indexes. */
  choices: CollectedTextChoice[];
  /** Only where the stream told it. */
  usage?: unknown;
  /** What the pieces say of all choices: `id`, `object`, `created`, `model`, … */
  [name: string]: unknown;
}

export interface CollectedTextChoice {
  index: number;
  text: string;
  /** Absent where the stream never named it. */
  finish_reason?: unknown;
  [name: string]: unknown;
}

const APART: ReadonlySet<string> = new Set(["choices", "usage", "obfuscation"]);

/** The completion that the pieces tell. Never throws, whatever the payloads are. */
export function collectCompletion(payloads: Iterable<unknown>): CollectedCompletion {
  const base: Fields = {};
  const choices = new Map<number, CollectedTextChoice>();
  let usage: unknown;
  for (const payload of payloads) {
    if (!isFields(payload)) continue;
    foldMembers(base, payload, APART);
    if (payload.usage) usage = payload.usage;
    if (!Array.isArray(payload.choices)) continue;
    for (const [position, piece] of payload.choices.entries()) {
      if (!isFields(piece)) continue;
      const index = indexOr(piece.index, position);
      let choice = choices.get(index);
      if (choice === undefined) {
        choice = { index, text: "" };
        choices.set(index, choice);
      }
      foldPiece(choice, piece);
    }
  }
  return { ...base, choices: inOrder(choices), ...(usage === undefined ? {} : { usage }) };
}

function foldPiece(choice: CollectedTextChoice, piece: Fields): void {
  for (const name in piece) {
    const value = piece[name];
    if (name === "index" || !isPlainName(name)) continue;
    if (name === "text") choice.text = join(choice.text, value);
    else if (name === "logprobs" && isFields(value)) choice.logprobs = foldLogprobs(choice.logprobs, value);
    else if (value === null || value === "") choice[name] ??= value;
    else if (Array.isArray(value)) choice[name] = grow(choice[name], value);
    else choice[name] = replace(choice[name], value);
  }
}

/** Lists side by side, one entry per token in each. */
function foldLogprobs(before: unknown, logprobs: Fields): Fields {
  const folded: Fields = isFields(before) ? before : {};
  for (const name in logprobs) {
    const more = logprobs[name];
    if (isPlainName(name)) folded[name] = Array.isArray(more) ? grow(folded[name], more) : (more ?? folded[name]);
  }
  return folded;
}
