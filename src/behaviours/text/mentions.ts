/** What a question says outright: the values that an answer can be made of. */
import { isEmptyWord, READ_CHARACTERS, topicOf } from "./topic.ts";

/** Capitalized words that follow each other, with the word before them. */
export interface Name {
  text: string;
  /** In lower case; empty at the start. */
  before: string;
  /** It begins a sentence, and might be any word. */
  isOpening: boolean;
}

export interface Counted {
  value: number;
  /** The words around it, which tell what it counts. */
  around: string;
}

/** All in order of appearance, and none of them part of another kind: the year of a date is no number. */
export interface Mentions {
  text: string;
  topic: string | undefined;
  quotations: readonly string[];
  names: readonly Name[];
  numbers: readonly Counted[];
  emails: readonly string[];
  urls: readonly string[];
  phones: readonly string[];
  /** Days of the week. */
  days: readonly string[];
  /** Numbers of houses and their streets. */
  streets: readonly string[];
  /** As `YYYY-MM-DD`. */
  dates: readonly string[];
  /** As `HH:MM`. */
  times: readonly string[];
  /** Sums of money. */
  sums: readonly { value: number; currency: string }[];
  /** Orders, articles, shares: letters and digits mixed, or short words in capitals. */
  codes: readonly string[];
  expressions: readonly string[];
}

const NAME = /\p{Lu}(?:[\p{L}\p{N}'’-]*[\p{L}\p{N}])?(?: \p{Lu}(?:[\p{L}\p{N}'’-]*[\p{L}\p{N}])?)*/gu;
const DAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g;
/** What is to be said, without quotation marks. */
const SAYING = /\b(?:saying|that says|with the (?:message|text|body))[: ]+([^"'“‘]+?)[.!?]?\s*$/g;
/** "Set an alarm": what stands before these is what is to be done. */
const OBJECTS = /^ (?:an?|the|to|me|my|for|up|all|this|that|\d)(?!\p{L})/u;
/** "Alice and Bob": what is joined to a name is one. */
const JOINED = /^(?:,| and| or| &) \p{Lu}/u;
const STREET =
  /\b\d{1,5} (?:\p{Lu}\p{L}+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Way|Square|Place)\b\.?/gu;
const SENTENCE_START = /(?:^|[.!?:]\s+|\n)["“(]?$/;
const QUOTATION = /["“”„]([^"“”„]+)["“”]|(?<![\p{L}\p{N}])['‘]([^'‘’\n]+)['’](?!\p{L})/gu;
const URL = /\bhttps?:\/\/[^\s<>"')]*[^\s<>"').,;:!?]/g;
const EMAIL = /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g;
const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const MONTH = MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join("|");
const DATE = new RegExp(
  `\\b(\\d{4})-(\\d\\d)-(\\d\\d)\\b|\\b(?:(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH})\\.?),? (\\d{4})\\b`,
  "gi",
);
const TIME = /\b([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?: ?([ap])\.?m\b\.?)?|\b(1[0-2]|[1-9]) ?([ap])m\b/gi;
const PHONE = /(?<![\w-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\)[ .-]?)?\d{2,4}(?:[ .-]\d{2,4}){1,4}(?![\w-])/g;
const CURRENCIES: Readonly<Record<string, string>> = {
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  dollars: "USD",
  euros: "EUR",
  pounds: "GBP",
  yen: "JPY",
};
const SUM =
  /([$€£¥])\s?(\d[\d,]*(?:\.\d+)?)|(\d[\d,]*(?:\.\d+)?)\s?(€|£|USD|EUR|GBP|CHF|JPY|dollars|euros|pounds|yen)(?!\p{L})/gu;
const EXPRESSION = /\(?-?\d+(?:\.\d+)?\)?(?:\s*(?:\*\*|[-+*/^×÷])\s*\(*-?\d+(?:\.\d+)?\)*)+/g;
const CODE = /#?\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z\d][\w-]*\b|\b\p{Lu}{2,6}\b/gu;
const NUMBER = /(?<![\p{L}\d])-?\d+(?:,\d{3})*(?:\.\d+)?(?!\d)/gu;
/** How much around a number is looked at for what it counts. */
const AROUND = 25;

export function mentionsOf(text: string): Mentions {
  const read = text.slice(0, READ_CHARACTERS);
  let left = read;
  /** Takes what matches out of the text, so that nothing else is read from it; keeps the length of the rest. */
  const take = <Found>(pattern: RegExp, read: (match: RegExpExecArray) => Found): Found[] => {
    const found = [...left.matchAll(pattern)].map(read);
    left = left.replaceAll(pattern, (match) => " ".repeat(match.length));
    return found;
  };
  const urls = take(URL, ([url]) => url);
  const emails = take(EMAIL, ([email]) => email);
  const quotations = take(QUOTATION, ([, double, single]) => (double ?? single) as string);
  quotations.push(...take(SAYING, ([, words]) => words as string));
  const dates = take(DATE, dateOf).filter((date) => date !== undefined);
  const times = take(TIME, timeOf);
  const sums = take(SUM, ([, sign = "", after, before, word = ""]) => ({
    value: numberOf((after ?? before) as string),
    currency: CURRENCIES[sign || word] ?? word,
  }));
  const streets = take(STREET, ([street]) => street);
  const days = take(DAY, ([day]) => day);
  // What is calculated may be told number by number too.
  const expressions = [...left.matchAll(EXPRESSION)].map(([expression]) => expression.trim());
  const phones = take(PHONE, ([phone]) => phone).filter((phone) => phone.replaceAll(/\D/g, "").length >= 7);
  const codes = [...left.matchAll(CODE)].map(([code]) => code.replace(/^#/, ""));
  const names = namesOf(left);
  const numbers = [...left.matchAll(NUMBER)].map((match) => ({
    value: numberOf(match[0]),
    around: left.slice(Math.max(0, match.index - AROUND), match.index + match[0].length + AROUND),
  }));
  return {
    text: read,
    topic: topicOf(text),
    quotations,
    names,
    numbers,
    emails,
    urls,
    phones,
    days,
    streets,
    dates,
    times,
    sums,
    codes,
    expressions,
  };
}

const numberOf = (digits: string) => Number(digits.replaceAll(",", ""));

function namesOf(text: string): Name[] {
  const certain: Name[] = [];
  // The first word of a sentence is capitalized whatever it is: it is a name only for want of another.
  const possible: Name[] = [];
  for (const found of text.matchAll(NAME)) {
    const name = found[0]
      .split(" ")
      .filter((word) => !isEmptyWord(word))
      .join(" ");
    if (name === "") continue;
    const lead = text.slice(0, found.index);
    const next = text.slice(found.index + found[0].length);
    const isOpening = !name.includes(" ") && SENTENCE_START.test(lead) && name === found[0] && !JOINED.test(next);
    if (isOpening && OBJECTS.test(next)) continue;
    const before = /(\p{L}+)\W*$/u.exec(lead)?.[1]?.toLowerCase() ?? "";
    (isOpening ? possible : certain).push({ text: name, before, isOpening });
  }
  return certain.length > 0 ? certain : possible;
}

function dateOf([, year, month, day, before, dayAfter, dayBefore, after, yearAfter]: RegExpExecArray):
  | string
  | undefined {
  const named = (before ?? after)?.toLowerCase().slice(0, 3);
  const parts =
    named === undefined
      ? [year, month, day]
      : [yearAfter, MONTHS.findIndex((name) => name.startsWith(named)) + 1, dayAfter ?? dayBefore];
  const date = parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0")).join("-");
  return Number.isNaN(Date.parse(date)) ? undefined : date;
}

function timeOf([, hours, minutes = "00", half, alone, aloneHalf]: RegExpExecArray): string {
  const isAfternoon = (half ?? aloneHalf)?.toLowerCase() === "p";
  const isNamed = (half ?? aloneHalf) !== undefined;
  const hour = Number(hours ?? alone);
  return `${String(isNamed ? (hour % 12) + (isAfternoon ? 12 : 0) : hour).padStart(2, "0")}:${minutes}`;
}
