/** Annotations for GitHub's workflow log: one workflow command for each finding that counts, errors first. */
import type { Report, ReportFinding } from "./report.ts";
import { count, printable } from "./text.ts";

export function toGithub({ findings, summary, target }: Report): string {
  const counted = findings.filter(({ isAccepted }) => isAccepted !== true);
  const inOrder = [...counted].sort((a, b) => Number(a.severity === "WARN") - Number(b.severity === "WARN"));
  const verdict = `${target}: ${count(summary.errors, "error")}, ${count(summary.warnings, "warning")} in ${count(summary.requests, "request")}`;
  return [...inOrder.map(annotation), command("notice", "gatetwin verify", verdict)]
    .map((line) => `${line}\n`)
    .join("");
}

const annotation = (finding: ReportFinding): string => {
  const { rule, severity, operation, method, path, message, pointer, curl } = finding;
  const text = `${method} ${path}${pointer === "" ? "" : ` at ${pointer}`}: ${message}\n${curl}`;
  return command(severity === "ERROR" ? "error" : "warning", `${rule} ${operation}`, text);
};

/** A value of a property ends at a comma or colon, a message at the end of the line. */
const command = (name: string, title: string, message: string): string =>
  `::${name} title=${escapeProperty(title)}::${escapeData(message)}`;

const escapeData = (text: string): string =>
  printable(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));

const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
