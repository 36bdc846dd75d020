/** One-sentence statements about a subject, for fields of an answer that hold words; in the language of the field. */
import type { Random } from "../../lib/random.ts";

/** `@` stands for the subject. By ISO 639-1 code. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  en: [
    "The main point about @ is easy to state.",
    "With @, the details depend on the situation.",
    "Most of what matters about @ fits in a few sentences.",
    "First look at the parts of @, then at how they fit together.",
    "For @, the simplest choice is usually the right one.",
    "A concrete example makes @ clear.",
    "Check the result for @ before you go on.",
  ],
  de: [
    "Das Wichtigste zu „@“ lässt sich kurz sagen.",
    "Bei „@“ hängen die Einzelheiten von der Lage ab.",
    "Ein Beispiel macht „@“ am besten deutlich.",
    "Für „@“ ist die einfachste Lösung meist die richtige.",
    "Zu „@“ gibt es zwei wichtige Punkte.",
  ],
  fr: [
    "L'essentiel sur « @ » tient en quelques mots.",
    "Pour « @ », les détails dépendent de la situation.",
    "Un exemple concret éclaire « @ ».",
    "Pour « @ », le choix le plus simple est souvent le bon.",
    "Il y a deux points importants sur « @ ».",
  ],
  es: [
    "Lo esencial de «@» se dice en pocas palabras.",
    "En «@», los detalles dependen de la situación.",
    "Un ejemplo concreto aclara «@».",
    "Para «@», la opción más sencilla suele ser la correcta.",
    "Hay dos puntos importantes sobre «@».",
  ],
  it: [
    "L'essenziale su «@» si dice in poche parole.",
    "Per «@», i dettagli dipendono dalla situazione.",
    "Un esempio concreto chiarisce «@».",
  ],
  pt: [
    "O essencial sobre «@» diz-se em poucas palavras.",
    "Em «@», os detalhes dependem da situação.",
    "Um exemplo concreto esclarece «@».",
  ],
  nl: [
    "Het belangrijkste over '@' is snel gezegd.",
    "Bij '@' hangen de details af van de situatie.",
    "Een voorbeeld maakt '@' duidelijk.",
  ],
  ru: [
    "Главное о «@» можно сказать кратко.",
    "Для «@» подробности зависят от ситуации.",
    "Пример хорошо поясняет «@».",
  ],
  zh: ["关于“@”，要点可以简单概括。", "就“@”而言，细节取决于具体情况。", "一个例子可以说明“@”。"],
  ja: [
    "「@」の要点は簡単にまとめられます。",
    "「@」の詳細は状況によって異なります。",
    "「@」は例を見ると分かりやすいです。",
  ],
  ko: [
    "‘@’의 핵심은 간단히 말할 수 있습니다.",
    "‘@’의 세부 사항은 상황에 따라 다릅니다.",
    "예를 보면 ‘@’을 쉽게 이해할 수 있습니다.",
  ],
};

/** All statements about the topic in the language (ISO 639-1 code; default English), beginning at one of chance's choosing. */
export function sentencesAbout(topic: string, { language, random }: { language: string; random: Random }): string[] {
  const sentences = SENTENCES[language] ?? (SENTENCES.en as readonly string[]);
  const start = random.fork("about").int(0, sentences.length - 1);
  return [...sentences.slice(start), ...sentences.slice(0, start)].map((sentence) => sentence.split("@").join(topic));
}
