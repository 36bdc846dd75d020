/** A run from its options to its report: plan, run every case, run every sequence, sum up. */
import type { Operation } from "../contract/operation.ts";
import type { Sequence } from "../contract/sequence.ts";
import type { Recording } from "../exchange/recording.ts";
import { PROFILES, type Profile, type Severity } from "../laws/law.ts";
import { GatetwinError } from "../lib/errors.ts";
import type { Case } from "./case.ts";
import type { Fault } from "./finding.ts";
import type { VerifyOptions } from "./options.ts";
import { inTurn } from "./plan/in-turn.ts";
import { planCases } from "./plan/plan.ts";
import type { Report } from "./report/report.ts";
import { createClient } from "./run/client.ts";
import { createLedger } from "./run/ledger.ts";
import { createGate, runPool } from "./run/pool.ts";
import { type Answer, ask, askMore, createBudget, type RunContext, settleCase } from "./run/run-case.ts";
import type { Target } from "./run/send-case.ts";
import { runSequence, sequenceId } from "./sequences/run-sequence.ts";
import { problemOf, reportOf } from "./sum-up.ts";

export interface VerifyResult {
  report: Report;
  recordings: readonly Recording[];
  /** Why the run could not be made, where it could not. */
  problem?: string;
}

export interface Plan {
  cases: readonly Case[];
  sequences: readonly Sequence[];
  /** More faults to ask of, as far as the requests go that shrinking did not need. */
  spare: readonly Case[];
  /** How many requests all of them take. */
  requests: number;
}

const sameModel = (_operation: Operation, model: string): string => model;

/** Requests kept back for shrinking what is found, or spent in the end: so many, but never more than this share of the budget. */
const RESERVED = 30;
const MOST_RESERVED = 0.4;
/** The share of a small budget that sequences may take. */
const MOST_OF_SEQUENCES = 0.4;

export function planRun(options: VerifyOptions): Plan {
  const { contract, operations, seed = 1, maxRequests = 500, modelOf = sameModel } = options;
  const selected = new Set(operations.map(({ id }) => id));
  let steps = 0;
  const sequences = contract.sequences.filter((sequence) => {
    const isMeant = sequence.steps.every(({ operation }) => selected.has(operation));
    if (!isMeant || steps + sequence.steps.length > maxRequests * MOST_OF_SEQUENCES) return false;
    steps += sequence.steps.length;
    return true;
  });
  const reserved = Math.min(RESERVED, Math.floor(maxRequests * MOST_RESERVED));
  const mostCases = Math.max(0, maxRequests - reserved - steps);
  const { maxTokens } = options;
  const planned = planCases({ contract, operations, seed, mostCases, mostSpare: reserved, modelOf, maxTokens });
  return { ...planned, sequences, requests: planned.cases.length + steps + planned.spare.length };
}

/** Throws GatetwinError `option-invalid` for a replay id that names nothing; everything else is told in the result. */
export async function verify(options: VerifyOptions): Promise<VerifyResult> {
  const { clock, seed = 1, concurrency = 4, timeoutMs = 60_000, contract, modelOf = sameModel } = options;
  const startedMs = clock.now();
  const plan = planRun(options);
  const { cases, sequences, spare } = options.replay === undefined ? plan : only(plan, options.replay, seed);
  const ledger = createLedger();
  const recordings: Recording[] = [];
  let unreachable: string | undefined;
  const client = createClient({ clock, timeoutMs, concurrency });
  const context: RunContext = {
    contract,
    target: targetOf(options),
    client,
    clock,
    gate: createGate({ clock, rate: options.rate }),
    ledger,
    profileOf: (operation) => options.profile ?? profileOf(operation),
    weigh: weighing(options.severities ?? {}),
    secrets: [options.key ?? [], options.secondKey ?? []].flat(),
    seed,
    budget: createBudget(Math.max(0, (options.maxRequests ?? 500) - plan.requests + plan.spare.length)),
    signal: options.signal,
    keep: (recording) => recordings.push(recording),
    onUnreachable: (reason) => {
      unreachable ??= reason;
    },
  };
  let done = 0;
  const tellProgress = (name: string): void => {
    const { length: findings } = ledger.findings();
    options.onProgress?.({ done: ++done, planned: cases.length + sequences.length + spare.length, findings, name });
  };
  options.signal?.addEventListener("abort", client.close, { once: true });
  try {
    const doubts: Case[] = [];
    const settle = async (one: Case, answer: Answer | undefined): Promise<void> => {
      if (answer === undefined) return;
      doubts.push(...(await settleCase(one, answer, context)));
      tellProgress(one.operation.id);
    };
    const askBeside = async (some: readonly Case[]): Promise<void> =>
      runPool(some, {
        concurrency,
        ask: async (one) => (unreachable === undefined ? askMore(one, context) : undefined),
        settle,
      });
    await runPool(cases, {
      concurrency,
      ask: async (one) => (unreachable === undefined ? ask(one, context) : undefined),
      settle,
    });
    // One after the other: what one keeps, another would find in its lists.
    for (const one of sequences) {
      if (unreachable !== undefined) break;
      await runSequence(one, context, { modelOf });
      tellProgress(one.name);
    }
    await askBeside(fairly(doubts.splice(0)));
    await askBeside(spare);
    await askBeside(fairly(doubts));
  } finally {
    client.close();
  }
  const problem = options.signal?.aborted
    ? `The run was stopped after ${ledger.requests} requests: the report tells of these alone.`
    : problemOf(ledger, unreachable, options.baseUrl);
  return {
    report: reportOf(ledger, { options, startedMs, couldRun: problem === undefined }),
    recordings,
    ...(problem !== undefined && { problem }),
  };
}

/** One of each operation, then the next of each: the requests that are left may not do for all. */
function fairly(cases: readonly Case[]): Case[] {
  const operations = [...new Set(cases.map(({ operation }) => operation))];
  return [...inTurn(operations.map((one) => cases.filter(({ operation }) => operation === one)))];
}

/** One case or sequence of a plan, by the id that a finding tells. */
function only(
  { cases, sequences, spare }: Plan,
  replay: string,
  seed: number,
): Pick<Plan, "cases" | "sequences" | "spare"> {
  const isMeant = (id: string) => replay === `${seed}.${id}` || replay === id;
  const found = {
    cases: [...cases, ...spare].flatMap((one) => [one, ...(one.parts ?? [])]).filter(({ id }) => isMeant(id)),
    sequences: sequences.filter((sequence) => isMeant(sequenceId(sequence))),
    spare: [],
  };
  if (found.cases.length + found.sequences.length > 0) return found;
  throw new GatetwinError(
    "option-invalid",
    `Failed to replay ${replay}: this run has no such case. Give the same seed, document, and selection of operations as the run that told of it.`,
  );
}

const targetOf = ({ baseUrl, prefixes = [], key, secondKey, seed = 1 }: VerifyOptions): Target => ({
  baseUrl: baseUrl.replace(/\/+$/, ""),
  prefixes,
  keys: {
    first: key ?? `gatetwin-verify-${seed}-first`,
    second: secondKey ?? (key === undefined ? `gatetwin-verify-${seed}-second` : ""),
  },
});

export const profileOf = ({ profile }: Operation): Profile => PROFILES.find((known) => known === profile) ?? "openai";

/** Content and the reason for its end in one chunk are legal: only who asks for it is told. */
const USUALLY: Readonly<Record<string, Severity>> = { "chat.W1": "OFF" };

/** Takes what the user says of a rule over what its profile says. */
export const weighing =
  (severities: Readonly<Record<string, Severity>>) =>
  (fault: Fault): Fault[] => {
    const severity = severities[fault.rule] ?? severities[`${fault.rule.split(".")[0]}.*`] ?? USUALLY[fault.rule];
    if (severity === "OFF") return [];
    return [severity === undefined ? fault : { ...fault, severity }];
  };
