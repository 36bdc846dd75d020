/**
 * The report as JUnit XML: a suite for each operation, a case for each finding and skip, and one that passes where an
 * operation has no failure. Only what counts as an error fails a case; warnings and accepted findings are told.
 */
import type { Report, ReportFinding, Skip } from "./report.ts";
import { count, escapeMarkup } from "./text.ts";

interface Case {
  name: string;
  outcome: "passed" | "failure" | "error" | "skipped";
  /** An element inside the case; empty for none. */
  inner: string;
}

export function toJunit(report: Report): string {
  const { findings, skipped, exercised, target, durationMs, startedAt, summary } = report;
  const operations = new Set([
    ...Object.keys(exercised.operations),
    ...findings.map(({ operation }) => operation),
    ...skipped.map(({ operation }) => operation),
  ]);
  const suites = [...operations].map((operation) => {
    const of = <Item extends { operation: string }>(items: readonly Item[]) =>
      items.filter((item) => item.operation === operation);
    return suite(operation, casesOf(of(findings), of(skipped)), startedAt);
  });
  if (summary.requests === 0) suites.push(suite("gatetwin", [nothingExercised], startedAt));
  const all = suites.map(({ counts }) => counts);
  const total = (name: keyof Counts) => all.reduce((sum, counts) => sum + counts[name], 0);
  const attributes = `name="${escapeMarkup(`gatetwin verify ${target}`)}" tests="${total("tests")}" failures="${total("failures")}" errors="${total("errors")}" skipped="${total("skipped")}" time="${seconds(durationMs)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>\n${suites.map(({ xml }) => xml).join("")}</testsuites>\n`;
}

function casesOf(findings: readonly ReportFinding[], skips: readonly Skip[]): Case[] {
  const cases = [...findings.map(findingCase), ...skips.map(skipCase)];
  if (cases.some(({ outcome }) => outcome !== "skipped")) return cases;
  // Nothing but skips: whether the contract is kept is not known.
  return skips.length > 0 ? cases : [{ name: "keeps its contract", outcome: "passed", inner: "" }];
}

function findingCase(finding: ReportFinding): Case {
  const { rule, severity, method, path, message, pointer, source, curl, replay, occurrences, isAccepted } = finding;
  const where = pointer === "" ? "" : ` at ${pointer}`;
  const place = finding.eventIndex === undefined ? where : `${where} in event ${finding.eventIndex}`;
  const text = [
    `${method} ${path}${place}: ${message}`,
    `The rule comes from: ${source}`,
    `Seen in ${count(occurrences, "case")}; again with --replay ${replay}`,
    curl,
  ].join("\n");
  const name = `${rule}${place}`;
  if (severity === "ERROR" && isAccepted !== true) {
    const inner = `<failure message="${escapeMarkup(message)}" type="${escapeMarkup(rule)}">${escapeMarkup(text)}</failure>`;
    return { name, outcome: "failure", inner };
  }
  const why = isAccepted === true ? "Accepted by the baseline" : "Warning";
  return { name, outcome: "passed", inner: `<system-out>${escapeMarkup(`${why}: ${text}`)}</system-out>` };
}

const skipCase = ({ case: name, reason }: Skip): Case => ({
  name,
  outcome: "skipped",
  inner: `<skipped message="${escapeMarkup(reason)}"/>`,
});

const nothingExercised: Case = {
  name: "exercises the server",
  outcome: "error",
  inner: '<error message="No request was sent, so that nothing is proven." type="nothing-exercised"/>',
};

interface Counts {
  tests: number;
  failures: number;
  errors: number;
  skipped: number;
}

function suite(operation: string, cases: readonly Case[], startedAt: string): { xml: string; counts: Counts } {
  const number = (outcome: Case["outcome"]) => cases.filter((one) => one.outcome === outcome).length;
  const counts = {
    tests: cases.length,
    failures: number("failure"),
    errors: number("error"),
    skipped: number("skipped"),
  };
  const name = escapeMarkup(operation);
  const lines = cases.map(
    (one) => `    <testcase classname="${name}" name="${escapeMarkup(one.name)}" time="0">${one.inner}</testcase>\n`,
  );
  const attributes = `name="${name}" tests="${counts.tests}" failures="${counts.failures}" errors="${counts.errors}" skipped="${counts.skipped}" timestamp="${escapeMarkup(startedAt)}"`;
  return { xml: `  <testsuite ${attributes}>\n${lines.join("")}  </testsuite>\n`, counts };
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3);
