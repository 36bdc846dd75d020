/** The formats of JSON Schema validation 7.3 and the OpenAPI format registry: how to make each and how to know it. */

import { FIXED_EPOCH_MS } from "../lib/clock.ts";
import type { Random } from "../lib/random.ts";
import { fakerOf } from "./faker.ts";

interface Format {
  /** At least as strict as common validators, so that an example that passes here passes there. */
  readonly matches: RegExp | ((text: string) => boolean);
  /** A likely value first; `length` is the one that bounds ask for, 0 when they ask for none. */
  readonly make: (random: Random, length: number) => string;
}

const some = (random: Random, alphabet: string, count: number) =>
  Array.from({ length: Math.max(0, count) }, () => alphabet[random.int(0, alphabet.length - 1)]).join("");
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const HEX = "0123456789abcdef";
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A moment within half a year of 2025-01-01, where the twin's clock stands, on a whole second. */
const moment = (random: Random) =>
  new Date(FIXED_EPOCH_MS + random.int(-180, 180) * 86_400_000 + random.int(0, 86_399) * 1000);
const isoOf = (random: Random) => moment(random).toISOString().replace(".000Z", "Z");

const isDate = (text: string) => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (!year) return false;
  const date = new Date(Date.UTC(2000, Number(month) - 1, Number(day)));
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
};
const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;
const isDateTime = (text: string) => /^.{10}T/i.test(text) && isDate(text.slice(0, 10)) && TIME.test(text.slice(11));
const isRegExp = (text: string) => {
  try {
    return new RegExp(text, "u") instanceof RegExp && !/\\Z/.test(text);
  } catch {
    return false;
  }
};

const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const HOSTNAME = new RegExp(`^(?=.{1,253}$)${LABEL}(?:\\.${LABEL})*$`, "i");
const EMAIL = new RegExp(`^[a-z0-9_+-]+(?:\\.[a-z0-9_+-]+)*@(?:${LABEL}\\.)+${LABEL}$`, "i");
const URI_TAIL = "(?:[\\w.~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*(?:#(?:[\\w.~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*)?";
const URI = new RegExp(`^[a-z][a-z0-9+.-]*:(?:\\/\\/[a-z0-9.-]+(?::\\d+)?(?=[/?#]|$)|(?!\\/\\/))${URI_TAIL}$`, "i");
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const BYTE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** Short at first, to fit a narrow `maxLength`; `length` stretches it. */
const host = (random: Random, length: number) => {
  const name = length > 0 && length < 14 ? some(random, LETTERS, length - 3) : fakerOf(random).internet.domainName();
  return length > 0 && length < 14
    ? `${name || "a"}.io`
    : stretch(name, length, (more) => `${labels(random, more - 1)}.${name}`);
};
const stretch = (text: string, length: number, longer: (more: number) => string) =>
  text.length < length ? longer(length - text.length) : text;
/** So many characters of host labels, none longer than the 63 that DNS allows. */
const labels = (random: Random, count: number) =>
  [...some(random, LETTERS, Math.max(1, count))]
    .map((letter, at, all) => (at % 40 === 39 && at < all.length - 1 ? "." : letter))
    .join("");

const email = (random: Random, length: number) => {
  if (length > 0 && length < 16)
    return `${some(random, LETTERS, Math.max(1, length - 5))}@${some(random, LETTERS, 1)}.io`;
  const text = fakerOf(random).internet.exampleEmail().toLowerCase();
  return stretch(text, length, (more) => `${some(random, LETTERS, more)}${text}`);
};
const uri = (random: Random, length: number) => {
  if (length > 0 && length < 12) return `a:${some(random, LETTERS, Math.max(1, length - 2))}`;
  const text =
    length > 0 && length < 26
      ? `https://${some(random, LETTERS, Math.max(1, length - 11))}.io`
      : `https://${host(random, 0)}/${fakerOf(random).lorem.slug(2)}`;
  return stretch(text, length, (more) => `${text}/${some(random, LETTERS, more - 1)}`);
};
const uuid = (random: Random) => fakerOf(random).string.uuid();

const FORMATS: Readonly<Record<string, Format>> = {
  "date-time": { matches: isDateTime, make: isoOf },
  date: { matches: isDate, make: (random) => isoOf(random).slice(0, 10) },
  time: { matches: (text) => TIME.test(text), make: (random) => isoOf(random).slice(11) },
  duration: {
    matches: /^P(?!$)((\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?|(\d+W)?)$/,
    make: (random) =>
      random.pick([
        `PT${random.int(1, 59)}M`,
        `P${random.int(1, 30)}D`,
        `PT${random.int(1, 12)}H${random.int(1, 59)}M`,
      ]),
  },
  email: { matches: EMAIL, make: email },
  "idn-email": { matches: EMAIL, make: email },
  hostname: { matches: HOSTNAME, make: host },
  "idn-hostname": { matches: HOSTNAME, make: host },
  // Addresses that documentation may use: RFC 5737 and RFC 3849.
  ipv4: {
    matches: IPV4,
    make: (random) => random.pick(["192.0.2.", "198.51.100.", "203.0.113."]) + random.int(1, 254),
  },
  ipv6: {
    matches: /^(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$|^2001:db8::[0-9a-f]{1,4}$|^::1?$/i,
    make: (random) => `2001:db8::${random.int(1, 65_535).toString(16)}`,
  },
  uri: { matches: URI, make: uri },
  iri: { matches: URI, make: uri },
  url: {
    matches: /^https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(\/[\w./-]*)?$/i,
    make: (random, length) => uri(random, Math.max(length, 26)),
  },
  "uri-reference": {
    matches: new RegExp(`^(?!//)(?![^/?#]*:)${URI_TAIL}$|${URI.source}`, "i"),
    make: (random, length) =>
      stretch(
        `/${fakerOf(random).lorem.slug(2)}`,
        length,
        (more) => `/${some(random, LETTERS, length > 0 && length < 3 ? more : length - 1)}`,
      ),
  },
  "iri-reference": {
    matches: /^\/[\w/-]*$/,
    make: (random, length) => `/${some(random, LETTERS, Math.max(3, length - 1))}`,
  },
  "uri-template": { matches: /^(?:[\w./:-]|\{\w+\})*$/, make: (random) => `/${fakerOf(random).lorem.word()}/{id}` },
  uuid: { matches: UUID, make: uuid },
  "json-pointer": {
    matches: /^(?:\/(?:[^~/]|~0|~1)*)*$/,
    make: (random, length) => `/${length > 0 ? some(random, LETTERS, length - 1) : fakerOf(random).lorem.word()}`,
  },
  "relative-json-pointer": {
    matches: /^(?:0|[1-9]\d*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/,
    make: (random) => `${random.int(0, 3)}/${fakerOf(random).lorem.word()}`,
  },
  "json-pointer-uri-fragment": {
    matches: /^#(?:\/[a-z0-9_-]*)*$/i,
    make: (random) => `#/${fakerOf(random).lorem.word()}`,
  },
  regex: { matches: isRegExp, make: (random, length) => `^${some(random, LETTERS, Math.max(2, length - 3))}+$` },
  byte: {
    matches: BYTE,
    make: (random, length) =>
      length > 0
        ? some(random, BASE64, Math.floor(length / 4) * 4)
        : Buffer.from(fakerOf(random).lorem.words(3)).toString("base64"),
  },
  "iso-date-time": { matches: isDateTime, make: isoOf },
  "iso-time": { matches: (text) => TIME.test(text), make: (random) => isoOf(random).slice(11) },
  // Anything is a password; this is plainly not one.
  password: { matches: /^/, make: (random, length) => some(random, LETTERS + HEX, length || 12) },
};

const NUMBER_FORMATS: Readonly<Record<string, (value: number) => boolean>> = {
  int32: (value) => Number.isInteger(value) && Math.abs(value) < 2 ** 31,
  int64: (value) => Number.isInteger(value) && Math.abs(value) < 2 ** 63,
};

/** True when the value is of the format, or the format is one that we do not know or that says nothing of such a value. */
export function fitsFormat(format: string, value: string | number): boolean {
  if (typeof value === "number") return NUMBER_FORMATS[format]?.(value) ?? true;
  const known = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!known) return true;
  return known.matches instanceof RegExp ? known.matches.test(value) : known.matches(value);
}

/** Whether strings of this format have a shape of their own. */
export const isStringFormat = (format: string): boolean => Object.hasOwn(FORMATS, format);

/** A string of a known format. `length` is aimed at where the format allows it; 0 leaves it free. */
export const makeFormat = (format: string, random: Random, length: number): string =>
  FORMATS[format]?.make(random, length) ?? "";

/** The moment that dates are made of, for fields that mean a time without saying so in a format. */
export const makeMoment = moment;
