/** The report as SARIF 2.1.0 (OASIS): a result for each finding, with the request and the reply that show it. */
import type { Log, ReportingDescriptor, Result, WebRequest, WebResponse } from "sarif";
import type { ReceivedReply, Report, ReportFinding, SentRequest } from "./report.ts";
import { bodyText, printable, stringify } from "./text.ts";

export function toSarif({ findings, tool, target, summary, startedAt, durationMs, seed, profile }: Report): string {
  const rules = [...new Map(findings.map((finding) => [finding.rule, descriptor(finding)])).values()];
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: tool.name, version: tool.version, rules } },
        invocations: [
          {
            executionSuccessful: summary.exitCode !== 2,
            exitCode: summary.exitCode,
            startTimeUtc: startedAt,
            endTimeUtc: new Date(Date.parse(startedAt) + durationMs).toISOString(),
          },
        ],
        results: findings.map((finding) => result(finding, rules)),
        properties: { target, seed, profile },
      },
    ],
  };
  return stringify(log, 2);
}

const descriptor = ({ rule, source }: ReportFinding): ReportingDescriptor => ({
  id: rule,
  shortDescription: { text: `${rule}, from: ${printable(source)}` },
});

function result(finding: ReportFinding, rules: readonly ReportingDescriptor[]): Result {
  const { rule, severity, operation, method, path, message, pointer, request, response, curl, replay } = finding;
  const { eventIndex, byteOffset, cause, occurrences } = finding;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: severity === "ERROR" ? "error" : "warning",
    message: { text: printable(`${method} ${path}${pointer === "" ? "" : ` at ${pointer}`}: ${message}`) },
    locations: [
      {
        // An API has no files: the path of the operation stands for one, which code scanning asks for.
        physicalLocation: { artifactLocation: { uri: encodeURI(path.replace(/^\/+/, "")) }, region: { startLine: 1 } },
        logicalLocations: [{ name: operation, fullyQualifiedName: `${operation}#${pointer}`, kind: "function" }],
      },
    ],
    // The same finding of the next run, whatever its message says.
    partialFingerprints: { "cause/v1": cause },
    occurrenceCount: occurrences,
    webRequest: webRequest(request),
    ...(response !== undefined && { webResponse: webResponse(response) }),
    ...(finding.isAccepted === true && { suppressions: [{ kind: "external", status: "accepted" } as const] }),
    properties: {
      curl,
      replay,
      ...(eventIndex !== undefined && { eventIndex }),
      ...(byteOffset !== undefined && { byteOffset }),
    },
  };
}

const webRequest = ({ method, url, headers, body }: SentRequest): WebRequest => ({
  method,
  target: url,
  headers: { ...headers },
  ...(body !== undefined && { body: { text: bodyText(body) } }),
});

const webResponse = ({ status, headers, body, events }: ReceivedReply): WebResponse => ({
  statusCode: status,
  headers: { ...headers },
  ...((body ?? events) !== undefined && { body: { text: bodyText(body ?? events) } }),
});
