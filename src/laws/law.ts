/** What a law is: a rule that no JSON Schema can state, as a row of a table with a pure check. */
import type { Operation } from "../contract/operation.ts";
import type { Exchange } from "../exchange/exchange.ts";

/** The dialects of the same API that differ in what they promise. */
export const PROFILES = ["openai", "orq", "sudo", "open-responses"] as const;
export type Profile = (typeof PROFILES)[number];

/** `OFF`: the profile makes no such promise, and the law is not asked. */
export type Severity = "ERROR" | "WARN" | "OFF";

/** Where a law was broken, and a sentence that says what was owed and what came. */
export interface Fault {
  /** JSON pointer into the body of the reply, for a law of whole replies. */
  pointer?: string;
  /** Position in `reply.events`, for a law of streams. */
  eventIndex?: number;
  /** Byte of the stream, where no event is to blame as a whole. */
  byteOffset?: number;
  message: string;
}

/** Judged and kept. */
export const KEPT: readonly Fault[] = Object.freeze([]);
/** The exchange lacks a fact that the law needs, such as the body of the request. */
export const NOT_JUDGED = "not-judged";

/** What a law may know beside the exchange. */
export interface LawContext {
  operation: Operation;
  profile: Profile;
  /**
   * Whether the document speaks for who sent this. Judged by another profile than its own, a stream comes from a server
   * that never promised its schemas, and only what all dialects share is owed.
   */
  isBound: boolean;
  /** Whether the payloads of the stream were held against the contract already, as they were sent. */
  isChecked: boolean;
}

export type Ruling = readonly Fault[] | typeof NOT_JUDGED;

export interface Law {
  /** `<family>.<letter><number>`, the same in every report. */
  id: string;
  /** One sentence. */
  summary: string;
  /** The document the rule comes from, or `convention` for what servers do without a document that says so. */
  source: string;
  severity: Readonly<Record<Profile, Severity>>;
  /**
   * A law of streams reads `reply.events` and is asked only where there are some; all others read `reply.body`, which for
   * a stream is the reply that it tells, and are asked only if the stream itself is sound.
   */
  judges: "reply" | "stream";
  /** Asked of replies of status 400 and more too, where they are streams; no other law is. */
  ofErrors?: true;
  /**
   * Never throws, whatever the exchange holds: a value of the wrong type is the schema's business, and the law then says
   * nothing of it. Waits only for what cannot be had at once, such as a decoder.
   */
  check: (exchange: Exchange, context: LawContext) => Ruling | Promise<Ruling>;
}

/** The same severity in every profile, but for the named ones. */
export const severity = (
  usual: Severity,
  others: Partial<Record<Profile, Severity>> = {},
): Readonly<Record<Profile, Severity>> => ({
  openai: usual,
  orq: usual,
  sudo: usual,
  "open-responses": usual,
  ...others,
});
