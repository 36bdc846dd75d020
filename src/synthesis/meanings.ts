/** The tables of what fields are called and what stands in them; the first entry whose words occur in a name wins. */
import type { Faker } from "@faker-js/faker";
import type { Random } from "../lib/random.ts";
import { fakerOf } from "./faker.ts";
import { makeFormat, makeMoment } from "./format.ts";
import { emailOf, laterOf, personOf, usernameOf } from "./kin.ts";
import type { Language } from "./language.ts";
import { questionIn, sentenceIn, titleIn } from "./sentences.ts";

/** What a value is drawn from. */
export interface Draw {
  readonly random: Random;
  /** The chance of the object around it: what belongs together is drawn from it, such as the parts of a name. */
  readonly kin: Random;
  readonly language: Language;
}

export type Maker<Value> = (draw: Draw) => Value;
export type Meaning<Value> = readonly [words: RegExp, make: Maker<Value>];

const by =
  <Value>(make: (faker: Faker) => Value): Maker<Value> =>
  ({ random, language }) =>
    make(fakerOf(random, language));
/** In English whatever the language: addresses of the net, codes. */
const plainly =
  <Value>(make: (faker: Faker) => Value): Maker<Value> =>
  ({ random }) =>
    make(fakerOf(random));
const format =
  (name: string): Maker<string> =>
  ({ random }) =>
    makeFormat(name, random, 0);
const oneOf =
  <Value>(...values: Value[]): Maker<Value> =>
  ({ random }) =>
    random.pick(values);
const within =
  (least: number, most: number, unit = ""): Maker<string> =>
  ({ random }) =>
    `${random.int(least, most)}${unit}`;
const whole =
  (least: number, most: number, step = 1): Maker<number> =>
  ({ random }) =>
    random.int(least / step, most / step) * step;
const tenths =
  (least: number, most: number): Maker<number> =>
  ({ random }) =>
    random.int(least * 10, most * 10) / 10;
const money: Maker<number> = ({ random }) => random.int(100, 20_000) / 100;
const numbered =
  (prefix: string): Maker<string> =>
  ({ random }) =>
    `${prefix}-${random.int(10_000, 99_999)}`;
const code = plainly((faker) => faker.string.alphanumeric(12));
const person: Maker<string> = by((faker) => `${faker.person.firstName()} ${faker.person.lastName()}`);
const LATER =
  /\b(end|ends|until|till|due|expires|expiry|expiration|updated|modified|return|check ?out|finished|deadline)\b/;
/** A part of the ISO time of the object's moment, which is later for what comes later. */
const moment =
  (isLater: boolean, from: number, to: number): Maker<string> =>
  ({ kin }) =>
    laterOf(kin, isLater).toISOString().slice(from, to);
const zoned =
  (isLater: boolean): Maker<string> =>
  ({ kin }) =>
    laterOf(kin, isLater).toISOString().replace(".000Z", "Z");
/** A birthday is long past. */
const birthday: Maker<string> = ({ kin, language }) =>
  fakerOf(kin.fork("birth"), language)
    .date.birthdate({ mode: "year", min: 1950, max: 2005 })
    .toISOString()
    .slice(0, 10);

const later = (words: RegExp) => new RegExp(`(?=.*${LATER.source}).*?${words.source}`);
const DATE_TIME =
  /\b(created|updated|modified|expires|deleted|started|finished|published) at\b|\btime ?stamp\b|\bdate ?time\b/;
const DATE = /\b(date|deadline|due|expiry)\b/;
const TIME = /\btime\b/;

export const STRINGS: readonly Meaning<string>[] = [
  [/\be ?mail\b/, ({ kin, language }) => emailOf(kin, language)],
  [/\b(first|given) name\b/, ({ kin, language }) => personOf(kin, language).first],
  [/\b(last|family|sur) ?name\b|\bsurname\b/, ({ kin, language }) => personOf(kin, language).last],
  [/\b(user|screen|nick) ?name\b|\bhandle\b|\blogin\b/, ({ kin, language }) => usernameOf(kin, language)],
  [/\bfile ?name\b/, plainly((faker) => faker.system.commonFileName("txt"))],
  [
    /\b(company|organi[sz]ation|employer|vendor|publisher|brand|airline) ?(name)?\b/,
    by((faker) => faker.company.name()),
  ],
  [/\b(product|item) ?name\b|\bproduct\b(?! (id|code|number))/, by((faker) => faker.commerce.productName())],
  [/\b(invoice|receipt) ?(number|no|id)\b/, numbered("INV")],
  [/\b(order|booking|confirmation|ticket|tracking|case) ?(number|no|id|code)\b/, numbered("ORD")],
  [/\bsku\b/, numbered("SKU")],
  [/\b(city|town|destination|origin)\b/, by((faker) => faker.location.city())],
  [/\bcountry code\b/, plainly((faker) => faker.location.countryCode())],
  [/\b(country|nationality)\b/, by((faker) => faker.location.country())],
  [/\b(state|province|region)\b/, by((faker) => faker.location.state())],
  [/\b(zip|postal|post) ?(code)?\b/, by((faker) => faker.location.zipCode())],
  [/\b(location|place)\b/, by((faker) => faker.location.city())],
  [/\bip\b/, format("ipv4")],
  [/\baddress\b|\bstreet\b/, by((faker) => faker.location.streetAddress())],
  [/\btime ?zone\b|\btz\b/, plainly((faker) => faker.location.timeZone())],
  [/\b(phone|mobile|telephone|fax)\b/, by((faker) => faker.phone.number({ style: "international" }))],
  [/\b(url|uri|link|href|website|homepage|webhook)\b/, format("uri")],
  [/\b(domain|host ?name|host)\b/, format("hostname")],
  [later(DATE_TIME), zoned(true)],
  [DATE_TIME, zoned(false)],
  [/\b(birthday|birthdate|birth date|date of birth|dob|born)\b/, birthday],
  [later(DATE), moment(true, 0, 10)],
  [DATE, moment(false, 0, 10)],
  [/\b(day|weekday)\b/, by((faker) => faker.date.weekday())],
  [/\bmonth\b/, by((faker) => faker.date.month())],
  [/\byear\b/, within(1990, 2025)],
  [/\b(duration|prep time|cook time|cooking time|total time|length)\b/, within(2, 12, "0 min")],
  [later(TIME), ({ kin }) => timeOf(kin, 2)],
  [TIME, ({ kin }) => timeOf(kin, 0)],
  [/\bcurrency\b/, oneOf("USD", "EUR", "GBP")],
  [/\b(price|amount|cost|total|fee|balance)\b/, (draw) => money(draw).toFixed(2)],
  [/\b(language|lang) ?code\b|\blocale\b/, oneOf("en", "de", "fr", "es", "pt", "ja")],
  [/\b(programming|coding) language\b/, oneOf("Python", "TypeScript", "Java", "Go", "Rust")],
  [/\b(language|lang)\b/, oneOf("English", "German", "French", "Spanish", "Japanese")],
  [/\bhex( ?code)?\b|\bcolou?r (hex|code)\b/, plainly((faker) => faker.color.rgb())],
  [/\bcolou?r\b/, by((faker) => faker.color.human())],
  [/\b(gender|sex)\b/, oneOf("female", "male")],
  [/\b(department)\b/, by((faker) => faker.commerce.department())],
  [/\b(job|occupation|profession|position|role)\b/, by((faker) => faker.person.jobTitle())],
  [/\b(difficulty)\b/, oneOf("easy", "medium", "hard")],
  [/\b(priority|severity|urgency|importance|risk|impact)\b/, oneOf("low", "medium", "high")],
  [/\bisbn\b/, plainly((faker) => faker.commerce.isbn())],
  [/\biban\b/, plainly((faker) => faker.finance.iban())],
  [/\bpassword\b/, format("password")],
  [/\b(sql)\b/, oneOf("SELECT id, name FROM items LIMIT 10", "SELECT COUNT(*) FROM orders")],
  [/\b(ticker|stock symbol)\b/, oneOf("AAPL", "MSFT", "SAP", "TSLA")],
  [/\b(expression|formula|equation)\b/, ({ random }) => `${random.int(2, 20)} * ${random.int(2, 20)}`],
  [/\b(title|headline|subject|heading)\b/, ({ random, language }) => titleIn(language, random)],
  [/\b(question|query|prompt|search)\b/, ({ random, language }) => questionIn(language, random)],
  [/\b(sentiment|mood)\b/, oneOf("positive", "neutral", "negative")],
  [/\b(status)\b/, oneOf("active", "pending", "completed")],
  [/\btemperature unit\b/, oneOf("celsius", "fahrenheit")],
  [/\b(unit|units)\b/, oneOf("g", "ml", "cm", "pieces")],
  [/\btemperature\b/, within(2, 30, " °C")],
  [/\b(percent|percentage)\b/, within(1, 100, "%")],
  [/\b(quantity|count|age)\b/, within(18, 60)],
  [/\bmodel\b/, oneOf("gpt-4o", "gpt-4o-mini", "claude-sonnet-4", "mistral-large")],
  [/\b(uuid|guid)\b/, format("uuid")],
  [/\b(mime|media) ?type\b|\bcontent type\b/, oneOf("application/json", "text/plain", "image/png")],
  [
    /\b(hash|sha|sha256|checksum|digest|fingerprint)\b/,
    plainly((faker) => faker.string.hexadecimal({ length: 16, casing: "lower", prefix: "" })),
  ],
  [/\b(id|key|token|cursor|code|reference)\b/, code],
  [/\b(slug)\b/, plainly((faker) => faker.lorem.slug(2))],
  [
    /\b(path|file|folder|directory)\b/,
    plainly((faker) => `/${faker.lorem.word()}/${faker.system.commonFileName("txt")}`),
  ],
  [/\bversion\b/, plainly((faker) => faker.system.semver())],
  [/\b(ingredient)s?\b/, by((faker) => faker.food.ingredient())],
  [/\b(dish|recipe|meal|food)\b/, by((faker) => faker.food.dish())],
  [/\b(fruit)s?\b/, by((faker) => faker.food.fruit())],
  [/\b(animal|pet|species)\b/, by((faker) => faker.animal.type())],
  [/\b(book)\b/, by((faker) => faker.book.title())],
  [/\b(song|track)\b/, by((faker) => faker.music.songName())],
  [/\b(genre)\b/, by((faker) => faker.book.genre())],
  [/\b(weather|condition|forecast)s?\b/, oneOf("sunny", "cloudy", "light rain", "windy")],
  [/\b(skill)s?\b/, oneOf("project management", "data analysis", "writing", "TypeScript", "public speaking")],
  [/\b(category|type|kind)\b/, by((faker) => faker.word.noun())],
  [/\b(tag|keyword|label|topic|word)s?\b/, by((faker) => faker.word.noun())],
  [/^(full )?name$/, ({ kin, language }) => personOf(kin, language).full],
  [
    /\b(author|person|people|customer|contact|speaker|participant|attendee|owner|assignee|user|member|student|doctor|patient|manager|artist|director|name)s?\b/,
    person,
  ],
  [
    /\b(summary|description|text|content|message|comment|body|bio|abstract|answer|reason|reasoning|explanation|thought|output|input|step|instruction|note|detail|analysis|transcript|reply|response|caption|review|conclusion|feedback|suggestion|recommendation|overview|paragraph|sentence|definition|story|translation)s?\b/,
    ({ random, language }) => sentenceIn(language, random),
  ],
  [/\b(item|object|thing)s?\b/, by((faker) => faker.commerce.product())],
];

/** On a full or half hour of a working day; `after` hours later. */
function timeOf(kin: Random, after: number): string {
  const random = kin.fork("time");
  return `${String(random.int(8, 17) + after).padStart(2, "0")}:${random.pick(["00", "15", "30", "45"])}`;
}

export const NUMBERS: readonly Meaning<number>[] = [
  [/\b(latitude|lat)\b/, plainly((faker) => faker.location.latitude({ precision: 4 }))],
  [/\b(longitude|lng|lon)\b/, plainly((faker) => faker.location.longitude({ precision: 4 }))],
  [/\b(created|updated|expires|completed|started|timestamp)\b/, ({ random }) => makeMoment(random).getTime() / 1000],
  [/\b(salary|income|revenue|budget)\b/, whole(30_000, 120_000, 500)],
  [/\b(discount|tax|vat|interest) (percent|percentage|rate)\b/, whole(5, 25)],
  [/\b(price|amount|cost|total|subtotal|tax|fee|balance)\b/, money],
  [/\bhigh\b/, tenths(15, 30)],
  [/\blow\b/, tenths(0, 14)],
  [/\b(temperature|degrees)\b/, tenths(0, 30)],
  [/\b(humidity)\b/, whole(30, 95)],
  [/\bwind( speed)?\b/, tenths(0, 40)],
  [/\b(age)\b/, whole(18, 80)],
  [/\byear\b/, whole(1990, 2025)],
  [/\bmonth\b/, whole(1, 12)],
  [/\bday\b/, whole(1, 28)],
  [/\bhour\b/, whole(0, 23)],
  [/\b(minute|second)\b/, whole(0, 59)],
  [/\bweight kg\b|\bbody weight\b/, tenths(50, 95)],
  [/\bheight cm\b/, whole(150, 195)],
  [/\b(calories|kcal)\b/, whole(80, 900, 10)],
  [/\b(population)\b/, whole(20_000, 3_000_000, 1000)],
  [
    /\b(probability|confidence|score|similarity|relevance|ratio|weight|likelihood)\b/,
    ({ random }) => random.int(0, 100) / 100,
  ],
  [/\b(rating|stars|level|rank)\b/, whole(1, 5)],
  [/\b(percent|percentage)\b/, whole(0, 100)],
  [/\b(index|offset)\b/, () => 0],
  [/\bport\b/, whole(1024, 49_151)],
  [/\b(width|height)\b/, whole(64, 1024, 64)],
  [/\b(pages?)\b/, whole(80, 600)],
  [/\b(servings|persons|people|guests|passengers)\b/, whole(1, 8)],
  [/\b(quantity|qty)\b/, whole(1, 10)],
  [/\bid\b/, whole(1, 9999)],
  [/\b(count|number|tokens|size|length|duration|minutes|hours|days|seconds)\b/, whole(1, 60)],
];
