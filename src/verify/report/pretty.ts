/** The report for a person at a terminal: what was found, what was left out, what was exercised, and the verdict last. */
import { styleText } from "node:util";
import type { Report, ReportFinding } from "./report.ts";
import { count, oneLine, printable } from "./text.ts";

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

export interface PrettyOptions {
  /** False by default. */
  hasColour?: boolean;
}

/** Of long lists, so many lines: the other reports have them all. */
const MOST_SKIPS = 20;

export function toPretty(report: Report, { hasColour = false }: PrettyOptions = {}): string {
  const paint: Paint = (style, text) => (hasColour ? styleText(style, text, { validateStream: false }) : text);
  const { target, profile, seed, findings, exercised } = report;
  const heading = `${paint("bold", `gatetwin verify ${oneLine(target)}`)}${profile === null ? "" : ` · profile ${profile}`} · seed ${seed}`;
  const sections = [
    heading,
    ...findings.map((finding) => tellFinding(finding, paint, isLive(report))),
    tellSkips(report),
    table(
      ["operation", "requests", "findings", "skipped"],
      Object.entries(exercised.operations).map(([name, row]) => [name, row.requests, row.findings, row.skipped]),
      paint,
    ),
    table(
      ["rule", "judged", "not judged", "findings"],
      Object.entries(exercised.rules).map(([name, row]) => [name, row.judged, row.notJudged, row.findings]),
      paint,
    ),
    tellExercised(report),
    verdict(report, paint),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

/** Whether a server was asked, which can be asked again; of recorded traffic the place is all there is. */
const isLive = ({ target }: Report): boolean => /^https?:/.test(target);

function tellFinding(finding: ReportFinding, paint: Paint, canReplay: boolean): string {
  const { rule, severity, operation, method, path, message, pointer, eventIndex, byteOffset, source } = finding;
  const { request, response, curl, replay, occurrences, isAccepted } = finding;
  const mark =
    isAccepted === true ? paint("dim", "accepted") : paint(severity === "ERROR" ? "red" : "yellow", severity);
  const places = [
    ...(pointer === "" ? [] : [`at ${pointer}`]),
    ...(eventIndex === undefined ? [] : [`event ${eventIndex}`]),
    ...(byteOffset === undefined ? [] : [`byte ${byteOffset}`]),
  ];
  const lines = [
    `${mark} ${paint("bold", rule)}  ${operation}  ${method} ${path}`,
    `  ${oneLine(message)}`,
    ...(places.length === 0 ? [] : [`  ${oneLine(places.join(", "))}`]),
    `  sent ${oneLine(`${request.method} ${request.url}`)}${response === undefined ? ", no reply came" : `, got ${response.status}`}${occurrences > 1 ? ` (${occurrences} cases show the same)` : ""}`,
    `  ${paint("dim", `rule: ${oneLine(source)}`)}`,
    `  ${paint("cyan", printable(curl).replaceAll("\n", "\n  "))}`,
    `  ${paint("dim", `${canReplay ? "again: --replay" : "in:"} ${oneLine(replay)}`)}`,
  ];
  return lines.join("\n");
}

function tellSkips({ skipped }: Report): string {
  if (skipped.length === 0) return "";
  const lines = skipped.slice(0, MOST_SKIPS).map((one) => oneLine(`  ${one.operation} ${one.case}: ${one.reason}`));
  const rest = skipped.length - lines.length;
  return ["Skipped", ...lines, ...(rest > 0 ? [`  and ${rest} more`] : [])].join("\n");
}

function tellExercised({ exercised: { operations, parameters, statuses, mediaTypes, rules } }: Report): string {
  const counts = (record: Readonly<Record<string, number>>) =>
    Object.entries(record)
      .map(([name, times]) => `${oneLine(name)} ×${times}`)
      .join(", ") || "none";
  const judged = Object.values(rules).filter((row) => row.judged > 0).length;
  return [
    `Exercised ${count(Object.keys(operations).length, "operation")}, ${count(Object.keys(parameters).length, "parameter")}, ${count(judged, "rule")}`,
    `  statuses: ${counts(statuses)}`,
    `  media types: ${counts(mediaTypes)}`,
  ].join("\n");
}

function verdict({ summary, durationMs }: Report, paint: Paint): string {
  const { requests, errors, warnings, accepted, skipped, exitCode } = summary;
  const words = [
    count(errors, "error"),
    count(warnings, "warning"),
    ...(accepted > 0 ? [`${accepted} accepted`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  const text = `${count(requests, "request")} in ${(durationMs / 1000).toFixed(1)} s: ${words.join(", ")}.`;
  if (exitCode === 2) return paint("red", `Could not verify. ${text}`);
  return exitCode === 0 ? paint("green", `True to the contract. ${text}`) : paint("red", `Not true to it. ${text}`);
}

/** The first column is text, all others are numbers. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[], paint: Paint): string {
  if (rows.length === 0) return "";
  const cells = [head, ...rows].map((row) => row.map((cell) => oneLine(String(cell))));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] as string).length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] as number) : cell.padStart(widths[column] as number),
      )
      .join("  "),
  );
  return [paint("bold", lines[0] as string), ...lines.slice(1)].join("\n");
}
