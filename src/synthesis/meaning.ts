/** What a field is about, read from its name and description, and a likely value for it. */
import type { Faker } from "@faker-js/faker";
import type { Random } from "../lib/random.ts";
import { fakerOf } from "./faker.ts";
import { makeFormat, makeMoment } from "./format.ts";

type Maker<Value> = (faker: Faker, random: Random) => Value;
type Meaning<Value> = readonly [words: RegExp, make: Maker<Value>];

const format =
  (name: string): Maker<string> =>
  (_, random) =>
    makeFormat(name, random, 0);
const oneOf =
  (...words: string[]): Maker<string> =>
  (_, random) =>
    random.pick(words);
const seconds = (random: Random) => makeMoment(random).getTime() / 1000;
const money: Maker<number> = (_, random) => random.int(100, 20_000) / 100;

/** The first meaning whose words occur in the name wins, so that `first name` stands before `name`. */
const STRINGS: readonly Meaning<string>[] = [
  [/\be ?mail\b/, format("email")],
  [/\b(first|given) name\b/, (faker) => faker.person.firstName()],
  [/\b(last|family|sur) ?name\b|\bsurname\b/, (faker) => faker.person.lastName()],
  [/\b(user|screen|nick) ?name\b|\bhandle\b|\blogin\b/, (faker) => faker.internet.username().toLowerCase()],
  [/\bfile ?name\b/, (faker) => faker.system.commonFileName("txt")],
  [/\b(company|organi[sz]ation|employer|vendor|publisher|brand|airline) ?(name)?\b/, (faker) => faker.company.name()],
  [/\b(product|item) ?name\b/, (faker) => faker.commerce.productName()],
  [/\b(city|town|destination|origin)\b/, (faker) => faker.location.city()],
  [/\bcountry code\b/, (faker) => faker.location.countryCode()],
  [/\b(country|nationality)\b/, (faker) => faker.location.country()],
  [/\b(state|province|region)\b/, (faker) => faker.location.state()],
  [/\b(zip|postal|post) ?(code)?\b/, (faker) => faker.location.zipCode()],
  [/\b(location|place)\b/, (faker) => faker.location.city()],
  [/\bip\b/, format("ipv4")],
  [/\baddress\b|\bstreet\b/, (faker) => faker.location.streetAddress()],
  [/\btime ?zone\b|\btz\b/, (faker) => faker.location.timeZone()],
  [/\b(phone|mobile|telephone|fax)\b/, (faker) => faker.phone.number({ style: "international" })],
  [/\b(url|uri|link|href|website|homepage|webhook)\b/, format("uri")],
  [/\b(domain|host ?name|host)\b/, format("hostname")],
  [
    /\b(created|updated|modified|expires|deleted|started|finished|published) at\b|\btime ?stamp\b|\bdate ?time\b/,
    format("date-time"),
  ],
  [/\b(date|day|birthday|birthdate|dob|deadline|due)\b/, format("date")],
  [/\btime\b/, (_, random) => makeFormat("time", random, 0).slice(0, 5)],
  [/\bcurrency\b/, (faker) => faker.finance.currencyCode()],
  [/\b(price|amount|cost|total|fee|balance)\b/, (faker, random) => money(faker, random).toFixed(2)],
  [/\b(language|lang) ?code\b|\blocale\b/, oneOf("en", "de", "fr", "es", "pt", "ja")],
  [/\b(language|lang)\b/, (faker) => faker.location.language().name],
  [/\bcolou?r\b/, (faker) => faker.color.human()],
  [/\b(department)\b/, (faker) => faker.commerce.department()],
  [/\b(job|occupation|profession|position)\b/, (faker) => faker.person.jobTitle()],
  [/\b(title|headline|subject|heading)\b/, (faker) => titleOf(faker)],
  [/\b(question|query|prompt|search)\b/, (faker) => questionOf(faker)],
  [/\b(sentiment|mood)\b/, oneOf("positive", "neutral", "negative")],
  [/\b(status)\b/, oneOf("active", "pending", "completed")],
  [/\b(unit|units)\b/, oneOf("celsius", "metres", "kilograms")],
  [/\bmodel\b/, oneOf("gpt-4o", "gpt-4o-mini", "claude-sonnet-4", "mistral-large")],
  [/\b(uuid|guid)\b/, format("uuid")],
  [/\b(mime|media) ?type\b|\bcontent type\b/, oneOf("application/json", "text/plain", "image/png")],
  [
    /\b(hash|sha|sha256|checksum|digest|fingerprint)\b/,
    (faker) => faker.string.hexadecimal({ length: 16, casing: "lower", prefix: "" }),
  ],
  [/\b(id|key|token|cursor|code|sku|reference)\b/, (faker) => faker.string.alphanumeric(12)],
  [/\b(slug)\b/, (faker) => faker.lorem.slug(2)],
  [/\b(path|file|folder|directory)\b/, (faker) => `/${faker.lorem.word()}/${faker.system.commonFileName("txt")}`],
  [/\bversion\b/, (faker) => faker.system.semver()],
  [/\b(ingredient)s?\b/, (faker) => faker.food.ingredient()],
  [/\b(dish|recipe|meal|food)\b/, (faker) => faker.food.dish()],
  [/\b(animal|pet|species)\b/, (faker) => faker.animal.type()],
  [/\b(book)\b/, (faker) => faker.book.title()],
  [/\b(song|track)\b/, (faker) => faker.music.songName()],
  [/\b(genre)\b/, (faker) => faker.book.genre()],
  [/\b(weather|condition|forecast)s?\b/, oneOf("sunny", "cloudy", "light rain", "windy")],
  [/\b(category|type|kind)\b/, (faker) => faker.word.noun()],
  [/\b(tag|keyword|label|topic|word)s?\b/, (faker) => faker.word.noun()],
  [
    /\b(author|person|people|customer|contact|speaker|participant|attendee|owner|assignee|user|member|student|name)s?\b/,
    (faker) => faker.person.fullName(),
  ],
  [
    /\b(summary|description|text|content|message|comment|body|bio|abstract|answer|reason|reasoning|explanation|thought|output|input|step|instruction|note|detail|analysis|transcript|reply|response|caption|review)s?\b/,
    (faker) => sentenceOf(faker),
  ],
];

const NUMBERS: readonly Meaning<number>[] = [
  [/\b(latitude|lat)\b/, (faker) => faker.location.latitude({ precision: 4 })],
  [/\b(longitude|lng|lon)\b/, (faker) => faker.location.longitude({ precision: 4 })],
  [/\b(created|updated|expires|completed|started|timestamp)\b/, (_, random) => seconds(random)],
  [/\b(price|amount|cost|total|fee|balance|salary|budget)\b/, money],
  [/\btemperature\b/, (_, random) => random.int(0, 300) / 10],
  [/\b(age)\b/, (_, random) => random.int(18, 80)],
  [/\byear\b/, (_, random) => random.int(1990, 2025)],
  [/\bmonth\b/, (_, random) => random.int(1, 12)],
  [/\bday\b/, (_, random) => random.int(1, 28)],
  [/\b(probability|confidence|score|similarity|relevance|ratio|weight)\b/, (_, random) => random.int(0, 100) / 100],
  [/\b(rating|stars)\b/, (_, random) => random.int(1, 5)],
  [/\b(percent|percentage)\b/, (_, random) => random.int(0, 100)],
  [/\b(index|offset)\b/, () => 0],
  [/\bport\b/, (_, random) => random.int(1024, 49_151)],
  [/\b(width|height)\b/, (_, random) => random.int(1, 16) * 64],
  [
    /\b(count|quantity|number|tokens|size|length|duration|minutes|hours|days|seconds|servings)\b/,
    (_, random) => random.int(1, 60),
  ],
];

/** Plain words of our own: faker's prose is Latin, and a reply should read like one. */
const SUBJECTS = [
  "The team",
  "Our guide",
  "This report",
  "The new plan",
  "A careful reader",
  "The river",
  "Every visitor",
  "The garden",
  "A small change",
  "The museum",
];
const VERBS = [
  "explains",
  "shows",
  "changes",
  "follows",
  "supports",
  "describes",
  "improves",
  "reaches",
  "covers",
  "connects",
];
const OBJECTS = [
  "the old harbour",
  "a simple idea",
  "the whole journey",
  "two clear options",
  "the morning light",
  "a better result",
  "the next step",
  "many quiet streets",
  "the main question",
  "an open door",
];
const ENDINGS = [
  "in a few words",
  "with some care",
  "before the evening",
  "for everyone",
  "at a calm pace",
  "without much effort",
  "step by step",
  "once a year",
];

const ANSWERED = [
  "How does it work",
  "What comes next",
  "Where does it lead",
  "Which way is better",
  "When does it open",
];

const pick = (faker: Faker, list: readonly string[]) => faker.helpers.arrayElement(list);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const titleOf = (faker: Faker) => pick(faker, OBJECTS).split(" ").map(capital).join(" ");
const questionOf = (faker: Faker) => `${pick(faker, ANSWERED)} ${pick(faker, ENDINGS)}?`;

/** Five to twelve words and a full stop. */
function sentenceOf(faker: Faker): string {
  const sentence = `${pick(faker, SUBJECTS)} ${pick(faker, VERBS)} ${pick(faker, OBJECTS)}`;
  return faker.datatype.boolean() ? `${sentence}.` : `${sentence} ${pick(faker, ENDINGS)}.`;
}

/** Running text of at least so many characters. */
export function proseOf(random: Random, length: number): string {
  let text = sentenceOf(fakerOf(random));
  while (text.length < length) text += ` ${sentenceOf(fakerOf(random))}`;
  return text;
}

export interface Field {
  /** As written in the schema: `firstName`, `created_at`, `ingredients`. Empty when it has none. */
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
}

/** `firstName`, `first-name` and `first_name` → `first name`. */
const wordsOf = (text: string) =>
  text
    .slice(0, 200)
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/[^A-Za-z\d]+/g, " ")
    .toLowerCase();

/** Which meaning a text has, by table: asked again for every reply, of texts that a document has some thousands of. */
const known = new Map<readonly Meaning<never>[], Map<string, number>>();
const MAX_KNOWN = 5_000;

type Search = <Value>(meanings: readonly Meaning<Value>[], text: string) => number;

const indexInWords: Search = (meanings, text) => {
  const words = wordsOf(text);
  const index = meanings.findIndex(([pattern]) => pattern.test(words));
  const singular = words.replace(/(\w{2,})s$/, "$1");
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
  const words = text.slice(0, 120).split(/[^\w'-]+/, 6);
  for (const [at, word] of words.entries()) {
    for (const part of [`${word} ${words[at + 1] ?? ""}`, word]) {
      const index = meanings.findIndex(([pattern]) => pattern.exec(wordsOf(part))?.index === 0);
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

/** A likely string for the field: by its meaning where its name has one we know, else a word or two. */
export function stringFor(field: Field, random: Random): string {
  const faker = fakerOf(random);
  const make = find(STRINGS, field) ?? ((faker: Faker) => `${faker.word.adjective()} ${faker.word.noun()}`);
  return make(faker, random);
}

/** A likely number for the field, or undefined when its name says nothing of numbers. */
export const numberFor = (field: Field, random: Random): number | undefined =>
  find(NUMBERS, field)?.(fakerOf(random), random);
