/** Puts what a question says where a schema wants it: names into names, dates into dates, the subject into sentences. */
import type { Random } from "../../lib/random.ts";
import { countsItems, englishWordsOf } from "../../synthesis/field-words.ts";
import type { Suggest, Wanted } from "../../synthesis/wanted.ts";
import { sentencesAbout } from "./about.ts";
import { type Counted, type Mentions, mentionsOf } from "./mentions.ts";
import { ANSWERS, CALLS, ITEMS, LISTS, MONEY, SENTENCES, type Sources, sourceIn, TEXTS, UNCOUNTED } from "./sources.ts";
import { stem, stemsOf } from "./topic.ts";

/** For the arguments of a call: every name and number of the question is meant for one of them. */
export const suggestArguments = (said: Mentions): Suggest =>
  suggestFrom(said, { tables: () => [TEXTS, CALLS], takesAnyNumber: true, sentences: () => [] });

/** For an answer in JSON: only what plainly belongs to a field, and sentences about the subject. */
export const suggestAnswer = (question: string, topic: string, random: Random): Suggest =>
  suggestFrom(mentionsOf(question), {
    tables: (wanted) => [isItem(wanted) ? ITEMS : ANSWERS, TEXTS],
    takesAnyNumber: false,
    sentences: ({ language }) => sentencesAbout(topic, { language, random }),
  });

/** Whether it lies within an item of a list. */
const isItem = ({ path }: Wanted) => /item \d+/.test(path);

interface Reading {
  /** The first of them that knows the field decides. */
  tables: (wanted: Wanted) => readonly Sources[];
  /** Whether a number may stand for anything, when nothing around it says what it counts. */
  takesAnyNumber: boolean;
  sentences: (wanted: Wanted) => readonly string[];
}

/** What a format says of a field, whatever its name is. */
const FORMAT_WORDS: Readonly<Record<string, string>> = { email: "email", date: "date", uri: "url", url: "url" };

function suggestFrom(said: Mentions, { tables, takesAnyNumber, sentences }: Reading): Suggest {
  /** Which place has taken what: one that is made again may take it again, and no other may. */
  const taken = new Map<unknown, string>();

  return (wanted, accepts) => {
    if (wanted.members) return memberNamed(wanted.members, said.text, accepts);
    const words = englishWordsOf(wanted.name);
    if (words === "") return undefined;
    switch (wanted.types.find((type) => type !== "null")) {
      case "string":
        return take(textsFor(wanted, words), wanted, accepts);
      case "number":
      case "integer":
        return numberFor(wanted, words, accepts);
      case "array": {
        const list = sourceIn(LISTS, words)?.(said) ?? [];
        return list.length > 1 && accepts(list) ? list : undefined;
      }
      default:
        return undefined;
    }
  };

  function take<Value>(
    values: readonly Value[],
    { path }: Wanted,
    accepts: (value: Value) => boolean,
  ): Value | undefined {
    const value = values.find((value) => value !== "" && (taken.get(value) ?? path) === path && accepts(value));
    if (value !== undefined) taken.set(value, path);
    return value;
  }

  function textsFor(wanted: Wanted, words: string): readonly unknown[] {
    const { format = "" } = wanted;
    if (format === "date-time") return said.dates.map((date, at) => `${date}T${said.times[at] ?? "09:00"}:00Z`);
    const kind = FORMAT_WORDS[format] ?? words;
    const source = tables(wanted)
      .map((table) => sourceIn(table, kind))
      .find((source) => source !== undefined);
    return [...(source?.(said) ?? []), ...(SENTENCES.test(words) ? sentences(wanted) : [])];
  }

  /** A number is known by the words around it. Each is taken as what stands in the text: 3 may be said twice. */
  function numberFor(wanted: Wanted, words: string, accepts: (value: unknown) => boolean): unknown {
    if (UNCOUNTED.test(words) || (isItem(wanted) && countsItems(wanted.name))) return undefined;
    const fits = ({ value }: { value: number }) => accepts(value);
    const sum = MONEY.test(words) ? take(said.sums, wanted, fits) : undefined;
    if (sum) return sum.value;
    const stems = stemsOf(`${words} ${wanted.description ?? ""}`);
    const isMeant = (number: Counted) => takesAnyNumber || words === "age" || isAmong(stems, number.around);
    const telling = said.numbers.filter(({ around }) => isAmong(stems, around));
    return take([...telling, ...said.numbers.filter(isMeant)], wanted, fits)?.value;
  }
}

const isAmong = (stems: ReadonlySet<string>, words: string): boolean =>
  words.split(/[^\p{L}]+/u).some((word) => word.length > 2 && stems.has(stem(word)));

/** The member of an enum that the text has word for word. */
function memberNamed(members: readonly unknown[], text: string, accepts: (value: unknown) => boolean): unknown {
  const spaced = (words: string) => ` ${(words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `;
  const said = spaced(text);
  return members.find(
    (member) =>
      typeof member === "string" && /[\p{L}\p{N}]/u.test(member) && said.includes(spaced(member)) && accepts(member),
  );
}
