/** The report as one page that needs nothing else: no network, no other file, readable without its script. */
import { createHash } from "node:crypto";
import type { Report, ReportFinding } from "./report.ts";
import { bodyText, count, escapeMarkup } from "./text.ts";

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: 0 0 1.5rem; }
th, td { text-align: left; padding: .15rem .9rem .15rem 0; border-bottom: 1px solid #8884; overflow-wrap: anywhere; }
td + td { font-variant-numeric: tabular-nums; }
pre { overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; background: #8882; padding: .6rem; margin: .4rem 0; }
details { border: 1px solid #8886; border-radius: 4px; padding: .5rem .8rem; margin: .5rem 0; }
summary { cursor: pointer; }
.error { border-left: 5px solid #c33; } .warn { border-left: 5px solid #c90; } .accepted { border-left: 5px solid #888; }
form { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1rem 0; } [hidden] { display: none; }
`;

const SCRIPT = `
const form = document.querySelector("form");
const findings = [...document.querySelectorAll("[data-rule]")];
const shown = document.querySelector("output");
const filter = () => {
  const wanted = Object.fromEntries(new FormData(form));
  for (const finding of findings)
    finding.hidden = Object.entries(wanted).some(([name, value]) => value !== "" && finding.dataset[name] !== value);
  shown.textContent = findings.filter((finding) => !finding.hidden).length + " shown";
};
form.hidden = false;
form.addEventListener("change", filter);
filter();
`;

/** Should markup of a stranger slip through, the browser still runs and fetches nothing but this. */
const POLICY = `default-src 'none'; style-src ${sourceOf(STYLE)}; script-src ${sourceOf(SCRIPT)}; base-uri 'none'; form-action 'none'`;

function sourceOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

export function toHtml(report: Report): string {
  const { target, profile, seed, startedAt, durationMs, summary, findings, skipped, exercised, tool } = report;
  const title = escapeMarkup(`gatetwin verify ${target}`);
  const verdict =
    summary.exitCode === 0
      ? "True to the contract"
      : summary.exitCode === 1
        ? "Not true to the contract"
        : "Could not verify";
  const rows = (record: Readonly<Record<string, number>>) => Object.entries(record);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p><strong>${verdict}.</strong> ${count(summary.requests, "request")}, ${count(summary.errors, "error")}, ${count(summary.warnings, "warning")}, ${summary.accepted} accepted, ${summary.skipped} skipped.</p>
<p>${escapeMarkup(`${startedAt}, ${(durationMs / 1000).toFixed(1)} s, profile ${profile ?? "of each API"}, seed ${seed}, gatetwin ${tool.version}`)}</p>
<h2>Findings</h2>
<form hidden>
${select("rule", findings)}
${select("operation", findings)}
${select("severity", findings)}
<output></output>
</form>
${findings.length === 0 ? "<p>None.</p>" : findings.map(tellFinding).join("\n")}
${
  skipped.length === 0
    ? ""
    : `<h2>Skipped</h2>\n${table(
        ["operation", "case", "reason"],
        skipped.map((one) => [one.operation, one.case, one.reason]),
      )}`
}
<h2>Exercised</h2>
${table(
  ["operation", "requests", "findings", "skipped"],
  Object.entries(exercised.operations).map(([name, row]) => [name, row.requests, row.findings, row.skipped]),
)}
${table(
  ["rule", "judged", "not judged", "findings"],
  Object.entries(exercised.rules).map(([name, row]) => [name, row.judged, row.notJudged, row.findings]),
)}
${table(["status", "times"], rows(exercised.statuses))}
${table(["media type", "times"], rows(exercised.mediaTypes))}
<details><summary>${count(Object.keys(exercised.parameters).length, "parameter")}</summary>${table(["parameter", "times"], rows(exercised.parameters))}</details>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function select(name: "rule" | "operation" | "severity", findings: readonly ReportFinding[]): string {
  const values = [...new Set(findings.map((finding) => finding[name]))].sort();
  const options = values.map((value) => `<option>${escapeMarkup(value)}</option>`).join("");
  return `<label>${name} <select name="${name}"><option value="">all</option>${options}</select></label>`;
}

function tellFinding(finding: ReportFinding): string {
  const { rule, severity, operation, method, path, message, pointer, eventIndex, byteOffset, source } = finding;
  const { request, response, curl, replay, occurrences, isAccepted } = finding;
  const facts: [string, string][] = [
    ["where", pointer === "" ? "the whole" : pointer],
    ...(eventIndex === undefined ? [] : [["event", String(eventIndex)] as [string, string]]),
    ...(byteOffset === undefined ? [] : [["byte", String(byteOffset)] as [string, string]]),
    ["the rule comes from", source],
    ["seen in", count(occurrences, "case")],
    ["again", `--replay ${replay}`],
  ];
  const state = isAccepted === true ? "accepted" : severity.toLowerCase();
  const sent = `${request.method} ${request.url}\n${headerLines(request.headers)}\n${bodyText(request.body)}`;
  const came =
    response === undefined
      ? "no reply"
      : `${response.status}\n${headerLines(response.headers)}\n${response.events === undefined ? bodyText(response.body) : eventLines(response.events)}`;
  return `<details class="${state}" data-rule="${escapeMarkup(rule)}" data-operation="${escapeMarkup(operation)}" data-severity="${severity}">
<summary><strong>${state} ${escapeMarkup(rule)}</strong> ${escapeMarkup(`${operation} ${method} ${path}: ${message}`)}</summary>
<table>${facts.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${escapeMarkup(value)}</td></tr>`).join("")}</table>
<h3>Reproduce</h3><pre>${escapeMarkup(curl)}</pre>
<h3>Request</h3><pre>${escapeMarkup(sent.trimEnd())}</pre>
<h3>Reply</h3><pre>${escapeMarkup(came.trimEnd())}</pre>
</details>`;
}

const headerLines = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join("");

const eventLines = (events: readonly { event?: string; data: string }[]): string =>
  events.map(({ event, data }) => `${event === undefined ? "" : `event: ${event}\n`}data: ${data}\n\n`).join("");

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeMarkup(String(cell))}</td>`).join("")}</tr>`);
  return `<table><thead><tr>${head.map((name) => `<th scope="col">${name}</th>`).join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}
