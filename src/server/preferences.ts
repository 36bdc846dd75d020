/** What a request prefers of its reply: the `Prefer` header of RFC 7240, with the preferences that mocks of OpenAPI know. */

export interface Preferences {
  /** The status to answer with. */
  code?: number;
  /** The named example of the document to answer with. */
  example?: string;
  /** Whether the reply is to be made from its schema alone. */
  dynamic?: boolean;
  /** The seed in place of the server's. */
  seed?: number;
  /** How long to wait before the answer, in seconds. */
  wait?: number;
}

const NONE: Preferences = Object.freeze({});

/** Nobody needs more; what follows is not read, so that a hostile header costs little. */
const MOST_CHARACTERS = 1_000;
/** A list member, or its part before the parameters, whose quotations may hold commas and semicolons (RFC 9110, 5.6). */
const MEMBERS = /(?:"(?:[^"\\]|\\.)*"|[^",])+/g;
const WITHOUT_PARAMETERS = /^(?:"(?:[^"\\]|\\.)*"|[^";])*/;
/** A token, and perhaps a value (RFC 7240, 2). */
const PREFERENCE = /^([\w!#$%&'*+.^`|~-]+)(?:[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^ \t"]*)))?$/;
/** A longer pause is cut to this, in seconds. */
const LONGEST_WAIT = 60;

const wholeNumber = (text: string, most: number): number | undefined =>
  /^\d{1,16}$/.test(text) && Number(text) <= most ? Number(text) : undefined;

/** How each value is read; undefined for one that makes no sense. */
const READ: { readonly [Name in keyof Preferences]-?: (text: string) => Preferences[Name] | undefined } = {
  code: (text) => (/^[1-5]\d\d$/.test(text) ? Number(text) : undefined),
  example: (text) => (text === "" ? undefined : text),
  dynamic: (text) => (text === "true" || text === "" ? true : text === "false" ? false : undefined),
  seed: (text) => wholeNumber(text, Number.MAX_SAFE_INTEGER),
  wait: (text) => (/^\d{1,4}(\.\d{1,3})?$/.test(text) ? Math.min(Number(text), LONGEST_WAIT) : undefined),
};

const READERS = new Map(Object.entries(READ).map(([name, from]) => [name, { name, from }]));

/**
 * Reads the header. A preference that is unknown or makes no sense is ignored, as the RFC demands; of two with the same
 * name the first one counts.
 */
export function readPreferences(header: string | readonly string[] | undefined): Preferences {
  if (header === undefined) return NONE;
  const text = (typeof header === "string" ? header : header.join(", ")).slice(0, MOST_CHARACTERS);
  const preferences: Record<string, unknown> = {};
  for (const [member] of text.matchAll(MEMBERS)) {
    const [, name, quoted, plain] = PREFERENCE.exec((WITHOUT_PARAMETERS.exec(member)?.[0] ?? "").trim()) ?? [];
    const read = READERS.get(name?.toLowerCase() ?? "");
    if (read === undefined || Object.hasOwn(preferences, read.name)) continue;
    const value = read.from(quoted?.replaceAll(/\\(.)/g, "$1") ?? plain ?? "");
    if (value !== undefined) preferences[read.name] = value;
  }
  return preferences;
}
