/** Running words for fields that hold them. Of our own: faker's prose is Latin, and a reply should read like one. */
import type { Random } from "../lib/random.ts";
import { ENGLISH, type Language } from "./language.ts";

const SUBJECTS = [
  "The team",
  "Our guide",
  "This report",
  "The new plan",
  "A careful reader",
  "The river",
  "Every visitor",
  "The garden",
  "A small change",
  "The museum",
];
const VERBS = [
  "explains",
  "shows",
  "changes",
  "follows",
  "supports",
  "describes",
  "improves",
  "reaches",
  "covers",
  "connects",
];
const OBJECTS = [
  "the old harbour",
  "a simple idea",
  "the whole journey",
  "two clear options",
  "the morning light",
  "a better result",
  "the next step",
  "many quiet streets",
  "the main question",
  "an open door",
];
const ENDINGS = [
  "in a few words",
  "with some care",
  "before the evening",
  "for everyone",
  "at a calm pace",
  "without much effort",
  "step by step",
  "once a year",
];

const QUESTIONS = [
  "How does it work",
  "What comes next",
  "Where does it lead",
  "Which way is better",
  "When does it open",
];

/** Whole sentences where parts would have to agree with each other. By ISO 639-1 code. */
const ABROAD: Readonly<Record<string, readonly string[]>> = {
  de: [
    "Der Bericht zeigt die wichtigsten Schritte.",
    "Das Museum liegt nahe am alten Hafen.",
    "Eine kleine Änderung führt zu einem besseren Ergebnis.",
    "Der neue Plan gilt für alle Beteiligten.",
    "Die Details hängen von der Lage ab.",
    "Zwei Punkte sind hier besonders wichtig.",
  ],
  fr: [
    "Le rapport présente les étapes principales.",
    "Le musée se trouve près du vieux port.",
    "Un petit changement donne un meilleur résultat.",
    "Le nouveau plan convient à tout le monde.",
    "Les détails dépendent de la situation.",
    "Deux points sont particulièrement importants.",
  ],
  es: [
    "El informe muestra los pasos principales.",
    "El museo está cerca del puerto viejo.",
    "Un pequeño cambio da un mejor resultado.",
    "El nuevo plan sirve para todos.",
    "Los detalles dependen de la situación.",
    "Hay dos puntos especialmente importantes.",
  ],
  it: [
    "Il rapporto mostra i passaggi principali.",
    "Il museo si trova vicino al vecchio porto.",
    "Un piccolo cambiamento porta a un risultato migliore.",
    "Il nuovo piano va bene per tutti.",
    "I dettagli dipendono dalla situazione.",
    "Due punti sono particolarmente importanti.",
  ],
  pt: [
    "O relatório mostra os passos principais.",
    "O museu fica perto do porto antigo.",
    "Uma pequena mudança traz um resultado melhor.",
    "O novo plano serve para todos.",
    "Os detalhes dependem da situação.",
    "Dois pontos são especialmente importantes.",
  ],
  nl: [
    "Het verslag laat de belangrijkste stappen zien.",
    "Het museum ligt dicht bij de oude haven.",
    "Een kleine verandering geeft een beter resultaat.",
    "Het nieuwe plan geldt voor iedereen.",
    "De details hangen af van de situatie.",
    "Twee punten zijn hier erg belangrijk.",
  ],
  ru: [
    "Отчёт показывает основные шаги.",
    "Музей находится рядом со старым портом.",
    "Небольшое изменение даёт лучший результат.",
    "Новый план подходит всем.",
    "Подробности зависят от ситуации.",
    "Здесь особенно важны два момента.",
  ],
  zh: [
    "这份报告说明了主要步骤。",
    "博物馆就在老港口附近。",
    "一个小小的改变带来了更好的结果。",
    "新计划适合所有人。",
    "具体细节取决于实际情况。",
    "这里有两点特别重要。",
  ],
  ja: [
    "この報告書は主な手順を示しています。",
    "博物館は古い港の近くにあります。",
    "小さな変更がより良い結果につながります。",
    "新しい計画は全員に役立ちます。",
    "詳細は状況によって異なります。",
    "ここでは二つの点が特に重要です。",
  ],
  ko: [
    "이 보고서는 주요 단계를 보여 줍니다.",
    "박물관은 오래된 항구 근처에 있습니다.",
    "작은 변화가 더 나은 결과를 가져옵니다.",
    "새로운 계획은 모두에게 도움이 됩니다.",
    "세부 사항은 상황에 따라 다릅니다.",
    "여기서는 두 가지가 특히 중요합니다.",
  ],
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** One sentence with its full stop. */
export function sentenceIn({ code }: Language, random: Random): string {
  const abroad = ABROAD[code];
  if (abroad) return random.pick(abroad);
  const sentence = `${random.pick(SUBJECTS)} ${random.pick(VERBS)} ${random.pick(OBJECTS)}`;
  return random.int(0, 1) === 0 ? `${sentence}.` : `${sentence} ${random.pick(ENDINGS)}.`;
}

/** A few words without a full stop. */
export function titleIn(language: Language, random: Random): string {
  if (language.code !== ENGLISH.code) return sentenceIn(language, random).replace(/[.。]$/, "");
  return random.pick(OBJECTS).split(" ").map(capital).join(" ");
}

export function questionIn(language: Language, random: Random): string {
  if (language.code !== ENGLISH.code) return titleIn(language, random);
  return `${random.pick(QUESTIONS)} ${random.pick(ENDINGS)}?`;
}

/** Running text of at least so many characters. */
export function proseIn(language: Language, random: Random, length: number): string {
  let text = sentenceIn(language, random);
  while (text.length < length) text += ` ${sentenceIn(language, random)}`;
  return text;
}
