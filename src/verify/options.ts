/** What a run of `verify` is told. */
import type { Contract, Operation } from "../contract/operation.ts";
import type { Profile, Severity } from "../laws/law.ts";
import type { Clock } from "../lib/clock.ts";

export interface VerifyOptions {
  contract: Contract;
  /** Absolute; a path in it stands before every path of the document. */
  baseUrl: string;
  /** Those to verify, already selected. */
  operations: readonly Operation[];
  clock: Clock;
  version: string;
  /** 1 by default: the same seed sends the same requests. */
  seed?: number;
  /** Without one, a made-up key is sent: a local server takes any. */
  key?: string | undefined;
  /** Of a second caller, for the laws that keep two apart. Made up where `key` is. */
  secondKey?: string | undefined;
  /** In place of the profile of each API. */
  profile?: Profile | undefined;
  prefixes?: readonly { from: string; to: string }[];
  /** Rule → severity, over the severities of the profile. */
  severities?: Readonly<Record<string, Severity>>;
  /** Accepted deviations: the causes of findings. */
  baseline?: readonly string[];
  modelOf?: (operation: Operation, model: string) => string;
  maxTokens?: number | undefined;
  /** 500 by default. */
  maxRequests?: number;
  /** 4 by default. */
  concurrency?: number;
  /** Requests a second; no limit by default. */
  rate?: number | undefined;
  /** For one exchange; 60,000 by default. */
  timeoutMs?: number;
  /** Runs this case or sequence alone. */
  replay?: string | undefined;
  /** Stops the run: what has been judged so far is its report, and that it was stopped its problem. */
  signal?: AbortSignal | undefined;
  onProgress?: (progress: Progress) => void;
}

export interface Progress {
  done: number;
  planned: number;
  findings: number;
  /** The operation or the sequence that has just been done. */
  name: string;
}
