/** What is broken on purpose, and which rules of every contract break with it. */
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

/** Those that leave the bytes as they are, and their end: a real server may do the same. */
const HARMLESS: ReadonlySet<FaultKind> = new Set(["latency", "status", "rate-limit", "slow-bytes"]);

/** Whether what goes out is another message, or none. A pause is no fault of form. */
export const changesMessage = (fault: Fault): boolean =>
  !HARMLESS.has(fault.kind) && (fault.kind !== "stall" || fault.ms === undefined);

export type Presentation = "stream" | "json" | "other";

/**
 * The rules of every contract that a fault breaks where it hits: `complete` is that a message ends as HTTP says (RFC 9112,
 * 8). Which laws it breaks depends on the event that it hits, so that only a judge of what goes out can tell.
 */
export function rulesBrokenBy(fault: Fault, presentation: Presentation): readonly string[] {
  if (!changesMessage(fault)) return [];
  switch (fault.kind) {
    case "disconnect":
      return ["complete"];
    case "cut":
    case "stall":
      return presentation === "stream" ? ["complete"] : [];
    case "wrong-content-type":
      return presentation === "stream" ? [] : ["content-type"];
    case "truncate":
      return presentation === "json" ? ["schema"] : [];
    default:
      return [];
  }
}
