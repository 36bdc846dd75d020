/** The report as JSON, whose schema is `report.schema.json`, and as one JSON value a line. */
import type { Report } from "./report.ts";
import { stringify } from "./text.ts";

export const toJson = (report: Report): string => stringify(report, 2);

/** Lines in this order: one of `type` `run`, the findings, the skipped cases, and one `summary`. */
export function toNdjson({ summary, exercised, findings, skipped, ...run }: Report): string {
  const lines = [
    { type: "run", ...run },
    ...findings.map((finding) => ({ type: "finding", ...finding })),
    ...skipped.map((skip) => ({ type: "skip", ...skip })),
    { type: "summary", summary, exercised },
  ];
  return lines.map((line) => stringify(line)).join("");
}
