/** What a file is by its first bytes, whatever its name or media type claims. */

export type MediaFormat =
  | "png"
  | "jpeg"
  | "webp"
  | "gif"
  | "mp3"
  | "ogg"
  | "aac"
  | "flac"
  | "wav"
  | "m4a"
  | "webm"
  | "mp2"
  | "mpeg";

/** `?` stands for any byte; all else is compared as Latin-1. */
const SIGNATURES: readonly (readonly [MediaFormat, string])[] = [
  ["png", "\x89PNG\r\n\x1a\n"],
  ["jpeg", "\xff\xd8\xff"],
  ["webp", "RIFF????WEBPVP8"],
  ["gif", "GIF87a"],
  ["gif", "GIF89a"],
  ["wav", "RIFF????WAVE"],
  ["flac", "fLaC"],
  ["ogg", "OggS\0"],
  ["mpeg", "\0\0\x01\xba"],
  ["m4a", "????ftypM4A"],
  ["m4a", "????ftypM4B"],
  ["m4a", "????ftypmp4"],
  ["m4a", "????ftypiso"],
  ["m4a", "????ftypdash"],
  ["m4a", "????ftypqt"],
  ["m4a", "????ftyp3g"],
  ["m4a", "????ftypMSNV"],
];

const EBML = "\x1a\x45\xdf\xa3";
/** The DocType element (0x4282) lies in the EBML header, which no writer makes longer than this. */
const EBML_HEADER_BYTES = 64;
const ID3_HEADER_BYTES = 10;

const latin1 = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));

const fits = (head: string, signature: string) =>
  head.length >= signature.length && [...signature].every((char, index) => char === "?" || char === head[index]);

/** MPEG audio frame headers: eleven set bits, then version, layer, bit rate and sampling rate, some values reserved. */
function sniffFrame(bytes: Uint8Array, offset: number): MediaFormat | undefined {
  const [sync = 0, second = 0, third = 0] = bytes.subarray(offset, offset + 3);
  if (sync !== 0xff) return undefined;
  if ((second & 0xf6) === 0xf0) return ((third >> 2) & 0xf) < 13 ? "aac" : undefined;
  const isFrame = (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08;
  const layer = (second & 0x06) === 0x02 ? "mp3" : (second & 0x06) === 0x04 ? "mp2" : undefined;
  return isFrame && third >> 4 !== 0xf && (third & 0x0c) !== 0x0c ? layer : undefined;
}

/**
 * Names the format of a file by its magic numbers; looks at 64 bytes and at what follows a leading ID3v2 tag.
 *
 * @returns `mpeg` for a program stream, `mp2` for MPEG audio of layer II, `m4a` for every MP4 or QuickTime file that may hold sound, `ogg` whatever the codec, `webm` for WebM but not
 *   for other Matroska files, and undefined for all else. It says nothing of whether the rest of the file is sound.
 */
export function sniff(bytes: Uint8Array): MediaFormat | undefined {
  const head = latin1(bytes, 0, EBML_HEADER_BYTES);
  if (head.startsWith("ID3")) {
    // The length of the tag is written in four bytes of seven bits (ID3v2.4, 3.1).
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(6, ID3_HEADER_BYTES);
    const offset = ID3_HEADER_BYTES + ((a << 21) | (b << 14) | (c << 7) | d);
    // A tag may be padded beyond its length, so a tag without a frame right after it is still taken for an MP3's.
    return latin1(bytes, offset, 4) === "fLaC" ? "flac" : (sniffFrame(bytes, offset) ?? "mp3");
  }
  if (head.startsWith(EBML)) return head.includes("\x42\x82\x84webm") ? "webm" : undefined;
  return SIGNATURES.find(([, signature]) => fits(head, signature))?.[0] ?? sniffFrame(bytes, 0);
}
