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

/** A preference: a token, perhaps a value, perhaps parameters, none of which these preferences have (RFC 7240, 2). */
const PREFERENCE =
  /\s*([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,;"]*)))?\s*((?:;[^,"]*(?:"(?:[^"\\]|\\.)*"[^,"]*)*)?)(?:,|$)/y;

const wholeNumber = (text: string, most: number): number | undefined =>
  /^\d{1,16}$/.test(text) && Number(text) <= most ? Number(text) : undefined;

/** How each value is read; undefined for one that makes no sense. */
const READ: { readonly [Name in keyof Preferences]-?: (text: string) => Preferences[Name] | undefined } = {
  code: (text) => (/^[1-5]\d\d$/.test(text) ? Number(text) : undefined),
  example: (text) => (text === "" ? undefined : text),
  dynamic: (text) => (text === "true" || text === "" ? true : text === "false" ? false : undefined),
  seed: (text) => wholeNumber(text, Number.MAX_SAFE_INTEGER),
  wait: (text) => (/^\d{1,4}(\.\d{1,3})?$/.test(text) ? Number(text) : undefined),
};

/**
 * Reads the header. A preference that is unknown or makes no sense is ignored, as the RFC demands; of two with the same
 * name the first one counts.
 */
export function readPreferences(header: string | readonly string[] | undefined): Preferences {
  if (header === undefined) return NONE;
  const text = typeof header === "string" ? header : header.join(", ");
  const preferences: Record<string, unknown> = {};
  const pattern = new RegExp(PREFERENCE);
  for (;;) {
    const found = pattern.lastIndex < text.length ? pattern.exec(text) : null;
    if (found === null) return preferences;
    const name = found[1]?.toLowerCase() as keyof Preferences;
    if (!Object.hasOwn(READ, name) || Object.hasOwn(preferences, name)) continue;
    const value = READ[name](found[2]?.replaceAll(/\\(.)/g, "$1") ?? found[3] ?? "");
    if (value !== undefined) preferences[name] = value;
  }
}
