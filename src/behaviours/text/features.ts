/**
 * What two texts can have in common: the stems of their words, and the letters by threes, so that spelling variants and
 * inflections still lie near. Whoever compares texts of the twin (embeddings, rerank) compares these.
 */
import { isEmptyWord, stem } from "./topic.ts";

/** Features by name, with how much each says about the text. */
export type Features = ReadonlyMap<string, number>;

/** A longer text is told by its beginning; its end still makes it another text. */
const MOST_READ = 20_000;
/** All texts of one call together: reading more would keep other calls waiting. */
const MOST_READ_IN_ALL = 400_000;

const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu;
/** Scripts that put no space between words: their characters and pairs of characters carry the meaning. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

const STEM_WEIGHT = 1;
/** Words such as `the` say next to nothing. */
const EMPTY_WEIGHT = 0.08;
/** The trigrams of a word weigh so much together, as a length. */
const TRIGRAMS_WEIGHT = 0.5;
/** Enough to tell two texts apart, too little to move them. */
const WHOLE_WEIGHT = 0.02;

/** @param texts How many texts the call has in all: the more, the less is read of each. */
export function featuresOf(text: string, texts = 1): Features {
  const read = Math.min(MOST_READ, Math.ceil(MOST_READ_IN_ALL / texts));
  const features = new Map<string, number>();
  const add = (name: string, weight: number) => features.set(name, (features.get(name) ?? 0) + weight);
  for (const [word] of text.slice(0, read).toLowerCase().normalize("NFKC").matchAll(WORDS)) {
    if (UNSPACED.test(word)) addCharacters(word, add);
    else if (isEmptyWord(word)) add(`word ${word}`, EMPTY_WEIGHT);
    else addWord(word, add);
  }
  // A word that is said twice is not twice as important.
  for (const [name, weight] of features) if (weight > 1) features.set(name, 1 + Math.log(weight));
  features.set(`whole ${text}`, features.size === 0 ? 1 : WHOLE_WEIGHT);
  return features;
}

type Add = (name: string, weight: number) => void;

function addWord(word: string, add: Add): void {
  add(`word ${stem(word)}`, STEM_WEIGHT);
  const plain = `^${word.normalize("NFD").replaceAll(/\p{M}/gu, "")}$`;
  const count = plain.length - 2;
  for (let index = 0; index < count; index++)
    add(`tri ${plain.slice(index, index + 3)}`, TRIGRAMS_WEIGHT / Math.sqrt(count));
}

function addCharacters(word: string, add: Add): void {
  const characters = [...word];
  for (const [index, character] of characters.entries()) {
    add(`char ${character}`, TRIGRAMS_WEIGHT);
    if (index > 0) add(`pair ${characters[index - 1]}${character}`, STEM_WEIGHT);
  }
}
