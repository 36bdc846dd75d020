/** Ogg pages around Opus packets: RFC 3533 and RFC 7845. Mediabunny's own muxer numbers its streams by chance. */

export interface OpusStream {
  /** Packets of the same length in time each. */
  packets: readonly Uint8Array[];
  /** Samples at 48 kHz in one packet. */
  packetSamples: number;
  /** Samples at 48 kHz that a player throws away at the start. */
  preSkip: number;
  /** Samples at 48 kHz to be heard; what the packets hold beyond that is cut off at the end. */
  samples: number;
  /** Told to players as the rate of the original. */
  inputRateHz: number;
  /** The number of the logical stream: any unsigned 32-bit number. */
  serial: number;
}

const HEADER_BYTES = 27;
const FIRST_PAGE = 0x02;
const LAST_PAGE = 0x04;
/** A page holds 255 segments at most. RFC 7845 (section 6) asks for pages of a second at most; these are of half of it. */
const PACKETS_PER_PAGE = 25;

/** Polynomial 0x04c11db7, neither reflected nor inverted: not the CRC-32 of zlib. */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc >>> 0;
});

function checksum(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = (crc << 8) ^ (CRC_TABLE[((crc >>> 24) ^ byte) & 0xff] as number);
  return crc >>> 0;
}

/** The lacing values of a packet: as many 255 as fit and one smaller number, which may be 0. */
const lacingOf = ({ length }: Uint8Array) => [...Array<number>(Math.floor(length / 255)).fill(255), length % 255];

interface Page {
  packets: readonly Uint8Array[];
  flags: number;
  granule: number;
  sequence: number;
  serial: number;
}

function encodePage({ packets, flags, granule, sequence, serial }: Page): Uint8Array {
  const lacing = packets.flatMap(lacingOf);
  const page = new Uint8Array(HEADER_BYTES + lacing.length + packets.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(page.buffer);
  new TextEncoder().encodeInto("OggS", page);
  view.setUint8(5, flags);
  view.setBigUint64(6, BigInt(granule), true);
  view.setUint32(14, serial, true);
  view.setUint32(18, sequence, true);
  view.setUint8(26, lacing.length);
  page.set(lacing, HEADER_BYTES);
  let offset = HEADER_BYTES + lacing.length;
  for (const packet of packets) {
    page.set(packet, offset);
    offset += packet.length;
  }
  // The checksum is taken while its own field is zero.
  view.setUint32(22, checksum(page), true);
  return page;
}

function identification({ preSkip, inputRateHz }: OpusStream): Uint8Array {
  const packet = new Uint8Array(19);
  const view = new DataView(packet.buffer);
  new TextEncoder().encodeInto("OpusHead", packet);
  view.setUint8(8, 1); // version
  view.setUint8(9, 1); // channels
  view.setUint16(10, preSkip, true);
  view.setUint32(12, inputRateHz, true);
  return packet;
}

function comment(): Uint8Array {
  const vendor = "gatetwin";
  const packet = new Uint8Array(8 + 4 + vendor.length + 4);
  new TextEncoder().encodeInto(`OpusTags\0\0\0\0${vendor}`, packet);
  new DataView(packet.buffer).setUint32(8, vendor.length, true);
  return packet;
}

/** @returns An Ogg file of one mono Opus stream. Packets must be shorter than 2,550 bytes. */
export function encodeOgg(stream: OpusStream): Uint8Array {
  const { packets, packetSamples, preSkip, samples, serial } = stream;
  const pages = [
    encodePage({ packets: [identification(stream)], flags: FIRST_PAGE, granule: 0, sequence: 0, serial }),
    encodePage({ packets: [comment()], flags: 0, granule: 0, sequence: 1, serial }),
  ];
  for (let from = 0; from < packets.length; from += PACKETS_PER_PAGE) {
    const until = Math.min(from + PACKETS_PER_PAGE, packets.length);
    const isLast = until === packets.length;
    pages.push(
      encodePage({
        packets: packets.slice(from, until),
        flags: isLast ? LAST_PAGE : 0,
        // The granule of the last page says where the sound ends (RFC 7845, section 4.4).
        granule: isLast ? preSkip + samples : until * packetSamples,
        sequence: pages.length,
        serial,
      }),
    );
  }
  return Buffer.concat(pages);
}
