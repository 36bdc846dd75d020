/** In which language a schema is written, told by its script or its commonest words, so that values are written in it too. */

export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  /** The word lists of faker. */
  readonly locale: string;
  readonly nameOrder: "given first" | "family first";
  /** What only texts of the language have: a script, or words of it. */
  readonly marks: RegExp;
}

const words = (list: string) => new RegExp(`(?<![\\p{L}])(?:${list})(?![\\p{L}])`, "giu");

export const ENGLISH: Language = {
  code: "en",
  locale: "en",
  nameOrder: "given first",
  marks: words("the|of|and|an|in|is|to|for|with|this|that|if|or|name|summary|title|description|age|price"),
};

/** Scripts first: a Japanese text has Chinese characters too, and any text may have Latin ones. */
const BY_SCRIPT: readonly Language[] = [
  { code: "ja", locale: "ja", nameOrder: "family first", marks: /[\p{sc=Hiragana}\p{sc=Katakana}]/gu },
  { code: "zh", locale: "zh_CN", nameOrder: "family first", marks: /\p{sc=Han}/gu },
  { code: "ko", locale: "ko", nameOrder: "family first", marks: /\p{sc=Hangul}/gu },
  { code: "ru", locale: "ru", nameOrder: "given first", marks: /\p{sc=Cyrillic}/gu },
];

const BY_WORDS: readonly Language[] = [
  ENGLISH,
  {
    code: "de",
    locale: "de",
    nameOrder: "given first",
    marks: words(
      "der|die|das|des|dem|und|ist|ein|eine|einer|für|mit|von|zu|im|oder|nicht|welche|stadt|zusammenfassung|titel|beschreibung|preis|vorname|nachname|straße|datum|anzahl|antwort|ort|alter",
    ),
  },
  {
    code: "fr",
    locale: "fr",
    nameOrder: "given first",
    marks: words(
      "le|les|des|du|et|est|une|un|pour|avec|dans|ou|qui|l['’]|d['’]|nom|prénom|ville|résumé|titre|prix|auteur|réponse|adresse|âge",
    ),
  },
  {
    code: "es",
    locale: "es",
    nameOrder: "given first",
    marks: words(
      "el|los|las|del|y|es|una|un|para|con|por|que|nombre|apellidos?|ciudad|resumen|título|precio|respuesta|correo|dirección|edad|fecha",
    ),
  },
  {
    code: "it",
    locale: "it",
    nameOrder: "given first",
    marks: words(
      "il|gli|della|dello|dei|di|è|una|un|per|con|che|nome|cognome|città|riassunto|titolo|prezzo|risposta|indirizzo|età",
    ),
  },
  {
    code: "pt",
    locale: "pt_BR",
    nameOrder: "given first",
    marks: words(
      "o|os|da|do|dos|das|e|é|uma|um|para|com|que|não|nome|sobrenome|cidade|resumo|título|preço|resposta|endereço|idade",
    ),
  },
  {
    code: "nl",
    locale: "nl",
    nameOrder: "given first",
    marks: words(
      "de|het|een|en|van|voor|met|is|niet|naam|voornaam|achternaam|stad|samenvatting|titel|prijs|antwoord|leeftijd",
    ),
  },
];

const READ_CHARACTERS = 4_000;
/** A single foreign name in an English schema makes no foreign schema. Japanese is told by the few kana between its signs. */
const SCRIPT_SHARE = 0.15;
const KANA_SHARE = 0.03;

/** The language most of a text is written in; English where nothing tells. */
export function languageOf(text: string): Language {
  const read = text.slice(0, READ_CHARACTERS);
  const letters = read.match(/\p{L}/gu)?.length ?? 0;
  const count = ({ marks }: Language) => read.match(marks)?.length ?? 0;
  const isEastern = count(BY_SCRIPT[1] as Language) > letters * SCRIPT_SHARE;
  const shareOf = ({ code }: Language) => (code === "ja" && isEastern ? KANA_SHARE : SCRIPT_SHARE);
  const script = BY_SCRIPT.find((language) => count(language) > letters * shareOf(language));
  if (script) return script;
  return BY_WORDS.reduce((best, language) => (count(language) > count(best) ? language : best));
}
