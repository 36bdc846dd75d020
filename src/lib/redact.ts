/** Credentials never reach a log, a journal or a file. */

const SECRET_HEADERS = new Set([
  "authorization",
  "proxy-authorization",
  "cookie",
  "set-cookie",
  "x-api-key",
  "api-key",
  "openai-organization",
  "x-gatetwin-key",
]);

/** Headers of other gateways, such as `x-goog-api-key`, `x-auth-token` or `ocp-apim-subscription-key`. */
const SECRET_HEADER = /(^|-)(api-?key|subscription-key|token|secret|password|authorization)$/i;

/** Names under which credentials travel in queries and bodies, without case, dashes and underscores. */
const SECRET_NAMES = new Set([
  "apikey",
  "accesskey",
  "accesstoken",
  "authorization",
  "authtoken",
  "bearertoken",
  "clientsecret",
  "idtoken",
  "passwd",
  "password",
  "privatekey",
  "proxyauthorization",
  "refreshtoken",
  "secretaccesskey",
  "secretkey",
  "xapikey",
]);

/** Names that mean a credential in what is sent, and something else in a reply: a `token` of text, the `key` of a pair. */
const SENT_NAMES = {
  field: new Set(["auth", "secret", "token"]),
  query: new Set(["auth", "key", "secret", "sig", "token"]),
};

export const REDACTED = "[redacted]";

/** A shorter secret is a test's `k`: to replace it everywhere would tear words apart. */
const LEAST_SECRET = 8;

/** Whether a field of any body is one that holds a credential. */
export const isSecretName = (name: string): boolean =>
  name.length <= 40 && SECRET_NAMES.has(name.toLowerCase().replaceAll(/[-_]/g, ""));

/** Whether a query parameter, or a field of a body that is sent, is one that holds a credential. */
export const isSecretSent = (name: string, place: "field" | "query"): boolean =>
  isSecretName(name) || SENT_NAMES[place].has(name.toLowerCase());

/** Whether a header holds a credential. The name is compared without case. */
export const isSecretHeader = (name: string): boolean =>
  SECRET_HEADERS.has(name.toLowerCase()) || SECRET_HEADER.test(name);

/** A secret as it may be shown: its scheme, if it has one, and never a character of the key. */
export const redactSecret = (value: string): string => {
  const scheme = /^(Bearer|Basic|Digest)\s/i.exec(value)?.[1];
  return scheme ? `${scheme} ${REDACTED}` : REDACTED;
};

/** The same headers with every credential replaced. Names are compared without case. */
export function redactHeaders<Value>(headers: Readonly<Record<string, Value>>): Record<string, Value | string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, isSecretHeader(name) ? redactSecret(String(value)) : value]),
  );
}

/**
 * A JSON value without secrets: the fields that hold credentials by their name, and each of `secrets` wherever a text or
 * a name has it, as it is or percent-encoded. Secrets shorter than eight characters are left where they are.
 */
export function redactValue(value: unknown, secrets: readonly string[]): unknown {
  const long = secrets.filter((secret) => secret.length >= LEAST_SECRET);
  const texts = [...new Set(long.flatMap((secret) => [secret, percentEncoded(secret)]))];
  // The longest first: one may be part of another.
  texts.sort((a, b) => b.length - a.length);
  const clean = (text: string): string => texts.reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text);
  const walk = (item: unknown): unknown => {
    if (typeof item === "string") return clean(item);
    if (Array.isArray(item)) return item.map(walk);
    if (typeof item !== "object" || item === null) return item;
    return Object.fromEntries(
      Object.entries(item).map(([name, inner]) => [
        clean(name),
        isSecretName(name) && typeof inner === "string" ? redactSecret(inner) : walk(inner),
      ]),
    );
  };
  return walk(value);
}

function percentEncoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // A lone surrogate has no such form.
    return text;
  }
}
