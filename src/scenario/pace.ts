/** How fast an answer comes, as a model would write it. Everything absent: at once, in as few writes as possible. */
export interface Pace {
  /** Milliseconds from the request to the first event of a stream, or to a whole reply. */
  firstEventMs?: number;
  /** Tokens of text that a stream tells in a second; the tokens are those that `usage` counts, not the chunks. */
  tokensPerSecond?: number;
  /** How far each pause may stray from its mean, as a part of it, from 0 to 1. Seeded, so that runs repeat. */
  jitter?: number;
  /** Milliseconds of silence after which a comment keeps the connection alive. */
  keepAliveMs?: number;
}
