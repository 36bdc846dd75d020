/** What a run comes to: its report, and whether it could be made at all. */

import type { VerifyOptions } from "./options.ts";
import type { Report } from "./report/report.ts";
import type { Ledger } from "./run/ledger.ts";

/** Why nothing can be said of the server, where that is so. */
export function problemOf(ledger: Ledger, unreachable: string | undefined, baseUrl: string): string | undefined {
  if (unreachable !== undefined) return `Nothing answers at ${baseUrl}: ${unreachable}.`;
  const { statuses } = ledger.exercised();
  const answered = Object.entries(statuses).filter(([status]) => Number(status) < 400);
  if (ledger.requests === 0) return "No request was sent: no operation is left after the selection.";
  if (answered.length > 0 || (ledger.findings().length > 0 && !statuses["401"])) return undefined;
  if (statuses["401"] || statuses["403"])
    return "Every request was refused: the server asks for a key. Give it with --key or in GATETWIN_API_KEY.";
  return "No request was answered with a success, so that nothing could be verified.";
}

interface ReportFacts {
  options: Pick<VerifyOptions, "baseUrl" | "profile" | "seed" | "version" | "clock" | "baseline">;
  startedMs: number;
  couldRun: boolean;
}

export function reportOf(ledger: Ledger, { options, startedMs, couldRun }: ReportFacts): Report {
  const { baseline = [], clock, baseUrl, profile, seed = 1, version } = options;
  const accepted = new Set(baseline);
  const findings = ledger.findings().map((finding) => ({
    ...finding,
    ...(accepted.has(finding.cause) && { isAccepted: true }),
  }));
  const counted = findings.filter(({ isAccepted }) => isAccepted !== true);
  const errors = counted.filter(({ severity }) => severity === "ERROR").length;
  const exercised = ledger.exercised();
  const skipped = ledger.skipped();
  return {
    version: 1,
    tool: { name: "gatetwin", version },
    target: baseUrl,
    profile: profile ?? null,
    seed,
    startedAt: new Date(startedMs).toISOString(),
    durationMs: clock.now() - startedMs,
    summary: {
      requests: ledger.requests,
      findings: counted.length,
      errors,
      warnings: counted.length - errors,
      accepted: findings.length - counted.length,
      skipped: skipped.length,
      operations: Object.keys(exercised.operations).length,
      exitCode: !couldRun ? 2 : errors > 0 ? 1 : 0,
    },
    exercised,
    findings,
    skipped,
  };
}
