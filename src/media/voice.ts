/** Sung syllables in place of a voice: pulses of harmonics shaped by two formants, as vowels are (Fant, 1960). */
import { createRandom, hash } from "../lib/random.ts";
import { timeWords } from "./spoken-words.ts";

/** Samples a second of everything that is spoken; one channel of 16 bits. */
export const SAMPLE_RATE = 24_000;

/**
 * Sounds begin and end on multiples of this many samples, with at least one silent block between them, and equal sounds
 * are equal to the last bit: an encoder whose frames are this long (AAC) has to encode each sound only once.
 */
export const BLOCK_SAMPLES = 1_024;

export interface Speech {
  text: string;
  /** Any name; each has a pitch and a timbre of its own. */
  voice: string;
  /** 1 is 150 words a minute. */
  speed: number;
  seed: number;
}

export interface Song {
  samples: Int16Array<ArrayBuffer>;
  /** What is heard, in order; all else is silence. Equal sounds are one and the same array. */
  sounds: readonly Sound[];
}

export interface Sound {
  /** Where it begins, in blocks of `BLOCK_SAMPLES`. */
  block: number;
  /** As many whole blocks as it lasts. */
  samples: Int16Array;
}

/** First and second formant of five vowels in Hz (Peterson and Barney, 1952, men, rounded). */
const FORMANTS_HZ = { a: [730, 1090], e: [530, 1840], i: [270, 2290], o: [570, 840], u: [300, 870] } as const;
type Vowel = keyof typeof FORMANTS_HZ;
const VOWELS: readonly Vowel[] = ["a", "e", "i", "o", "u"];

const PERIOD_SAMPLES = 512;
const HIGHEST_HZ = 3_400;
const LOUDNESS = 9_000;
const LONGEST_SOUND_BLOCKS = 5;
/** The melody: a reader's pitch wanders between these steps, times the pitch of the voice. */
const MELODY = [0.94, 1.02, 1.12] as const;

interface Timbre {
  pitchHz: number;
  /** How the formants of this throat lie against those of the table. */
  stretch: number;
}

const timbreOf = (voice: string): Timbre => {
  const random = createRandom(hash(voice));
  return { pitchHz: 95 + 130 * random.next(), stretch: 0.9 + 0.35 * random.next() };
};

// Typed arrays answer undefined outside their bounds only, and every index here is inside.
const at = (wave: Float32Array, index: number) => wave[index] as number;

/** One period of a vowel, between -1 and 1: each harmonic is as loud as the nearer formant lets it be. */
function periodOf(vowel: Vowel, { pitchHz, stretch }: Timbre): Float32Array {
  const wave = new Float32Array(PERIOD_SAMPLES);
  const [first, second] = FORMANTS_HZ[vowel];
  for (let harmonic = 1; harmonic * pitchHz < HIGHEST_HZ; harmonic++) {
    const near = (formantHz: number, widthHz: number) =>
      1 / (1 + ((harmonic * pitchHz - formantHz * stretch) / widthHz) ** 2);
    const loudness = (near(first, 90) + 0.5 * near(second, 120) + 0.05) / Math.sqrt(harmonic);
    for (let index = 0; index < PERIOD_SAMPLES; index++) {
      wave[index] = at(wave, index) + loudness * Math.sin((2 * Math.PI * harmonic * index) / PERIOD_SAMPLES);
    }
  }
  const peak = wave.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0);
  return wave.map((value) => value / peak);
}

/** One syllable: it swells, sinks in pitch as speech does, and fades to nothing, so that syllables are told apart. */
function soundOf(wave: Float32Array, { pitchHz, blocks }: { pitchHz: number; blocks: number }): Int16Array {
  const samples = new Int16Array(blocks * BLOCK_SAMPLES);
  const step = (pitchHz * PERIOD_SAMPLES) / SAMPLE_RATE;
  let phase = 0;
  for (let index = 0; index < samples.length; index++) {
    const position = index / samples.length;
    const envelope = Math.min(position / 0.15, 1, (1 - position) / 0.45);
    phase = (phase + step * (1.04 - 0.1 * position)) % PERIOD_SAMPLES;
    samples[index] = LOUDNESS * envelope * at(wave, Math.floor(phase));
  }
  return samples;
}

const vowelOf = (syllable: string): Vowel => {
  const letter = /[aeiou]/i.exec(syllable.normalize("NFD"))?.[0]?.toLowerCase();
  return VOWELS.find((vowel) => vowel === letter) ?? (VOWELS[hash(syllable) % VOWELS.length] as Vowel);
};

/** The sounds of one voice, each made when it is first asked for. */
function createRepertoire(voice: string) {
  const timbre = timbreOf(voice);
  const periods = new Map(VOWELS.map((vowel) => [vowel, periodOf(vowel, timbre)]));
  const sounds = new Map<string, Int16Array>();
  return (vowel: Vowel, { tone, blocks }: { tone: number; blocks: number }): Int16Array => {
    const key = `${vowel} ${tone} ${blocks}`;
    const known = sounds.get(key);
    if (known) return known;
    const sound = soundOf(periods.get(vowel) as Float32Array, { pitchHz: timbre.pitchHz * tone, blocks });
    sounds.set(key, sound);
    return sound;
  };
}

/**
 * The whole speech as 16-bit samples at `SAMPLE_RATE`. The same arguments give the same samples.
 *
 * @returns As many samples as `timeWords` says the text takes; silence where it has no words.
 */
export function sing({ text, voice, speed, seed }: Speech): Song {
  const { words, seconds } = timeWords(text, speed);
  const samples = new Int16Array(Math.round(seconds * SAMPLE_RATE));
  const sounds: Sound[] = [];
  const repertoire = createRepertoire(voice);
  const random = createRandom(seed).fork(`${voice}\n${text}`);
  const toBlock = (time: number) => Math.round((time * SAMPLE_RATE) / BLOCK_SAMPLES);
  for (const [index, { start, syllables }] of words.entries()) {
    const first = toBlock(start);
    const blocks = toBlock(words[index + 1]?.start ?? seconds) - first;
    // A sound and the silence after it need two blocks: who speaks very fast swallows syllables, and words at last.
    const audible = syllables.slice(0, Math.floor(blocks / 2));
    for (const [position, syllable] of audible.entries()) {
      const from = first + Math.floor((blocks * position) / audible.length);
      const room = first + Math.floor((blocks * (position + 1)) / audible.length) - from - 1;
      const tone = random.pick(MELODY);
      const sound = repertoire(vowelOf(syllable), { tone, blocks: Math.min(room, LONGEST_SOUND_BLOCKS) });
      const offset = from * BLOCK_SAMPLES;
      if (offset + sound.length > samples.length) continue;
      samples.set(sound, offset);
      sounds.push({ block: from, samples: sound });
    }
  }
  return { samples, sounds };
}
