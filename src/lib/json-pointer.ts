/** JSON Pointer, RFC 6901: the one way in which violations, errors and laws say where. */

const escapeToken = (token: string | number) => String(token).replaceAll("~", "~0").replaceAll("/", "~1");
const unescapeToken = (token: string) => token.replaceAll("~1", "/").replaceAll("~0", "~");

/** `["a/b", 0]` → `/a~1b/0`. */
export const toPointer = (tokens: readonly (string | number)[]): string =>
  tokens.map((token) => `/${escapeToken(token)}`).join("");

/** `/a~1b/0` → `["a/b", "0"]`. */
export const fromPointer = (pointer: string): string[] =>
  pointer === "" ? [] : pointer.slice(1).split("/").map(unescapeToken);

/** The pointer in a fragment of a URI; a `%` that encodes nothing stands for itself. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The value at a pointer, or undefined where the path leads nowhere. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const token of fromPointer(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, token)) return undefined;
    value = (value as Record<string, unknown>)[token];
  }
  return value;
}

/** `/messages/0/role` → `messages[0].role`: how gateways write a field in `param`. The root is the empty string. */
export function toParam(pointer: string): string {
  return fromPointer(pointer).reduce((path, token) => {
    if (/^\d+$/.test(token)) return `${path}[${token}]`;
    return path === "" ? token : `${path}.${token}`;
  }, "");
}
