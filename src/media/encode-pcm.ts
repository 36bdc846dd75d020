/** Samples in, MP3, AAC or FLAC file out: LAME, FFmpeg's AAC and libFLAC as WebAssembly, each in a worker thread. */
import { SAMPLE_RATE } from "./voice.ts";

type Codec = "mp3" | "aac" | "flac";

/** In bits a second, enough for one channel of speech. */
const BIT_RATES = { mp3: 64_000, aac: 32_000 } as const;
const CHUNK_SAMPLES = 10 * SAMPLE_RATE;

// Loading the encoders takes longer than answering a request, so they wait for the first speech that needs them.
const CODECS = {
  mp3: async () => {
    const [{ Mp3OutputFormat }, { registerMp3Encoder }] = await Promise.all([
      import("mediabunny"),
      import("@mediabunny/mp3-encoder"),
    ]);
    registerMp3Encoder();
    return new Mp3OutputFormat();
  },
  aac: async () => {
    const [{ AdtsOutputFormat }, { registerAacEncoder }] = await Promise.all([
      import("mediabunny"),
      import("@mediabunny/aac-encoder"),
    ]);
    registerAacEncoder();
    return new AdtsOutputFormat();
  },
  flac: async () => {
    const [{ FlacOutputFormat }, { registerFlacEncoder }] = await Promise.all([
      import("mediabunny"),
      import("@mediabunny/flac-encoder"),
    ]);
    registerFlacEncoder();
    return new FlacOutputFormat();
  },
} as const;

/**
 * Encodes one channel of 16-bit samples at `SAMPLE_RATE`.
 *
 * @returns A whole file: MP3 with a Xing header, AAC-LC in ADTS frames, or FLAC. MP3 and AAC begin with the silence that
 *   their filters need, and fill up their last frame.
 */
export async function encodePcm(samples: Int16Array, codec: Codec): Promise<Uint8Array> {
  const format = await CODECS[codec]();
  const { AudioSample, AudioSampleSource, BufferTarget, Output } = await import("mediabunny");
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new AudioSampleSource(codec === "flac" ? { codec } : { codec, bitrate: BIT_RATES[codec] });
  output.addAudioTrack(source);
  await output.start();
  try {
    for (let from = 0; from < samples.length; from += CHUNK_SAMPLES) {
      const sample = new AudioSample({
        data: samples.subarray(from, from + CHUNK_SAMPLES),
        format: "s16",
        numberOfChannels: 1,
        sampleRate: SAMPLE_RATE,
        timestamp: from / SAMPLE_RATE,
      });
      await source.add(sample);
      sample.close();
    }
    await output.finalize();
  } catch (cause) {
    // Without this the thread of the encoder would live as long as the process.
    await output.cancel();
    throw cause;
  }
  return new Uint8Array(target.buffer as ArrayBuffer);
}
