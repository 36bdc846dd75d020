/** Opus by libopus as WebAssembly, a second of audio at a time, so that a server answers others in between. */
import { setImmediate } from "node:timers/promises";
import { encodeOgg } from "./ogg.ts";
import { SAMPLE_RATE } from "./voice.ts";

const PACKET_SAMPLES = SAMPLE_RATE / 50;
const PACKETS_PER_TURN = 50;
const BIT_RATE = 32_000;
/** 0 to 10. Tones gain nothing from a longer search, and 1 takes a seventh of the time of 10. */
const COMPLEXITY = 1;
/** Opus counts in samples of 48 kHz, whatever the rate of the sound. */
const UPSAMPLING = 48_000 / SAMPLE_RATE;

/**
 * Encodes one channel of 16-bit samples at `SAMPLE_RATE` as Opus in an Ogg file.
 *
 * @param serial The number of the Ogg stream: any unsigned 32-bit number.
 */
export async function encodeOpus(samples: Int16Array, serial: number): Promise<Uint8Array> {
  const { createEncoder } = await import("libopus-wasm");
  const encoder = await createEncoder({
    sampleRate: SAMPLE_RATE,
    channels: 1,
    bitrate: BIT_RATE,
    complexity: COMPLEXITY,
    frameSize: PACKET_SAMPLES,
  });
  try {
    const delay = encoder.getLookahead();
    const packets: Uint8Array[] = [];
    for (let from = 0; from < samples.length + delay; from += PACKET_SAMPLES) {
      const packet = new Int16Array(PACKET_SAMPLES);
      packet.set(samples.subarray(from, from + PACKET_SAMPLES));
      packets.push(encoder.encode(packet));
      if (packets.length % PACKETS_PER_TURN === 0) await setImmediate();
    }
    return encodeOgg({
      packets,
      packetSamples: PACKET_SAMPLES * UPSAMPLING,
      preSkip: delay * UPSAMPLING,
      samples: samples.length * UPSAMPLING,
      inputRateHz: SAMPLE_RATE,
      serial,
    });
  } finally {
    encoder.free();
  }
}
