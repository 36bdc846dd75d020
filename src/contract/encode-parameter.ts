/** Writes the value of a parameter as its style says (OpenAPI 3.1, 4.8.12.2 and RFC 6570): the other way of decoding. */
import type { ParameterOutline } from "./outline.ts";

type Pair = readonly [name: string, text: string];

/** What stands in the path in place of the template, not yet percent-encoded; or what a header says. */
export function textOf(parameter: Pick<ParameterOutline, "name" | "style" | "explode">, value: unknown): string {
  const { name, style, explode } = parameter;
  if (style === "json") return JSON.stringify(value);
  const parts = partsOf(value, explode ? "=" : ",");
  if (style === "label") return `.${parts.join(explode ? "." : ",")}`;
  if (style !== "matrix") return parts.join(",");
  if (!explode || !isComposed(value)) return `;${name}=${parts.join(",")}`;
  return parts.map((part) => (Array.isArray(value) ? `;${name}=${part}` : `;${part}`)).join("");
}

/** The names and values of a query, or of a header `Cookie`. */
export function pairsOf({ name, style, explode }: ParameterOutline, value: unknown): Pair[] {
  if (style === "json") return [[name, JSON.stringify(value)]];
  if (style === "deepObject" && isRecord(value))
    return Object.entries(value).flatMap(([key, one]) =>
      [one].flat().map((item): Pair => [`${name}[${key}]`, String(item)]),
    );
  if (!isComposed(value)) return [[name, String(value)]];
  const separator = style === "spaceDelimited" ? " " : style === "pipeDelimited" ? "|" : ",";
  if (!explode) return [[name, partsOf(value, separator).join(separator)]];
  return Array.isArray(value)
    ? value.map((item): Pair => [name, String(item)])
    : Object.entries(value).map(([key, item]): Pair => [key, String(item)]);
}

const isComposed = (value: unknown): value is object => typeof value === "object" && value !== null;
const isRecord = (value: unknown): value is object => isComposed(value) && !Array.isArray(value);

/** @param between A name and its value. */
function partsOf(value: unknown, between: string): string[] {
  if (Array.isArray(value)) return value.map(String);
  return isRecord(value) ? Object.entries(value).map(([key, one]) => `${key}${between}${one}`) : [String(value)];
}
