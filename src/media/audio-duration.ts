/** How long an uploaded recording is, by its container; no sample is decoded. */
import { type MediaFormat, sniff } from "./sniff.ts";

export type AudioFormat = Extract<MediaFormat, "mp3" | "ogg" | "aac" | "flac" | "wav" | "m4a" | "webm">;

export interface AudioFacts {
  format: AudioFormat;
  seconds: number;
}

const AUDIO_FORMATS: readonly string[] = ["mp3", "ogg", "aac", "flac", "wav", "m4a", "webm"] satisfies AudioFormat[];
const isAudio = (format: MediaFormat | undefined): format is AudioFormat => AUDIO_FORMATS.includes(format ?? "");

/**
 * Reads the duration of a WAV, MP3, FLAC, Ogg, ADTS, MP4 (M4A) or WebM file with sound.
 *
 * @returns Undefined for bytes that are no such file, have no sound track or are too damaged to tell. Never throws.
 */
export async function audioDuration(bytes: Uint8Array): Promise<AudioFacts | undefined> {
  // Without a known magic number nothing is parsed, so that no upload makes a parser search megabytes for a beginning.
  const format = sniff(bytes);
  if (!isAudio(format)) return undefined;
  const { ALL_FORMATS, BufferSource, Input } = await import("mediabunny");
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryAudioTrack();
    const seconds = track ? await track.computeDuration() : 0;
    return Number.isFinite(seconds) && seconds > 0 ? { format, seconds } : undefined;
  } catch {
    return undefined;
  } finally {
    input.dispose();
  }
}
