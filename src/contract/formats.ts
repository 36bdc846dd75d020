/** The string and number formats that the validator knows, for the one who explains its refusals. */
import { createRequire } from "node:module";

type Known =
  | boolean
  | RegExp
  | ((text: never) => boolean)
  | { type?: string; validate: RegExp | ((text: never) => boolean) };

let formats: Readonly<Record<string, Known>> | undefined;

/** Loaded with the first refusal: a run without one never needs the table. */
function table(): Readonly<Record<string, Known>> {
  formats ??= (
    createRequire(import.meta.url)("ajv-formats/dist/formats") as { fullFormats: Readonly<Record<string, Known>> }
  ).fullFormats;
  return formats;
}

/** True when the value has the format, when the format is not about its type, or when nobody knows the format. */
export function hasFormat(format: string, value: unknown): boolean {
  const known = table()[format];
  if (known === undefined || typeof known === "boolean") return true;
  const isTable = typeof known === "object" && "validate" in known;
  const kind = isTable && known.type === "number" ? "number" : "string";
  if (typeof value !== kind) return true;
  const test = isTable ? known.validate : known;
  return test instanceof RegExp ? test.test(value as string) : (test as (input: unknown) => boolean)(value);
}
