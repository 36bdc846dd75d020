/** `verbose_json`: a transcript with the times of its words and segments, and how sure the model is of them. */
import { deflateSync } from "node:zlib";
import type { components } from "../../../generated/schema.d.ts";
import { hash, type Random } from "../../lib/random.ts";
import { tokenize } from "../text/tokens.ts";
import { sayingOf, type Token, textOf, type Utterance } from "./transcript.ts";

type Verbose = components["schemas"]["TranscriptionVerbose"];
type Segment = components["schemas"]["TranscriptionSegment"];
type Word = components["schemas"]["TranscriptionWord"];

export interface VerboseOptions {
  task: "transcribe" | "translate";
  language: string;
  /** The length of the recording. */
  seconds: number;
  /** From 0 to 1. */
  temperature: number;
  hasSegments: boolean;
  hasWords: boolean;
  hasCharacters: boolean;
  namesSpeakers: boolean;
  random: Random;
}

export function verboseOf(utterances: readonly Utterance[], options: VerboseOptions): Verbose {
  const { task, language, seconds, hasSegments, hasWords } = options;
  return {
    task,
    language,
    duration: round(seconds, 3),
    text: textOf(utterances),
    ...(hasWords && { words: utterances.flatMap((utterance) => wordsOf(utterance, options)) }),
    ...(hasSegments && { segments: segmentsOf(utterances, options) }),
  };
}

function wordsOf({ tokens, speaker }: Utterance, { namesSpeakers, hasCharacters }: VerboseOptions): Word[] {
  return tokens.map((token) => {
    const { text, isEvent, start, end } = token;
    const word = isEvent ? text : bare(text);
    return {
      word,
      start,
      end,
      type: isEvent ? "audio_event" : "word",
      // A sound has no speaker and no letters.
      ...(namesSpeakers && !isEvent && { speaker: `speaker_${speaker}` }),
      ...(hasCharacters && !isEvent && { characters: charactersOf({ ...token, text: word }) }),
    };
  });
}

/** Without the punctuation around it, as Whisper gives its words. A lone mark stays. */
const bare = (text: string): string => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") || text;

function charactersOf({ text, start, end }: Token): Word["characters"] & object {
  const characters = [...text];
  const at = (index: number) => round(start + ((end - start) * index) / characters.length, 3);
  return characters.map((character, index) => ({ text: character, start: at(index), end: at(index + 1) }));
}

/** Whisper hears thirty seconds at a time, and writes times as tokens of a fiftieth of a second. */
const WINDOW_SECONDS = 30;
const FIRST_TIME_TOKEN = 50_364;
const TIME_TOKENS_PER_SECOND = 50;
const TEXT_TOKENS = 50_257;

function segmentsOf(utterances: readonly Utterance[], { temperature, random }: VerboseOptions): Segment[] {
  const chance = random.fork("confidence");
  // A long recording repeats its sentences.
  const ratios = new Map<string, number>();
  return utterances.map((utterance, id) => {
    const text = sayingOf(utterance);
    const start = utterance.tokens[0]?.start ?? 0;
    const end = utterance.tokens.at(-1)?.end ?? start;
    const windowStart = Math.floor(start / WINDOW_SECONDS) * WINDOW_SECONDS;
    const timeToken = (time: number) =>
      FIRST_TIME_TOKEN + Math.round(Math.min(time - windowStart, WINDOW_SECONDS) * TIME_TOKENS_PER_SECOND);
    const ratio = ratios.get(text) ?? compressionRatio(text);
    ratios.set(text, ratio);
    return {
      id,
      seek: windowStart * 100,
      start,
      end,
      text,
      tokens: [timeToken(start), ...tokenize(text).map((token) => hash(token) % TEXT_TOKENS), timeToken(end)],
      temperature,
      // Who guesses more freely is less sure.
      avg_logprob: round(-0.15 - 0.15 * chance.next() - 0.3 * temperature, 4),
      compression_ratio: ratio,
      no_speech_prob: round(0.005 + 0.03 * chance.next(), 4),
    };
  });
}

/** Whisper's own measure: the bytes of the text against those of its zlib form. */
const compressionRatio = (text: string): number => {
  const bytes = Buffer.from(text);
  return round(bytes.length / deflateSync(bytes).length, 4);
};

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
