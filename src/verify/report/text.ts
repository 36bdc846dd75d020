/** Makes what a stranger sent safe to show: on a terminal, in XML, in HTML. */

const UNSAFE = /(?![\n\t])[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/**
 * The text with every control character, lone surrogate and change of writing direction written as `\u{…}`; line feeds
 * and tabs stay.
 */
export const printable = (text: string): string =>
  text.replaceAll(UNSAFE, (found) => `\\u{${(found.codePointAt(0) as number).toString(16)}}`);

/** The same on one line. */
export const oneLine = (text: string): string => printable(text).replaceAll(/\s*\n\s*/g, " ");

/** JSON with a line feed at its end. It leaves some characters as they are that a terminal would obey: not so here. */
export const stringify = (value: unknown, indent = 0): string =>
  `${JSON.stringify(value, null, indent).replaceAll(UNSAFE, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For text and quoted attributes, of XML and of HTML alike. */
export const escapeMarkup = (text: string): string =>
  printable(text).replaceAll(/[&<>"']/g, (found) => ENTITIES[found] as string);

/** A body as it can be read: JSON set out, a text as it is, nothing for no body. */
export const bodyText = (body: unknown): string =>
  body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body, null, 2);

/** `1 finding`, `2 findings`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
