/** Keeps what the proxy saw: each exchange in the journal, and as a recording where one is wanted. */
import type { IncomingMessage } from "node:http";
import type { Journal } from "../exchange/journal.ts";
import { urlOf } from "../exchange/read-request.ts";
import type { Recording } from "../exchange/recording.ts";
import type { CredentialName } from "../exchange/render-entry.ts";
import { writeRecording } from "../exchange/write-recording.ts";
import type { Clock } from "../lib/clock.ts";
import { toEntry } from "./to-entry.ts";
import type { Ending, Watch } from "./watch.ts";

export interface ProxyTally {
  exchanges: number;
  errors: number;
  warnings: number;
  recordings: number;
}

export interface KeeperOptions {
  journal: Journal;
  /** Nothing is recorded without one. */
  recordFolder: string | undefined;
  credentials: readonly CredentialName[];
  clock: Clock;
  /** Counted up as exchanges end. */
  tally: ProxyTally;
  /** Told of what could not be recorded. */
  onError: (error: unknown) => void;
}

export interface Keeper {
  /** Returns at once; what was seen is judged to its end first. */
  keep(watch: Watch, request: IncomingMessage, ending: Ending): void;
  /** Resolves when every exchange so far is judged and written. */
  settle(): Promise<void>;
}

export function createKeeper({ journal, recordFolder, credentials, clock, tally, onError }: KeeperOptions): Keeper {
  const pending = new Set<Promise<void>>();
  // One after the other, so that recordings are numbered in the order of their ends.
  let writing: Promise<void> = Promise.resolve();

  async function record(folder: string, recording: Recording): Promise<void> {
    const { reply, request } = recording;
    const name = `${request.method} ${urlOf(request.url).pathname}`;
    if (reply.body === undefined || request.body === undefined)
      throw new Error(`${name} was not recorded: a body is too large, or encoded unknown to us`);
    const written = writing.then(() => writeRecording(folder, recording, { credentials }));
    writing = written.then(
      () => undefined,
      () => undefined,
    );
    try {
      await written;
    } catch (cause) {
      throw new Error(`Failed to record ${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
    tally.recordings++;
  }

  async function keepSeen(watch: Watch, request: IncomingMessage, ending: Ending): Promise<void> {
    const seen = await watch.finish(ending);
    const id = `px_${++tally.exchanges}`;
    journal.add(toEntry(seen, { id, when: clock.now(), request, api: watch.operation?.api }));
    // What the client left, or the upstream never said, would be replayed as something it never was.
    if (recordFolder === undefined || ending === "left" || ending === "refused") return;
    await record(recordFolder, seen.recording);
  }

  return {
    keep(watch, request, ending) {
      const work = keepSeen(watch, request, ending).catch(onError);
      pending.add(work);
      void work.finally(() => pending.delete(work));
    },
    settle: async () => {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}
