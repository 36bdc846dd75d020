/** Which of the things that a question names belong in which field, by the words the field is called. */
import { languageOf } from "../../synthesis/language.ts";
import type { Mentions, Name } from "./mentions.ts";
import { stemsOf } from "./topic.ts";

/** What a field may take, the likeliest first. */
export type Source = (said: Mentions) => readonly unknown[];
/** The first entry whose words occur in a field's name wins. */
export type Sources = readonly (readonly [words: RegExp, source: Source])[];

/** What stands before places, and never before a person. */
const IN = new Set(["in", "at", "near", "around", "à", "en", "aus", "em"]);
/** What stands before places more often than before persons. */
const TOWARDS = new Set([...IN, "from", "to", "for", "of", "nach", "von", "de", "para"]);

const TOGETHER = new Set(["and", "or", "und", "et", "y", "e", "en"]);
const COMPANY = / (?:Inc|Corp|Corporation|GmbH|Ltd|LLC|AG|Company|Group)$/;

const textsOf = (names: readonly Name[]) => names.map(({ text }) => text);
const isTowards = ({ before }: Name) => TOWARDS.has(before);
const after =
  (word: string): Source =>
  ({ names }) =>
    textsOf(names.filter(({ before }) => before === word));
const names: Source = (said) => textsOf(said.names);
const places: Source = ({ names }) => textsOf([...names].sort((a, b) => Number(isTowards(b)) - Number(isTowards(a))));
/** A name of two words may stand behind any word: "a mail to Ann Lee", but "the tides of Saint-Malo". */
const people = ({ names }: Mentions): string[] =>
  textsOf(
    names.filter(
      (name) =>
        !/\d/.test(name.text) &&
        !name.isOpening &&
        !COMPANY.test(name.text) &&
        !IN.has(name.before) &&
        (/ /.test(name.text) || !isTowards(name)),
    ),
  );
/** Whom an answer is about: the first who is named in full, or who alone is named; of persons together it is about none. */
const onePerson = (said: Mentions): string[] => {
  const named = people(said);
  if (said.names.some(({ before }) => TOGETHER.has(before))) return [];
  const inFull = named.filter((name) => name.includes(" ")).slice(0, 1);
  return named.length === 1 ? named : inFull;
};
const all =
  (...sources: Source[]): Source =>
  (said) =>
    sources.flatMap((source) => source(said));
const quotations: Source = (said) => said.quotations;
const topic: Source = (said) => (said.topic === undefined ? [] : [said.topic]);
const heading: Source = ({ topic = "" }) => [topic.charAt(0).toUpperCase() + topic.slice(1)];
/** Somebody who is named has an address like their name, at a domain that nobody can own (RFC 2606). */
const addresses: Source = (said) =>
  people(said)
    .map((name) =>
      name
        .normalize("NFD")
        .toLowerCase()
        .replaceAll(/[^a-z ]/g, "")
        .trim()
        .replaceAll(/ +/g, "."),
    )
    .filter((name) => name.includes("."))
    .map((name) => `${name}@example.com`);
const languageCode: Source = ({ text }) => [languageOf(text).code];
const languageName: Source = ({ text }) => [
  new Intl.DisplayNames(["en"], { type: "language" }).of(languageOf(text).code),
];
const nothing: Source = () => [];

/** What every field takes, whoever fills it in. */
export const TEXTS: Sources = [
  [/\be ?mail\b/, ({ emails }) => emails],
  [/\b(url|uri|link|href|website|homepage|webhook)\b/, ({ urls }) => urls],
  [/\b(phone|mobile|telephone|fax)\b/, ({ phones }) => phones],
  [/\b(date|day|weekday|deadline|due|birthday|dob|when)\b/, ({ dates, days }) => [...dates, ...days]],
  [/\btime\b(?! ?zone)/, ({ times }) => times],
  [/\bcurrency\b/, ({ sums }) => sums.map(({ currency }) => currency)],
  [/\b(expression|formula|calculation|equation)\b/, ({ expressions }) => expressions],
  [/\b(first|given) name\b/, (said) => people(said).flatMap((name) => name.split(" ").slice(0, 1))],
  [/\b(last|family|sur) ?name\b/, (said) => people(said).flatMap((name) => name.split(" ").slice(1, 2))],
  [/\b(id|code|sku|symbol|ticker|isin|reference|number)\b/, ({ codes }) => codes],
  [/^(cc|bcc|to|recipient|sender)s?$/, all(({ emails }) => emails, after("to"), people)],
  [/^(from|origin|departure)\b/, all(after("from"), places)],
  [/\b(destination|arrival)\b/, all(after("to"), places)],
  [/\b(street|address)\b/, ({ streets }) => streets],
  [
    /\b(company|organi[sz]ation|employer|vendor)\b/,
    (said) => textsOf(said.names.filter(({ text }) => COMPANY.test(text))),
  ],
  [/\b(city|town|location|place|country|state|region|area|capital)\b/, all(quotations, places)],
  [/^q$|\b(query|question|search|prompt|topic|keywords?)$/, all(quotations, topic)],
  [
    /\b(locale|colou?r|status|type|category|unit|units|zip|time ?zone|uuid|hash|path|file|version|model|gender|sentiment|sql|difficulty|priority|user ?name|password|job|format)\b/,
    nothing,
  ],
];

/** What the arguments of a call take besides: a tool is called for the sake of what the question names. */
export const CALLS: Sources = [
  [/(text|message|subject|title|body|content)$/, all(quotations, topic)],
  [/(?:)/, all(quotations, names)],
];

/** What an answer in JSON takes first: only what plainly belongs to the field, since it may be about anything. */
export const ANSWERS: Sources = [
  [/\be ?mail\b/, all(({ emails }) => emails, addresses)],
  [/^(full )?name$/, onePerson],
  [/\b(city|town|location|place|country|state|region)\b/, ({ names }) => textsOf(names.filter(isTowards))],
  [/\bquestion$/, nothing],
  [/\b(author|director|artist|singer)\b/, all(after("by"), people)],
  [
    /\b(movie|film|book|song|album) (title|name)\b/,
    all(quotations, ({ names }) => textsOf(names.filter((name) => !name.isOpening && name.before !== "by"))),
  ],
  [/\b(person|customer|contact|speaker|owner|assignee|patient|student|candidate|applicant)\b/, people],
  [/\b(quote|phrase)\b/, quotations],
  [/(?<!job )\b(title|headline)$|\b(recipe|dish|product|event|topic|project) name$/, all(quotations, heading)],
  [/\b(language|lang) ?code\b|\blocale\b/, languageCode],
  [/^(detected |source )?(language|lang)$/, languageName],
];

/** The same within an item of a list: each is called by one of the names. */
export const ITEMS: Sources = [[/^(full )?name$/, people], ...ANSWERS];

/** Lists that are taken as a whole. */
export const LISTS: Sources = [
  [
    /\b(keyword|tag|topic)s?$/,
    ({ topic = "" }) => [...new Set(topic.toLowerCase().split(" "))].filter((word) => stemsOf(word).size > 0),
  ],
  [/\b(people|person|participant|attendee|name|guest|author|speaker|member)s?$/, people],
];

/** Fields whose text is running words. */
export const SENTENCES =
  /\b(summary|description|text|content|message|body|abstract|answer|reason|reasoning|explanation|thought|output|step|instruction|note|detail|analysis|reply|response|conclusion|overview|paragraph|definition|recommendation)s?$/;
/** Numbers that no question tells. */
export const UNCOUNTED =
  /\b(latitude|lat|longitude|lng|lon|timestamp|created|updated|confidence|probability|score|index|offset)\b/;
export const MONEY = /\b(price|amount|cost|total|fee|balance|budget|salary)\b/;

export const sourceIn = (table: Sources, words: string): Source | undefined =>
  table.find(([pattern]) => pattern.test(words))?.[1];
