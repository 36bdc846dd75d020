/** Finds the first byte that is no UTF-8 (WHATWG Encoding, 8.1.1), for the message: TextDecoder does not say where. */

/** For each lead byte: how many bytes follow, and the bounds of the first of them. */
function sequence(lead: number): { following: number; low: number; high: number } | undefined {
  if (lead < 0xc2 || lead > 0xf4) return undefined;
  if (lead < 0xe0) return { following: 1, low: 0x80, high: 0xbf };
  // Overlong forms, surrogates and points past U+10FFFF are refused at the second byte.
  if (lead < 0xf0) return { following: 2, low: lead === 0xe0 ? 0xa0 : 0x80, high: lead === 0xed ? 0x9f : 0xbf };
  return { following: 3, low: lead === 0xf0 ? 0x90 : 0x80, high: lead === 0xf4 ? 0x8f : 0xbf };
}

/** The index at which the first ill-formed sequence begins, or -1. */
export function firstInvalidByte(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number;
    if (lead < 0x80) continue;
    const found = sequence(lead);
    if (found === undefined) return at;
    for (let next = 1; next <= found.following; next++) {
      const byte = bytes[at + next] ?? 0;
      const [low, high] = next === 1 ? [found.low, found.high] : [0x80, 0xbf];
      if (byte < low || byte > high) return at;
    }
    at += found.following;
  }
  return -1;
}
