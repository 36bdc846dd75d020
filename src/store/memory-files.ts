/** Files in memory: those written longest ago make room for new ones. */
import type { Files, StoredFile } from "./store.ts";

export function createMemoryFiles(maxBytes: number): Files {
  /** In the order they were written. */
  const files = new Map<string, StoredFile>();
  let bytes = 0;
  const remove = (id: string): void => {
    bytes -= files.get(id)?.bytes.length ?? 0;
    files.delete(id);
  };
  return {
    async put(id, file) {
      remove(id);
      files.set(id, copyOf(file));
      bytes += file.bytes.length;
      while (bytes > maxBytes && files.size > 1) remove(files.keys().next().value as string);
    },
    async get(id) {
      const file = files.get(id);
      return file && copyOf(file);
    },
    async clear() {
      files.clear();
      bytes = 0;
    },
  };
}

/** Bytes of its own: a small view would else keep the whole buffer it looks at. */
const copyOf = ({ mediaType, bytes }: StoredFile): StoredFile => ({ mediaType, bytes: new Uint8Array(bytes) });
