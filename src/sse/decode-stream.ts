/** The decoder over a stream of byte chunks; leaving the loop early cancels the source. */
import { createDecoder, type DecodedEvent, type DecoderOptions, EventTooLargeError } from "./decode.ts";

/** A web stream, told by shape: not every browser lets one be iterated. */
interface WebStream {
  getReader(): {
    read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
    cancel(): Promise<void>;
    releaseLock(): void;
  };
}

export interface DecodeStreamOptions extends DecoderOptions {
  /** Its abort cancels a web stream, though it be waited for: the events end, unless the source throws. None by default. */
  signal?: AbortSignal;
}

async function* chunksOf(stream: WebStream, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader();
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  signal?.addEventListener("abort", cancel);
  let isDone = false;
  try {
    if (signal?.aborted) return;
    while (true) {
      const { done, value } = await reader.read();
      if (done || value === undefined) {
        isDone = true;
        return;
      }
      yield value;
    }
  } finally {
    signal?.removeEventListener("abort", cancel);
    // A source that failed refuses to be cancelled with the error already thrown by read().
    if (!isDone) await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}

/** Yields each event once its blank line has come; throws `EventTooLargeError`, and what the source throws. */
export async function* decodeStream(
  source: AsyncIterable<Uint8Array> | WebStream,
  { signal, ...options }: DecodeStreamOptions = {},
): AsyncGenerator<DecodedEvent, void> {
  const decoder = createDecoder(options);
  for await (const bytes of "getReader" in source ? chunksOf(source, signal) : source) {
    try {
      yield* decoder.push(bytes);
    } catch (error) {
      if (error instanceof EventTooLargeError) yield* error.events;
      throw error;
    }
  }
  decoder.end();
}
