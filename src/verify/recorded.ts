/** Judges traffic that somebody recorded, without any network: the same rules, the same report. */
import { createMatch } from "../contract/match.ts";
import type { Contract, Operation } from "../contract/operation.ts";
import { type ReadRequest, readRequest } from "../exchange/read-request.ts";
import type { Recording } from "../exchange/recording.ts";
import type { Profile } from "../laws/law.ts";
import { isFields } from "../lib/fields.ts";
import { judgeReply } from "./checks/check-reply.ts";
import { readRecording } from "./checks/read-recording.ts";
import { faultOf, type Verdict } from "./checks/verdict.ts";
import { type Fault, told } from "./finding.ts";
import type { VerifyOptions } from "./options.ts";
import { curlOfRecorded } from "./run/curl.ts";
import { createLedger, type Ledger, type NewFinding } from "./run/ledger.ts";
import { showReply, showRequest } from "./run/show.ts";
import { reportOf } from "./sum-up.ts";
import { profileOf, type VerifyResult, weighing } from "./verify.ts";

export interface RecordedTraffic {
  /** The file, for the report. */
  name: string;
  recordings: readonly (Recording & { file?: string })[];
  /** How the report calls each of the recordings; by its file or its number where absent. */
  places?: readonly string[];
  /** What could not be read, and why. */
  notes: readonly string[];
}

export type RecordedOptions = Pick<
  VerifyOptions,
  "contract" | "operations" | "clock" | "version" | "profile" | "prefixes" | "severities" | "baseline"
>;

/** Every exchange whose operation is among those selected is judged; the others are told as skipped. */
export async function verifyRecorded(traffic: RecordedTraffic, options: RecordedOptions): Promise<VerifyResult> {
  const { contract, operations, clock, prefixes = [] } = options;
  const startedMs = clock.now();
  const ledger = createLedger();
  const match = createMatch(contract);
  const toContractPath = (path: string): string => {
    const rule = prefixes.find(({ to }) => path === to || path.startsWith(`${to}/`));
    return rule === undefined ? path : rule.from + path.slice(rule.to.length);
  };
  const judge = judging(ledger, options);
  for (const [index, recording] of traffic.recordings.entries()) {
    const place = traffic.places?.[index] ?? recording.file ?? `entry ${index}`;
    const read = await readRequest(recording.request, { contract, match, toContractPath });
    const operation = operationOf(recording, read, contract);
    if (operation === undefined)
      ledger.leaveOut(
        "",
        place,
        recording.request.method === ""
          ? "nothing tells its operation: name it with --operation"
          : `the contract has no ${recording.request.method} ${pathOf(recording)}`,
      );
    else if (!operations.includes(operation)) ledger.leaveOut(operation.id, place, "the operation is not selected");
    else await judge(recording, { operation, place, read });
  }
  for (const note of traffic.notes) ledger.leaveOut("", traffic.name, note);
  const problem =
    ledger.requests === 0 ? `${traffic.name} holds no exchange of an operation of the contract.` : undefined;
  return {
    report: reportOf(ledger, {
      options: { ...options, baseUrl: traffic.name },
      startedMs,
      couldRun: problem === undefined,
    }),
    recordings: traffic.recordings,
    ...(problem !== undefined && { problem }),
  };
}

const pathOf = ({ request }: Recording): string => request.url.slice(0, 200);

/** A recording that names its operation is believed: its path may be that of another server. */
const operationOf = (
  { operationId }: Recording,
  { operation }: ReadRequest,
  { operations }: Contract,
): Operation | undefined => operations.find(({ id }) => id === operationId) ?? operation;

interface Found {
  operation: Operation;
  /** Which of the recordings it is. */
  place: string;
  read: ReadRequest;
}

function judging(ledger: Ledger, options: RecordedOptions) {
  const weigh = weighing(options.severities ?? {});
  return async (recording: Recording, { operation, place, read: { request, breaches } }: Found): Promise<void> => {
    const profile = options.profile ?? profileOf(operation);
    const read = readRecording(recording, { operation, sent: request.body });
    // A reply without its request says nothing of what it owes to one.
    const isBare = recording.request.method === "";
    const verdict = await judgeReply(read, { operation, profile });
    const wrong =
      breaches.length > 0 && recording.reply.status < 300 ? accepted(breaches[0]?.message ?? "", profile) : [];
    const faults = [...wrong, ...verdict.faults].filter(({ rule }) => !isBare || rule !== "header").flatMap(weigh);
    const judged: Verdict = { ...verdict, faults, judged: [...verdict.judged, ...(isBare ? [] : ["input.V1"])] };
    ledger.count(operation, recording, parametersOf(request.body));
    for (const fault of ledger.judge(operation, place, judged)) {
      const finding: NewFinding = {
        ...told(fault),
        operation: operation.id,
        method: operation.method,
        path: operation.path,
        request: showRequest(recording.request, { secrets: [] }),
        response: showReply(recording.reply, read, []),
        curl: curlOfRecorded(recording.request),
        replay: place,
      };
      ledger.add(finding, fault);
    }
  };
}

const accepted = (why: string, profile: Profile): Fault[] =>
  faultOf("input.V1", `The server accepted a request that breaks its schema: ${why}`, { profile });

const parametersOf = (body: unknown): string[] =>
  isFields(body) && !(body instanceof Uint8Array) ? Object.keys(body).map((name) => `body.${name}`) : [];
