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

/** A secret as it may be shown: its scheme, if it has one, and never a character of the key. */
export const redactSecret = (value: string): string => {
  const scheme = /^(Bearer|Basic|Digest)\s/i.exec(value)?.[1];
  return scheme ? `${scheme} [redacted]` : "[redacted]";
};

/** The same headers with every credential replaced. Names are compared without case. */
export function redactHeaders<Value>(headers: Readonly<Record<string, Value>>): Record<string, Value | string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      SECRET_HEADERS.has(name.toLowerCase()) ? redactSecret(String(value)) : value,
    ]),
  );
}
