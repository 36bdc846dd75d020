/**
 * What a recording says. Nobody listens to it: its bytes choose the words and its length their number, so that the same
 * recording says the same in every form a reply can have.
 */
import type { Random } from "../../lib/random.ts";
import { timeWords } from "../../media/spoken-words.ts";
import type { Phrases } from "./phrases.ts";

/** A word as written, or a sound that is not speech; in seconds from the start of the recording. */
export interface Token {
  text: string;
  isEvent: boolean;
  start: number;
  end: number;
}

/** A sentence, and the sounds that follow it. Never empty. */
export interface Utterance {
  tokens: readonly Token[];
  /** From 0. */
  speaker: number;
}

export interface TranscriptOptions {
  /** The length of the recording. */
  seconds: number;
  phrases: Phrases;
  /** What is talked about; that of the phrases by default. */
  subject?: string | undefined;
  /** Whether sounds such as `(laughter)` are written down. */
  hasEvents: boolean;
  /** The most people who speak. Everyone does who gets a turn. */
  speakers: number;
  random: Random;
}

const WORDS_PER_SECOND = 2.5;
/** Over two hours of talk. What is left of a longer recording counts as silence, so that a reply stays bounded. */
const MOST_WORDS = 20_000;
const EVENTS = ["(laughter)", "(footsteps)", "(applause)", "(music)", "(door closes)"] as const;
const EVENT_SECONDS = 0.7;
/** In shorter recordings there is room for words alone. */
const SHORTEST_WITH_EVENTS_SECONDS = 1;
const SENTENCES_PER_EVENT = 6;
/** A voice is slowed down no further than this; what time is left is silence. */
const SLOWEST = 1.5;

/** At least one word, however short the recording. Times never fall, and none is later than the recording. */
export function transcribe(options: TranscriptOptions): Utterance[] {
  const { seconds, hasEvents, speakers, random } = options;
  const chance = random.fork("events");
  const spoken = sentences(options).map((words, index) => {
    const isMarked = hasEvents && seconds >= SHORTEST_WITH_EVENTS_SECONDS && index % SENTENCES_PER_EVENT === 0;
    return { words, event: isMarked ? chance.pick(EVENTS) : undefined };
  });
  let clock = 0;
  const say = (text: string): Token => {
    const { words, seconds } = timeWords(text);
    const token = { text, isEvent: false, start: clock, end: clock + (words.at(-1)?.end ?? seconds) };
    clock += seconds;
    return token;
  };
  const hear = (text: string): Token => {
    const token = { text, isEvent: true, start: clock, end: clock + EVENT_SECONDS };
    clock += EVENT_SECONDS;
    return token;
  };
  const utterances = spoken.map(({ words, event }, index) => ({
    tokens: [...words.map(say), ...(event === undefined ? [] : [hear(event)])],
    speaker: index % speakers,
  }));
  const pace = Math.min(SLOWEST, seconds / clock);
  const paced = (time: number) => Math.floor(time * pace * 1_000) / 1_000;
  return utterances.map(({ tokens, speaker }) => ({
    tokens: tokens.map((token) => ({ ...token, start: paced(token.start), end: paced(token.end) })),
    speaker,
  }));
}

export const textOf = (utterances: readonly Utterance[]): string => utterances.map(sayingOf).join(" ");

export const sayingOf = ({ tokens }: Utterance): string => tokens.map(({ text }) => text).join(" ");

/** As many words as fit the time, in sentences; the last one ends where the time does. */
function sentences({ seconds, phrases, subject = phrases.subject, random }: TranscriptOptions): string[][] {
  const chance = random.fork("sentences");
  const order = shuffle(phrases.sentences, chance);
  let left = Math.min(MOST_WORDS, Math.max(1, Math.round(seconds * WORDS_PER_SECOND)));
  const said: string[][] = [];
  for (let index = -1; left > 0; index++) {
    const sentence = index < 0 ? phrases.opening : (order[index % order.length] as string).replace("@", () => subject);
    const words = sentence.split(" ");
    said.push(words.length > left ? endAt(words, left) : words);
    left -= words.length;
  }
  return said;
}

function endAt(words: readonly string[], count: number): string[] {
  const kept = words.slice(0, count);
  return [...kept.slice(0, -1), `${(kept.at(-1) as string).replace(/[^\p{L}\p{N}]+$/u, "")}.`];
}

function shuffle<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
