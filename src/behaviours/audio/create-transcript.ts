/** Transcription and translation: one behaviour, as their requests and replies differ in the language alone. */
import { createHash } from "node:crypto";
import { problem } from "../../contract/problem.ts";
import { createRandom, hash } from "../../lib/random.ts";
import type { Behaviour, Outcome, UploadedFile } from "../behaviour.ts";
import { topicOf } from "../text/topic.ts";
import { languageOf } from "./language.ts";
import { toSrt, toVtt } from "./subtitles.ts";
import { textOf, transcribe, type Utterance } from "./transcript.ts";
import { type VerboseOptions, verboseOf } from "./verbose.ts";

/** What is read of a request. `model` and `enable_logging` leave no trace in a reply. */
interface TranscriptRequest {
  file: UploadedFile;
  prompt?: string;
  response_format?: "json" | "text" | "srt" | "verbose_json" | "vtt";
  temperature?: number;
  language?: string;
  diarize?: boolean;
  num_speakers?: number;
  tag_audio_events?: boolean;
  timestamps_granularity?: "none" | "word" | "character";
  timestamp_granularities?: readonly ("word" | "segment")[];
}

type Task = VerboseOptions["task"];

/** The most people a recording may have, as the page states it. */
const MOST_SPEAKERS = 32;
const DEFAULT_SPEAKERS = 2;

export const createTranscript = (task: Task): Behaviour =>
  async function transcript({ body }) {
    // The contract has checked the body; only what the interface names is read.
    const request = body as TranscriptRequest;
    // Loaded with the first recording.
    const { audioDuration } = await import("../../media/audio-duration.ts");
    const facts = await audioDuration(request.file.bytes);
    if (facts === undefined) return unreadable(request.file);
    const { seconds } = facts;
    // A translation is English and has no other language to name.
    const language = languageOf(task === "translate" ? "en" : request.language);
    // By the recording alone, not by the call: it says the same in every form, and to whoever asks.
    const random = createRandom(hash(createHash("sha256").update(request.file.bytes).digest("base64")));
    const utterances = transcribe({
      seconds,
      phrases: language.phrases,
      subject: topicOf(request.prompt ?? ""),
      hasEvents: request.tag_audio_events ?? true,
      speakers: request.diarize ? speakersOf(request) : 1,
      random,
    });
    return replyOf(utterances, request, {
      ...viewOf(request, task),
      language: language.name,
      seconds,
      random,
    });
  };

function speakersOf({ num_speakers: asked = DEFAULT_SPEAKERS }: TranscriptRequest): number {
  return Math.min(MOST_SPEAKERS, Math.max(1, Math.floor(asked)));
}

/**
 * Segments come unless only words are asked for, as in the original API. Words come where either of the two ways of
 * asking names them: `timestamps_granularity` does by default, unless the other one is used.
 */
function viewOf(request: TranscriptRequest, task: Task) {
  const { temperature = 0, diarize = false } = request;
  const granularities = task === "transcribe" ? request.timestamp_granularities : undefined;
  const fineness = request.timestamps_granularity ?? (granularities === undefined ? "word" : "none");
  return {
    task,
    temperature: Math.min(1, Math.max(0, temperature)),
    hasSegments: granularities?.includes("segment") ?? true,
    // Speakers are told with their words.
    hasWords: diarize || fineness !== "none" || granularities?.includes("word") === true,
    hasCharacters: fineness === "character",
    namesSpeakers: diarize,
  };
}

function replyOf(utterances: readonly Utterance[], request: TranscriptRequest, options: VerboseOptions): Outcome {
  const reply = (mediaType: string, body: unknown): Outcome => ({ kind: "reply", status: 200, mediaType, body });
  switch (request.response_format) {
    case undefined:
    case "json":
      return reply("application/json", { text: textOf(utterances) });
    case "verbose_json":
      return reply("application/json", verboseOf(utterances, options));
    case "text":
      return reply("text/plain", `${textOf(utterances)}\n`);
    case "srt":
      return reply("application/x-subrip", toSrt(utterances));
    case "vtt":
      return reply("text/vtt", toVtt(utterances, options.namesSpeakers));
    default:
      return request.response_format satisfies never;
  }
}

const unreadable = ({ bytes }: UploadedFile): Outcome => {
  const why = bytes.length === 0 ? "it is empty" : "it is no recording that can be read";
  const message = `Invalid 'file': ${why}. Send a whole flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm file.`;
  return { kind: "refusal", problem: problem(400, "invalid_file", message, { param: "file" }) };
};
