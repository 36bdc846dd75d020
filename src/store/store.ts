/** Where the twin keeps what a caller asked it to keep. In memory now; a server shared by several twins fits as well. */

/** Everything the twin remembers between calls. What one world holds, no other world sees. */
export interface Store {
  /** The world of one bearer token. */
  world(token: string): World;
  /** Files that replies link to. They are public, as the links of the real gateways are: their names are the secret. */
  readonly files: Files;
  /** Forgets all worlds and all files. */
  clear(): Promise<void>;
  /** Lets go of connections, if there are any. */
  close(): Promise<void>;
}

/** Values are JSON values. What is read is never shared with what is kept: changing it changes nothing. */
export interface World {
  /** Keeps a value; one that has the id already is replaced and keeps its place in the order. */
  put(collection: string, id: string, value: unknown): Promise<void>;
  get(collection: string, id: string): Promise<unknown>;
  /** Whether there was anything to delete. */
  delete(collection: string, id: string): Promise<boolean>;
  /** All of a collection in the order it was put there, or the other way round. */
  scan(collection: string, order?: "asc" | "desc"): AsyncIterable<readonly [id: string, value: unknown]>;
  /** Forgets everything in this world. */
  clear(): Promise<void>;
}

export interface StoredFile {
  mediaType: string;
  bytes: Uint8Array;
}

export interface Files {
  put(id: string, file: StoredFile): Promise<void>;
  get(id: string): Promise<StoredFile | undefined>;
  /** Forgets all files. */
  clear(): Promise<void>;
}
