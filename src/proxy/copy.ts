/** A bounded copy of a body that passes, without its content encoding: what is judged, and never what is forwarded. */
import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

export interface BodyCopy {
  /** Takes a chunk; it is copied, so that the buffer it is part of can be freed. */
  push(chunk: Uint8Array): void;
  /** Resolves when everything has been decoded: the whole body, or undefined when it could not be kept. */
  end(): Promise<Uint8Array | undefined>;
  /** Bytes that passed, as they were on the wire. */
  readonly bytes: number;
}

export interface CopyOptions {
  /** The value of `Content-Encoding`. */
  encoding: string | undefined;
  /** A longer body is not kept. */
  mostBytes: number;
  /** Gets every decoded chunk that is kept. */
  onChunk?: (chunk: Uint8Array) => void;
}

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

export function createCopy({ encoding = "identity", mostBytes, onChunk }: CopyOptions): BodyCopy {
  const name = encoding.trim().toLowerCase();
  const decoder = DECODERS[name]?.();
  let parts: Uint8Array[] | undefined = decoder === undefined && name !== "identity" && name !== "" ? undefined : [];
  let kept = 0;
  let bytes = 0;

  const giveUp = (): void => {
    parts = undefined;
    decoder?.destroy();
  };
  const keep = (chunk: Uint8Array): void => {
    if (parts === undefined) return;
    kept += chunk.length;
    if (kept > mostBytes) {
      giveUp();
      return;
    }
    const copy = new Uint8Array(chunk);
    parts.push(copy);
    onChunk?.(copy);
  };
  const isDecoded = new Promise<void>((resolve) => {
    if (decoder === undefined) return resolve();
    decoder.on("data", keep).on("error", giveUp).on("close", resolve);
  });

  return {
    push(chunk) {
      bytes += chunk.length;
      if (parts === undefined) return;
      if (decoder === undefined) keep(chunk);
      else if (bytes > mostBytes) giveUp();
      else decoder.write(new Uint8Array(chunk));
    },
    async end() {
      if (bytes === 0) return new Uint8Array();
      decoder?.end();
      await isDecoded;
      return parts && Buffer.concat(parts);
    },
    get bytes() {
      return bytes;
    },
  };
}
