/** What a field is about, read from its name and description, and a likely value for it. */
import type { Random } from "../lib/random.ts";
import { fakerOf } from "./faker.ts";
import { countsItems, englishWordsOf } from "./field-words.ts";
import { makeFormat } from "./format.ts";
import { emailOf, laterOf } from "./kin.ts";
import type { Language } from "./language.ts";
import { type Draw, type Maker, type Meaning, NUMBERS, STRINGS } from "./meanings.ts";

export interface Field {
  /** As written in the schema: `firstName`, `created_at`, `ingredients`. Empty when it has none. */
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** The property that holds the object around it; empty at the root. */
  readonly parent: string;
  /** Which item of a list that object is, from 0. */
  readonly turn: number | undefined;
  /** The chance that the fields of the object around it share. */
  readonly kin: Random;
  readonly language: Language;
}

/** Which meaning a text has, by table: asked again for every reply, of texts that a document has some thousands of. */
const known = new Map<readonly Meaning<never>[], Map<string, number>>();
const MAX_KNOWN = 5_000;

type Search = <Value>(meanings: readonly Meaning<Value>[], text: string) => number;

const indexInWords: Search = (meanings, text) => {
  const words = englishWordsOf(text);
  const index = meanings.findIndex(([pattern]) => pattern.test(words));
  const singular = words.replace(/ies$/, "y").replace(/(\w{2,})s$/, "$1");
  return index >= 0 ? index : meanings.findIndex(([pattern]) => pattern.test(singular));
};

function indexIn<Value>(meanings: readonly Meaning<Value>[], text: string, search: Search): number {
  const table = meanings as readonly Meaning<never>[];
  let found = known.get(table);
  // Callers bring texts without end; forgetting all of them now and then is cheaper than tracking their use.
  if (!found || found.size > MAX_KNOWN) {
    found = new Map();
    known.set(table, found);
  }
  let index = found.get(text);
  if (index === undefined) {
    index = search(meanings, text);
    found.set(text, index);
  }
  return index;
}

/**
 * A description says what a thing is in its first words, and mentions other things later: the first word, or pair of words,
 * that means something is taken.
 */
function indexInSentence<Value>(meanings: readonly Meaning<Value>[], text: string): number {
  const words = text.slice(0, 120).split(/[^\p{L}\p{N}_'-]+/u, 6);
  for (const [at, word] of words.entries()) {
    for (const part of [`${word} ${words[at + 1] ?? ""}`, word]) {
      const index = meanings.findIndex(([pattern]) => pattern.exec(englishWordsOf(part))?.index === 0);
      if (index >= 0) return index;
    }
  }
  return -1;
}

function find<Value>(
  meanings: readonly Meaning<Value>[],
  { name, title, description }: Field,
): Maker<Value> | undefined {
  const indexes = [
    () => (name ? indexIn(meanings, name, indexInWords) : -1),
    () => (title ? indexIn(meanings, title, indexInWords) : -1),
    () => (description ? indexIn(meanings, description, indexInSentence) : -1),
  ];
  for (const indexOf of indexes) {
    const index = indexOf();
    if (index >= 0) return meanings[index]?.[1];
  }
  return undefined;
}

/** What a thing in a list is called tells less than the list does: `fruits[0].name`. */
const NAMES = /^(?:name|item)$/i;

const drawFor = ({ kin, language }: Field, random: Random): Draw => ({ random, kin, language });

/** A likely string for the field: by its meaning where its name has one we know, else a word or two. */
export function stringFor(field: Field, random: Random): string {
  const ofParent = NAMES.test(field.name) && field.parent ? find(STRINGS, { ...field, name: field.parent }) : undefined;
  const make = ofParent ?? find(STRINGS, field);
  if (make) return make(drawFor(field, random));
  const faker = fakerOf(random, field.language);
  return `${faker.word.adjective()} ${faker.word.noun()}`;
}

/** A likely number for the field, or undefined when its name says nothing of numbers. */
export const numberFor = (field: Field, random: Random): number | undefined =>
  field.turn !== undefined && countsItems(field.name) ? field.turn + 1 : find(NUMBERS, field)?.(drawFor(field, random));

/** A string of a format that tells a moment or an address, in keeping with the fields beside it; else any of the format. */
export function formattedFor(format: string, field: Field, random: Random): string {
  const draw = drawFor(field, random);
  if (format === "email") return emailOf(field.kin, field.language);
  if (format === "date" || format === "date-time") {
    const day = find(STRINGS, field)?.(draw) ?? "";
    const isDay = /^\d{4}-\d\d-\d\d/.test(day);
    const moment = laterOf(field.kin, false).toISOString().replace(".000Z", "Z");
    const whole = isDay ? `${day.slice(0, 10)}${moment.slice(10)}` : moment;
    return format === "date" ? whole.slice(0, 10) : whole;
  }
  return makeFormat(format, random, 0);
}
