/** Which language a request names, and what it is called in a reply. */
import { ENGLISH, PHRASES, type Phrases } from "./phrases.ts";

export interface Language {
  /** As Whisper writes it: the English name in lower case. What is no known language is repeated as it was given. */
  name: string;
  phrases: Phrases;
}

/** @param given An ISO 639 code, such as `fr` or `fra`, a tag such as `fr-CA`, or an English name. Default English. */
export function languageOf(given = "en"): Language {
  const text = given.trim().toLowerCase() || "en";
  const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
  const named = Object.keys(PHRASES).find((code) => names.of(code)?.toLowerCase() === text);
  const code = named ?? codeOf(text);
  const name = code === undefined ? undefined : names.of(code)?.toLowerCase();
  return { name: name ?? text, phrases: PHRASES[code ?? ""] ?? ENGLISH };
}

function codeOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    // Not the form of a language tag (BCP 47).
    return undefined;
  }
}
