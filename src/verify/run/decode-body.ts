/** Undoes a content coding: a server may use any where a request names none (RFC 9110, 12.5.3). */
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";

const DECODERS: Readonly<Record<string, (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array>> = {
  gzip: gunzipSync,
  "x-gzip": gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

export interface CodedBody {
  bytes: Uint8Array;
  encoding: string | undefined;
  mostBytes: number;
}

/** The bytes as they were before they were coded; `problem` says why they stay as they came. */
export function decodeBody({ bytes, encoding = "identity", mostBytes }: CodedBody): {
  bytes: Uint8Array;
  problem?: string;
} {
  const name = encoding.trim().toLowerCase();
  if (name === "identity" || name === "" || bytes.length === 0) return { bytes };
  const decode = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
  if (decode === undefined) return { bytes, problem: `its content coding ${name} is not known here` };
  try {
    return { bytes: decode(bytes, { maxOutputLength: mostBytes }) };
  } catch (error) {
    return { bytes, problem: `its bytes are not ${name}, as its content-encoding says: ${(error as Error).message}` };
  }
}
