/**
 * Replaces the values of fields whose names say that they hold a credential, in JSON and in forms, and leaves every other
 * character as it is. Takes time in proportion to the text, whatever a stranger has put into it.
 */
import { REDACTED } from "../lib/redact.ts";

/** A name, its colon and the quote that opens its value; each quote behind as many backslashes as JSON in JSON has. */
const JSON_FIELD = /(\\{0,15})"([\w-]{1,40})\1"\s{0,20}:\s{0,20}\1"/g;

/** The head of a part of a form that has a name. */
const PART = /[;\s]name="([\w-]{1,40})"[^\r\n]{0,1000}\r\n(?:[^\r\n]{1,1000}\r\n){0,10}\r\n/g;

const FORM_FIELD = /(^|&)([^=&]{1,120})=([^&]*)/g;

interface Place {
  /** Where the value begins. */
  start: number;
  end: number;
}

type IsHidden = (name: string) => boolean;

/** @param isHidden Says of a name whether its value is one to hide. */
export const redactJsonFields = (text: string, isHidden: IsHidden): string =>
  replaced(text, jsonPlaces(text, isHidden));

export const redactParts = (text: string, isHidden: IsHidden): string => replaced(text, partPlaces(text, isHidden));

/** @param isHidden Says of a decoded name whether its value is one to hide. */
export const redactForm = (text: string, isHidden: IsHidden): string =>
  text.replaceAll(FORM_FIELD, (field, before: string, name: string) =>
    isHidden(decode(name)) ? `${before}${name}=${encodeURIComponent(REDACTED)}` : field,
  );

/** What would be hidden: it may stand elsewhere as well, under no name that tells. */
export function secretsIn(text: string, essence: string, isHidden: IsHidden): string[] {
  if (essence === "application/x-www-form-urlencoded")
    return [...new URLSearchParams(text)].flatMap(([name, value]) => (isHidden(name) ? [value] : []));
  const places = [
    ...jsonPlaces(text, isHidden),
    ...(essence === "multipart/form-data" ? partPlaces(text, isHidden) : []),
  ];
  return [...places.map(({ start, end }) => unquoted(text.slice(start, end))), ...passwordsIn(text)];
}

const jsonPlaces = (text: string, isHidden: IsHidden): Place[] =>
  placesOf(text, JSON_FIELD, ([, slashes = "", name = ""], start) =>
    isHidden(name) ? { start, end: endOfString(text, start, slashes.length) } : undefined,
  );

const partPlaces = (text: string, isHidden: IsHidden): Place[] =>
  placesOf(text, PART, ([, name = ""], start) => {
    const end = text.indexOf("\r\n--", start);
    return isHidden(name) ? { start, end: end < 0 ? text.length : end } : undefined;
  });

/** Goes on behind each value that was found, so that nothing is read twice. */
function placesOf(
  text: string,
  head: RegExp,
  placeOf: (found: RegExpExecArray, after: number) => Place | undefined,
): Place[] {
  const places: Place[] = [];
  head.lastIndex = 0;
  for (let found = head.exec(text); found !== null; found = head.exec(text)) {
    const place = placeOf(found, found.index + found[0].length);
    if (place === undefined) continue;
    places.push(place);
    head.lastIndex = place.end;
  }
  return places;
}

function replaced(text: string, places: readonly Place[]): string {
  let clean = "";
  let at = 0;
  for (const { start, end } of places) {
    clean += text.slice(at, start) + REDACTED;
    at = end;
  }
  return clean + text.slice(at);
}

/** A JSON string as what it says; any other text as it is. */
function unquoted(text: string): string {
  try {
    return text.includes("\\") ? String(JSON.parse(`"${text}"`)) : text;
  } catch {
    return text;
  }
}

/**
 * Where a JSON string ends whose quotes are behind so many backslashes. At depth d these are 2^d - 1, and a backslash
 * of the value itself is written as 2^(d+1). A line break ends it too: no JSON string holds one.
 */
function endOfString(text: string, start: number, slashes: number): number {
  let before = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === "\n" || char === "\r") return at;
    if (char === '"' && before % (2 * (slashes + 1)) === slashes) return at - slashes;
    before = char === "\\" ? before + 1 : 0;
  }
  return text.length;
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const USERINFO = /:\/\/[^\s/?#@:"]{0,256}:([^\s/?#@"]{1,512})@/g;

/** The passwords that URLs in a text carry (RFC 3986, 3.2.1), wherever they stand: in a Referer, a picture to fetch. */
export const passwordsIn = (text: string): string[] =>
  [...text.matchAll(USERINFO)].map(([, password]) => password as string);
