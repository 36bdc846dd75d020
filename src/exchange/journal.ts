/** What the server has seen, as raw pieces: cheap to keep, and made readable only when somebody reads it. */
import type { Breach } from "./exchange.ts";

/** One exchange as it was, secrets and all: only `renderEntry` may show it. */
export interface RawEntry {
  /** The `x-request-id` of the reply. */
  id: string;
  /** Milliseconds since the Unix epoch, of the server's clock. */
  when: number;
  method: string;
  /** With its query. */
  url: string;
  operationId: string | undefined;
  api: string | undefined;
  token: string;
  /** `name\nvalue\nname\nvalue`: one text takes less of the collector's time than forty. */
  requestHeaders: string;
  request: KeptBody;
  /** 0 when the connection ended before anything of a reply was sent. */
  status: number;
  /** By lower-case name. */
  replyHeaders: Readonly<Record<string, string>>;
  reply: KeptBody;
  /** May still grow after the entry was added. */
  breaches: Breach[];
  /** How the answer was sent, when not as usual. */
  delivered?: Delivered;
  /** True when more of the reply may follow: only then may it `grow`. */
  isOpen?: boolean;
  /** True when the connection ended before the reply was whole. */
  isCutShort?: boolean;
}

/** What was done on purpose. It has no layer above it, so what comes from there is plain data here. */
export interface Delivered {
  /** `scenario/rule` that decided. */
  rule?: string;
  /** The models that a gateway asked, in order. */
  attempts?: readonly object[];
  /** What was broken. */
  faults?: readonly object[];
  /** The laws and rules that the answer breaks on purpose. May still grow after the entry was added. */
  violates?: readonly string[];
}

export interface KeptBody {
  /** Of the whole body, kept or not. */
  bytes: number;
  /** In order; a text is latin1 when `isLatin1`, else what was written. Undefined when the body was too large to keep. */
  parts: readonly (string | Uint8Array)[] | undefined;
  isLatin1?: boolean;
  /** A form that was read: its fields as JSON, with every file told by its size and digest. */
  form?: string;
}

export interface JournalLimits {
  /** Entries of one token: 1,000 by default. */
  entriesPerToken: number;
  /** Entries in all: 10,000 by default. */
  entries: number;
  /** Bytes of one token: 16 MiB by default. */
  bytesPerToken: number;
  /** Bytes in all: 64 MiB by default. */
  bytes: number;
  /** Different tokens: 1,000 by default. */
  tokens: number;
  /** A request or reply body larger than this is told by its size alone: 1 MiB by default. */
  bodyBytes: number;
}

export const JOURNAL_LIMITS: JournalLimits = {
  entriesPerToken: 1_000,
  entries: 10_000,
  bytesPerToken: 16 * 1024 * 1024,
  bytes: 64 * 1024 * 1024,
  tokens: 1_000,
  bodyBytes: 1024 * 1024,
};

export interface Journal {
  readonly limits: JournalLimits;
  /** Appends; what is too much by any limit goes, the oldest first. */
  add(entry: RawEntry): void;
  /** Says that the reply of an open entry has grown by so many bytes. */
  grow(entry: RawEntry, bytes: number): void;
  /** In order of arrival; only those of a token, if one is given. */
  read(token?: string): RawEntry[];
  tokens(): string[];
  /** Forgets the entries of a token, or all; tells how many. */
  clear(token?: string): number;
}

/** What an entry costs beside its texts: about what the engine takes for the objects. */
const ENTRY_BYTES = 500;

interface Node {
  entry: RawEntry;
  size: number;
  shelf: Shelf;
  older: Node | undefined;
  newer: Node | undefined;
  /** The next of the same token. */
  next: Node | undefined;
}

/** The entries of one token; the oldest always goes first, so that one direction is enough. */
interface Shelf {
  token: string;
  first: Node | undefined;
  last: Node | undefined;
  count: number;
  bytes: number;
}

export function createJournal(given: Partial<JournalLimits> = {}): Journal {
  const limits = { ...JOURNAL_LIMITS, ...given };
  const shelves = new Map<string, Shelf>();
  const growing = new WeakMap<RawEntry, Node>();
  let oldest: Node | undefined;
  let newest: Node | undefined;
  let count = 0;
  let bytes = 0;

  /** The oldest of a token leaves, which is also how the oldest of all leaves: it is the oldest of its token. */
  const drop = (shelf: Shelf): void => {
    const node = shelf.first as Node;
    shelf.first = node.next;
    shelf.count--;
    shelf.bytes -= node.size;
    count--;
    bytes -= node.size;
    if (node.older) node.older.newer = node.newer;
    else oldest = node.newer;
    if (node.newer) node.newer.older = node.older;
    else newest = node.older;
    node.size = -1;
    // A dead node that points at living ones would keep the collector from freeing it young.
    node.newer = undefined;
    node.next = undefined;
    if (shelf.first === undefined) shelves.delete(shelf.token);
  };

  const trim = (shelf: Shelf): void => {
    while (shelf.count > limits.entriesPerToken || (shelf.bytes > limits.bytesPerToken && shelf.count > 0)) drop(shelf);
    while (oldest && (count > limits.entries || bytes > limits.bytes || shelves.size > limits.tokens))
      drop(oldest.shelf);
  };

  const shelfOf = (token: string): Shelf => {
    const known = shelves.get(token);
    if (known) return known;
    const shelf: Shelf = { token, first: undefined, last: undefined, count: 0, bytes: 0 };
    shelves.set(token, shelf);
    return shelf;
  };

  return {
    limits,
    add(entry) {
      const shelf = shelfOf(entry.token);
      const size = sizeOf(entry);
      const node: Node = { entry, size, shelf, older: newest, newer: undefined, next: undefined };
      if (newest) newest.newer = node;
      else oldest = node;
      newest = node;
      if (shelf.first === undefined) shelf.first = node;
      else (shelf.last as Node).next = node;
      shelf.last = node;
      shelf.count++;
      shelf.bytes += size;
      count++;
      bytes += size;
      if (entry.isOpen) growing.set(entry, node);
      trim(shelf);
    },
    grow(entry, more) {
      const node = growing.get(entry);
      if (node === undefined || node.size < 0) return;
      node.size += more;
      node.shelf.bytes += more;
      bytes += more;
      trim(node.shelf);
    },
    read(token) {
      const entries: RawEntry[] = [];
      if (token === undefined) for (let node = oldest; node; node = node.newer) entries.push(node.entry);
      else for (let node = shelves.get(token)?.first; node; node = node.next) entries.push(node.entry);
      return entries;
    },
    tokens: () => [...shelves.keys()],
    clear(token) {
      const before = count;
      for (const shelf of token === undefined ? [...shelves.values()] : [shelves.get(token)])
        while (shelf?.first) drop(shelf);
      return before - count;
    },
  };
}

const sizeOf = ({ url, requestHeaders, request, reply }: RawEntry): number =>
  ENTRY_BYTES + url.length + requestHeaders.length + heldBytes(request) + heldBytes(reply);

const heldBytes = ({ bytes, parts, form }: KeptBody): number => form?.length ?? (parts === undefined ? 0 : bytes);
