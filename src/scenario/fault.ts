/** What is broken on purpose. Each fault names the laws it breaks, or none where a real server may do the same. */
import { LONGEST_MS } from "./pace.ts";

/** Events are counted from 0, as they would go out without faults. */
export type Fault = {
  /** How often it happens, from 0 to 1: seeded. Always by default. */
  chance?: number;
} /** Waits before anything is sent. */ & (
  | { kind: "latency"; ms: number }
  /** Answers with this error, in the gateway's own envelope. */
  | { kind: "status"; status: number; retryAfterSeconds?: number }
  /** Lets a token make so many requests in so many seconds (60), and answers 429 to the rest; every answer counts down. */
  | { kind: "rate-limit"; requests: number; perSeconds?: number }
  /** Closes the connection before the status line, or right after the headers. */
  | { kind: "disconnect"; when?: "before-headers" | "after-headers" }
  /** Closes the connection after so many events of a stream. */
  | { kind: "cut"; after: number }
  /** Goes silent after so many events, for `ms` milliseconds (for good when absent). */
  | { kind: "stall"; after: number; ms?: number }
  /** Makes the payload of this event no JSON. */
  | { kind: "malformed-event"; event: number }
  /** Declares another media type than the body has; `text/html` by default. */
  | { kind: "wrong-content-type"; mediaType?: string }
  /** Sends this event twice. */
  | { kind: "duplicate-event"; event: number }
  /** Sends this event after the one that follows it. */
  | { kind: "reorder-events"; event: number }
  /** Leaves out the last event, where it is the sentinel. */
  | { kind: "missing-sentinel" }
  /** Ends the body after so many bytes (half of them by default), as if it were whole. */
  | { kind: "truncate"; bytes?: number }
  /** Sends the body at this rate. */
  | { kind: "slow-bytes"; bytesPerSecond: number }
);

export type FaultKind = Fault["kind"];

interface Row {
  about: string;
  fields: Readonly<Record<string, FieldSchema>>;
  required: readonly string[];
}

export interface FieldSchema {
  type: "integer" | "number" | "string";
  description: string;
  minimum?: number;
  maximum?: number;
  enum?: readonly string[];
  pattern?: string;
}

const MOST = 1_000_000_000;
const whole = (description: string, minimum = 0, maximum = MOST): FieldSchema => ({
  type: "integer",
  description,
  minimum,
  maximum,
});
const AFTER = whole("How many events go out before.");
const EVENT = whole("Which event, counted from 0.");

const KINDS: { readonly [Kind in FaultKind]: Row } = {
  latency: {
    about: "Waits before anything is sent.",
    fields: { ms: whole("Milliseconds.", 0, LONGEST_MS) },
    required: ["ms"],
  },
  status: {
    about: "Answers with an error, in the gateway's own envelope.",
    fields: {
      status: whole("The status, from 400 to 599.", 400, 599),
      retryAfterSeconds: whole("What Retry-After says.", 0, 86_400),
    },
    required: ["status"],
  },
  "rate-limit": {
    about: "Lets a token make so many requests in a while, and answers 429 to the rest; every answer counts down.",
    fields: {
      requests: whole("How many requests are let through."),
      perSeconds: whole("In how many seconds: 60 by default.", 1, 86_400),
    },
    required: ["requests"],
  },
  disconnect: {
    about: "Closes the connection before the status line, or right after the headers.",
    fields: {
      when: {
        type: "string",
        enum: ["before-headers", "after-headers"],
        description: "When: before-headers by default.",
      },
    },
    required: [],
  },
  cut: { about: "Closes the connection in the middle of a stream.", fields: { after: AFTER }, required: ["after"] },
  stall: {
    about: "Goes silent in the middle of a stream.",
    fields: { after: AFTER, ms: whole("For so many milliseconds; for good by default.", 0, LONGEST_MS) },
    required: ["after"],
  },
  "malformed-event": { about: "Makes the payload of an event no JSON.", fields: { event: EVENT }, required: ["event"] },
  "wrong-content-type": {
    about: "Declares another media type than the body has.",
    fields: {
      mediaType: {
        type: "string",
        pattern: "^[\\w!#$&^.+-]+/[\\w!#$&^.+-]+$",
        description: "Which one: text/html by default.",
      },
    },
    required: [],
  },
  "duplicate-event": { about: "Sends an event twice.", fields: { event: EVENT }, required: ["event"] },
  "reorder-events": {
    about: "Sends an event after the one that follows it.",
    fields: { event: EVENT },
    required: ["event"],
  },
  "missing-sentinel": { about: "Leaves out the sentinel at the end of a stream.", fields: {}, required: [] },
  truncate: {
    about: "Ends the body too early, as if it were whole.",
    fields: { bytes: whole("After so many bytes: half of them by default.") },
    required: [],
  },
  "slow-bytes": {
    about: "Sends the body slowly.",
    fields: { bytesPerSecond: whole("How slowly.", 1) },
    required: ["bytesPerSecond"],
  },
};

export const FAULT_KINDS = Object.keys(KINDS) as readonly FaultKind[];

const CHANCE: FieldSchema = {
  type: "number",
  minimum: 0,
  maximum: 1,
  description: "How often it happens: always by default. Seeded, so that runs repeat.",
};

/** What a fault of a kind may say beside its kind. */
export const fieldsOf = (kind: FaultKind): Readonly<Record<string, FieldSchema>> => ({
  ...KINDS[kind].fields,
  chance: CHANCE,
});

/** What a fault of a kind must say. */
export const requiredOf = (kind: FaultKind): readonly string[] => KINDS[kind].required;

/** The JSON Schema of `Fault`: one closed object per kind. */
export const faultSchema = {
  description: "What is broken on purpose.",
  type: "object",
  required: ["kind"],
  oneOf: FAULT_KINDS.map((kind) => ({
    type: "object",
    description: KINDS[kind].about,
    additionalProperties: false,
    required: ["kind", ...KINDS[kind].required],
    properties: { kind: { const: kind }, ...fieldsOf(kind) },
  })),
};

/** The families of streams, as the document names their laws. */
type Family = "chat" | "completions" | "responses";

/** `any`: whatever the answer is. `whole`, `stream`: of one presentation. The rest: of one family of streams. */
type Broken = Partial<Record<"any" | "whole" | "stream" | Family, readonly string[]>>;

const NOTHING: Broken = {};
/** Told twice, or in another order: what the events add up to is no longer the reply. */
const DISORDER: Broken = { chat: ["chat.C9"], completions: ["completions.T3"], responses: ["responses.R2"] };
const UNENDED: Broken = { chat: ["chat.C3"], completions: ["completions.T2"], responses: ["responses.R4"] };

/**
 * Which laws a fault breaks where it hits. `complete` is that a message ends as HTTP says (RFC 9112, 8), `schema` and
 * `content-type` are what every contract says.
 */
const BREAKS: { readonly [Kind in FaultKind]: Broken } = {
  latency: NOTHING,
  status: NOTHING,
  "rate-limit": NOTHING,
  "slow-bytes": NOTHING,
  disconnect: { any: ["complete"] },
  cut: { stream: ["complete"], ...UNENDED },
  stall: { stream: ["complete"], ...UNENDED },
  "malformed-event": { chat: ["chat.C1"], completions: ["completions.T1"], responses: ["responses.R1"] },
  "wrong-content-type": { whole: ["content-type"], stream: ["framing.F1"] },
  "duplicate-event": DISORDER,
  "reorder-events": DISORDER,
  "missing-sentinel": { chat: ["chat.C3"], completions: ["completions.T2"], responses: ["responses.R11"] },
  truncate: { whole: ["schema"], stream: ["framing.F11"], ...UNENDED },
};

/** @param family The laws of the stream that is damaged; null for one without laws, undefined for a whole reply. */
export function brokenBy(fault: Fault, family: string | null | undefined): readonly string[] {
  // A pause is no fault of form.
  if (fault.kind === "stall" && fault.ms !== undefined) return [];
  const { any = [], whole = [], stream = [], ...families } = BREAKS[fault.kind];
  if (family === undefined) return [...any, ...whole];
  return [...any, ...stream, ...(families[family as Family] ?? [])];
}
