/** RIFF WAVE with one `fmt ` and one `data` chunk: the 44 bytes that make PCM samples a file. */

/** @returns A WAV file of one channel of 16-bit little-endian samples. */
export function encodeWav(pcm: Uint8Array, sampleRate: number): Uint8Array {
  const file = new Uint8Array(44 + pcm.length);
  const view = new DataView(file.buffer);
  const text = (offset: number, value: string) => new TextEncoder().encodeInto(value, file.subarray(offset));
  text(0, "RIFF");
  view.setUint32(4, file.length - 8, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // channels
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true); // bytes a second
  view.setUint16(32, 2, true); // bytes a sample of all channels
  view.setUint16(34, 16, true); // bits a sample
  text(36, "data");
  view.setUint32(40, pcm.length, true);
  file.set(pcm, 44);
  return file;
}
