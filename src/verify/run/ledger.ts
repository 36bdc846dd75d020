/** Counts what a run exercised and gathers what it found: one finding for each cause. */
import type { Operation } from "../../contract/operation.ts";
import { headerOf, type Recording } from "../../exchange/recording.ts";
import { parseMediaType } from "../../lib/media-type.ts";
import type { Verdict } from "../checks/verdict.ts";
import { causeOf, type Fault } from "../finding.ts";
import type { Report, ReportFinding, Skip } from "../report/report.ts";

/** A finding as the case that shows it tells it; of the others like it only the ledger knows. */
export type NewFinding = Omit<ReportFinding, "cause" | "occurrences">;

export interface Ledger {
  /** Every request that was sent, whether or not it is judged. */
  count(operation: Operation, recording: Recording | undefined, parameters: readonly string[]): void;
  /** Which rules a verdict asked. Returns the faults whose cause nobody told yet. */
  judge(operation: Operation, caseId: string, verdict: Verdict): Fault[];
  /** Sets a fault aside as a skipped case. */
  pass(operation: Operation, caseId: string, fault: Fault, reason: string): void;
  /** A case that was not judged, and why. */
  leaveOut(operationId: string, caseId: string, reason: string): void;
  /** Takes a finding for a fault that `judge` returned. */
  add(finding: NewFinding, fault: Fault): void;
  readonly requests: number;
  exercised(): Report["exercised"];
  findings(): ReportFinding[];
  skipped(): Skip[];
}

type Tally = Record<string, number>;

export function createLedger(): Ledger {
  const operations = new Map<string, { requests: number; skipped: number }>();
  const statuses: Tally = {};
  const mediaTypes: Tally = {};
  const parameters: Tally = {};
  const rules = new Map<string, { judged: number; notJudged: number }>();
  const causes = new Map<string, { occurrences: number; also: Set<string>; finding?: NewFinding }>();
  const answered = new Map<string, Set<number>>();
  const skipped: Skip[] = [];
  let requests = 0;

  const operationOf = (id: string) => known(operations, id, { requests: 0, skipped: 0 });
  const ruleOf = (id: string) => known(rules, id, { judged: 0, notJudged: 0 });
  const add = (tally: Tally, name: string) => {
    tally[name] = (tally[name] ?? 0) + 1;
  };

  const leaveOut = (operationId: string, caseId: string, reason: string): void => {
    if (operationId !== "") operationOf(operationId).skipped++;
    skipped.push({ operation: operationId, case: caseId, reason });
  };

  /** Of an operation that is not there only this is told: that it refuses what it should is no fault of its own. */
  const isMissing = (id: string): boolean =>
    [...(answered.get(id) ?? [])].every((status) => [404, 405, 501].includes(status));
  const told = (): ReportFinding[] =>
    [...causes].flatMap(([cause, { finding, occurrences, also }]) => {
      if (finding === undefined || (OF_FAULTY_REQUESTS.has(finding.rule) && isMissing(finding.operation))) return [];
      const message = also.size === 0 ? finding.message : `${finding.message} Also: ${list([...also])}.`;
      return [{ ...finding, message, cause, occurrences }];
    });

  return {
    count({ id }, recording, given) {
      requests++;
      operationOf(id).requests++;
      for (const name of given) add(parameters, `${id}.${name}`);
      if (recording === undefined) return;
      add(statuses, String(recording.reply.status));
      known(answered, id, new Set()).add(recording.reply.status);
      add(mediaTypes, parseMediaType(headerOf(recording.reply.headers, "content-type"))?.essence ?? "none");
    },
    pass({ id }, caseId, fault, reason) {
      causes.delete(causeOf(id, fault));
      leaveOut(id, caseId, reason);
    },
    leaveOut,
    judge({ id }, caseId, { faults, judged, notJudged, skip }) {
      if (skip !== undefined) leaveOut(id, caseId, skip);
      for (const rule of new Set(judged)) ruleOf(rule).judged++;
      for (const rule of new Set(notJudged)) ruleOf(rule).notJudged++;
      const fresh: Fault[] = [];
      const here = new Set<string>();
      for (const fault of faults) {
        const key = causeOf(id, fault);
        const cause = causes.get(key);
        if (cause === undefined) {
          causes.set(key, { occurrences: 1, also: new Set() });
          fresh.push(fault);
        } else {
          if (!here.has(key)) cause.occurrences++;
          if (fault.also !== undefined) cause.also.add(fault.also);
        }
        here.add(key);
      }
      return fresh;
    },
    add(finding, fault) {
      const cause = causes.get(causeOf(finding.operation, fault));
      if (cause === undefined) return;
      cause.finding = finding;
    },
    get requests() {
      return requests;
    },
    exercised: () => ({
      operations: sorted(
        Object.fromEntries(
          [...operations].map(([id, row]) => [
            id,
            { ...row, findings: told().filter(({ operation }) => operation === id).length },
          ]),
        ),
      ),
      statuses: sorted(statuses),
      mediaTypes: sorted(mediaTypes),
      parameters: sorted(parameters),
      rules: sorted(
        Object.fromEntries(
          [...rules].map(([id, row]) => [id, { ...row, findings: told().filter(({ rule }) => rule === id).length }]),
        ),
      ),
    }),
    findings: () => told().sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
    skipped: () => [...skipped].sort((a, b) => (a.case < b.case ? -1 : 1)),
  };
}

const OF_FAULTY_REQUESTS = new Set(["auth.A1", "input.V1", "input.V3", "method.M1"]);
const MOST_ALSO = 8;

const list = (texts: readonly string[]): string =>
  [...texts.slice(0, MOST_ALSO), ...(texts.length > MOST_ALSO ? [`${texts.length - MOST_ALSO} more`] : [])].join("; ");

const orderOf = ({ severity, operation, rule, pointer, message }: ReportFinding): string =>
  [severity, operation, rule, pointer, message].join("\n");

function known<Value>(map: Map<string, Value>, id: string, fresh: Value): Value {
  const value = map.get(id) ?? fresh;
  map.set(id, value);
  return value;
}

const sorted = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
