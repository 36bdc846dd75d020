/** What judges a stream while it is read. It is given to the client, which knows no laws itself: they weigh megabytes. */

export interface StreamFinding {
  /** The law, such as `chat.C4`, or `schema`. */
  rule: string;
  message: string;
}

/** Told of each event in its order, the sentinel too, and of the end of the stream; returns what was broken. */
export interface StreamJudge {
  /** `payload` is undefined for the sentinel. */
  event(event: { name: string | undefined; data: string; payload: unknown }): readonly StreamFinding[];
  end(): readonly StreamFinding[] | Promise<readonly StreamFinding[]>;
}

/** Makes a judge for the stream that answers a request; undefined where it knows no such operation. */
export type Strict = (request: { path: string; body: unknown }) => StreamJudge | undefined;
