/** The files that forms carry: small, real, and made here, so that the package needs no media of its own. */
import { encodeWav } from "../../media/wav.ts";
import type { Upload } from "../case.ts";

/** A picture of one colour, 256 by 256 pixels. */
const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAQAAAAEACAMAAABrrFhUAAAAA1BMVEUeWowVmMl1AAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAVElEQVR42u3BAQEAAACAkP6v7ggKAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAGAEPAAEccgnDAAAAAElFTkSuQmCC";

const SAMPLE_RATE = 8_000;

/** A quarter of a second of a tone of 440 Hz: long enough to be heard, short enough to stand in a command line. */
function tone(): Uint8Array {
  const pcm = new Uint8Array(SAMPLE_RATE / 2);
  const view = new DataView(pcm.buffer);
  for (let at = 0; at < SAMPLE_RATE / 4; at++)
    view.setInt16(at * 2, Math.round(8_000 * Math.sin((2 * Math.PI * 440 * at) / SAMPLE_RATE)), true);
  return encodeWav(pcm, SAMPLE_RATE);
}

let picture: Upload | undefined;
let recording: Upload | undefined;

/** What a file field carries, by its name: a picture where the name says so, else a recording. */
export function sampleFile(field: string): Upload {
  if (/image|picture|photo|mask|avatar|logo/i.test(field)) {
    picture ??= { filename: "picture.png", mediaType: "image/png", bytes: new Uint8Array(Buffer.from(PNG, "base64")) };
    return picture;
  }
  recording ??= { filename: "tone.wav", mediaType: "audio/wav", bytes: tone() };
  return recording;
}
