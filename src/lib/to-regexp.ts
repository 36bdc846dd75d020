/**
 * The `pattern` of a schema as an expression. JSON Schema 2020-12 asks for the `u` flag; OpenAPI 3.0 follows ECMA-262 5.1,
 * which has none, and takes signs without need of an escape (`[\w-.]`, `\-`). What only the second reads is read by it.
 *
 * @throws SyntaxError when neither reads it.
 */
export function toRegExp(pattern: string): RegExp {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return new RegExp(pattern);
  }
}
