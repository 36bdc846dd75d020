/** Media types as RFC 9110 (8.3.1) writes them: `type/subtype; parameter=value`. */

export interface MediaType {
  /** Lower-case `type/subtype`. */
  essence: string;
  /** Parameters by lower-case name, such as `charset` or `boundary`. */
  parameters: Readonly<Record<string, string>>;
}

const PARAMETER = /;\s*([\w!#$&^.+-]+)=(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g;

/** Nearly all values are one of a few; those are remembered, except where each has a boundary of its own. */
const KNOWN = new Map<string, MediaType>();
const MOST_KNOWN = 1_000;

/** Reads a `Content-Type` value; undefined when there is none or it is no media type. */
export function parseMediaType(text: string | undefined): MediaType | undefined {
  if (text === undefined) return undefined;
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  const read = parse(text);
  if (read !== undefined && !text.includes("boundary") && KNOWN.size < MOST_KNOWN) KNOWN.set(text, read);
  return read;
}

function parse(text: string): MediaType | undefined {
  const essence = text.split(";", 1)[0]?.trim().toLowerCase();
  if (essence === undefined || !/^[\w!#$&^.+-]+\/[\w!#$&^.+*-]+$/.test(essence)) return undefined;
  const parameters: Record<string, string> = {};
  for (const [, name, quoted, plain] of text.matchAll(PARAMETER)) {
    if (name) parameters[name.toLowerCase()] = quoted?.replaceAll(/\\(.)/g, "$1") ?? plain ?? "";
  }
  return { essence, parameters };
}

/** The lower-case `type/subtype` of a media type that is known to be one. */
export const essenceOf = (mediaType: string): string =>
  parseMediaType(mediaType)?.essence ?? (mediaType.split(";", 1)[0] as string).trim().toLowerCase();

/** True for `application/json` and for every `…+json` type (RFC 6839). */
export const isJson = (essence: string): boolean => essence === "application/json" || essence.endsWith("+json");

export const isXml = (essence: string): boolean => /^(application|text)\/xml$|\+xml$/.test(essence);

/** Sequences of JSON values, each on a line of its own (OpenAPI 3.2, Sequential Media Types). */
export const isJsonLines = (essence: string): boolean => /^application\/(x-)?(jsonl|ndjson|json-seq)$/.test(essence);

/** True when the range, such as `audio/*`, covers the type. */
export const covers = (range: string, essence: string): boolean =>
  range === "*/*" || range === essence || (range.endsWith("/*") && essence.startsWith(range.slice(0, -1)));
