/** What verify and the proxy found: the shape of the published JSON report, and what every reporter reads. */

export type FindingSeverity = "ERROR" | "WARN";

export interface SentRequest {
  method: string;
  /** Absolute, credentials in the query redacted. */
  url: string;
  /** Lower-case names, credentials redacted. */
  headers: Readonly<Record<string, string>>;
  /** JSON value, text, or a summary of binary. */
  body?: unknown;
}

export interface ReceivedReply {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** JSON value or text, cut to a bound; binary summarised. */
  body?: unknown;
  /** Of a stream: events in order, cut to a bound. */
  events?: readonly { event?: string; data: string }[];
}

export interface ReportFinding {
  /** A law's id (`chat.C3`) or a generic rule: `status`, `content-type`, `schema`, `header`, `connection`. */
  rule: string;
  severity: FindingSeverity;
  /** operationId */
  operation: string;
  method: string;
  /** Path template of the operation. */
  path: string;
  message: string;
  /** JSON pointer into the reply body or event payload; "" for the whole. */
  pointer: string;
  /** Of a stream: position of the event and byte at which it begins. */
  eventIndex?: number;
  byteOffset?: number;
  /** Where the rule comes from. */
  source: string;
  request: SentRequest;
  response?: ReceivedReply;
  /** Reproduces it; `$GATETWIN_API_KEY` in place of the key. */
  curl: string;
  /** `gatetwin verify … --replay <id>` runs just this case again. */
  replay: string;
  /** The same in every run that finds it, whichever request shows it first: baselines accept by it. */
  cause: string;
  /** How many cases showed it; at least 1. */
  occurrences: number;
  /** Accepted by the baseline: told, but not counted. */
  isAccepted?: boolean;
}

export interface Skip {
  operation: string;
  case: string;
  reason: string;
}

export interface Report {
  version: 1;
  tool: { name: "gatetwin"; version: string };
  target: string;
  profile: string | null;
  seed: number;
  startedAt: string;
  durationMs: number;
  summary: {
    requests: number;
    findings: number;
    errors: number;
    warnings: number;
    accepted: number;
    skipped: number;
    operations: number;
    exitCode: 0 | 1 | 2;
  };
  exercised: {
    operations: Readonly<Record<string, { requests: number; findings: number; skipped: number }>>;
    statuses: Readonly<Record<string, number>>;
    mediaTypes: Readonly<Record<string, number>>;
    /** `operationId.in.name` → times sent */
    parameters: Readonly<Record<string, number>>;
    /** rule → judged / not judged / findings */
    rules: Readonly<Record<string, { judged: number; notJudged: number; findings: number }>>;
  };
  findings: readonly ReportFinding[];
  skipped: readonly Skip[];
  /** Every exchange of the run, for HAR; not part of the JSON report. */
}
