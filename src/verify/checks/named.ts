/** Which fields a refusal names. */
import { fromPointer } from "../../lib/json-pointer.ts";
import type { Case } from "../case.ts";

/** Any part of the path will do: servers write `messages.0.role`, `messages[0].role` or `role`. */
export const isNamed = (pointer: string, text: string): boolean => {
  const names = fromPointer(pointer).filter((name) => !/^\d+$/.test(name));
  return names.length === 0 || names.some((name) => text.includes(name));
};

/**
 * The faults of a request that its refusal does not name by their field: the server passed over them, or does not tell all
 * that is wrong. Each is in a field of its own.
 */
export const unnamedParts = ({ parts = [] }: Pick<Case, "parts">, text: string): Case[] => {
  const words = new Set(textsOf(text).flatMap((one) => one.match(/[\w$-]+/g) ?? []));
  return parts.filter(({ expect }) => {
    const [pointer = ""] = expect.kind === "refused" ? expect.fields : [];
    const [field = ""] = fromPointer(pointer);
    return ![field, field.replace(/\[\]$/, "")].some((name) => words.has(name));
  });
};

/** The texts of an error, but not its own names: each envelope has a `type`. */
function textsOf(text: string): string[] {
  const texts: string[] = [];
  try {
    JSON.parse(text, (_name, value: unknown) => {
      if (typeof value === "string") texts.push(value);
      return value;
    });
    return texts;
  } catch {
    return [text];
  }
}
