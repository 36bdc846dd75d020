/** A report with all that a finding may have, made of texts that a hostile server could have sent. */
import type { Recording } from "../../../src/exchange/recording.ts";
import type { Report, ReportFinding } from "../../../src/verify/report/report.ts";

export const HOSTILE =
  "</script><img src=x onerror=\"alert('1')\">]]>\u001b[31m\u0000\u009b2J\u202e\ud800 50%, a: b\r\nnext\u2028";

export const buildFinding = (more: Partial<ReportFinding> = {}): ReportFinding => ({
  rule: "usage.U1",
  severity: "ERROR",
  operation: "createChatCompletion",
  method: "POST",
  path: "/v1/chat/completions",
  message: "total_tokens is 12, but prompt and completion tokens add up to 13.",
  pointer: "/usage/total_tokens",
  source: "OpenAI's reference",
  request: {
    method: "POST",
    url: "http://127.0.0.1:4010/v1/chat/completions",
    headers: { authorization: "Bearer [redacted]" },
    body: { model: "gpt-4o-mini", messages: [] },
  },
  response: { status: 200, headers: { "content-type": "application/json" }, body: { id: "chatcmpl-1" } },
  curl: "curl -X POST http://127.0.0.1:4010/v1/chat/completions -H \"authorization: Bearer $GATETWIN_API_KEY\" -d '{}'",
  replay: "createChatCompletion:17",
  cause: "usage.U1 createChatCompletion /usage/total_tokens",
  occurrences: 3,
  ...more,
});

export const streamFinding = buildFinding({
  rule: "responses.R1",
  operation: "createResponse",
  path: "/v1/responses",
  message: "The event has no sequence_number.",
  pointer: "",
  eventIndex: 4,
  byteOffset: 1234,
  response: { status: 200, headers: {}, events: [{ event: "response.created", data: "{}" }, { data: "[DONE]" }] },
  occurrences: 1,
});

export const hostileFinding = buildFinding({
  rule: "schema",
  severity: "WARN",
  message: HOSTILE,
  pointer: `/${HOSTILE}`,
  source: HOSTILE,
  request: { method: "POST", url: `http://127.0.0.1/?${HOSTILE}`, headers: { "x-odd": HOSTILE }, body: HOSTILE },
  response: { status: 599, headers: { "x-odd": HOSTILE }, body: HOSTILE },
  curl: `curl ${HOSTILE}`,
  replay: HOSTILE,
});

export const acceptedFinding = buildFinding({ rule: "header", message: "Accepted long ago.", isAccepted: true });

export const unansweredFinding = (({ response: _, ...rest }: ReportFinding): ReportFinding => rest)(
  buildFinding({ rule: "connection", operation: "getFile", message: "The connection was reset." }),
);

export function buildReport(findings: readonly ReportFinding[] = [], more: Partial<Report> = {}): Report {
  const counted = findings.filter(({ isAccepted }) => isAccepted !== true);
  const errors = counted.filter(({ severity }) => severity === "ERROR").length;
  const operations = Object.fromEntries(
    ["createChatCompletion", "createResponse", "listModels"].map((name) => [
      name,
      { requests: 7, findings: findings.filter(({ operation }) => operation === name).length, skipped: 0 },
    ]),
  );
  return {
    version: 1,
    tool: { name: "gatetwin", version: "0.1.0" },
    target: "http://127.0.0.1:4010",
    profile: null,
    seed: 1,
    startedAt: "2025-01-01T00:00:00.000Z",
    durationMs: 1500,
    summary: {
      requests: 21,
      findings: counted.length,
      errors,
      warnings: counted.length - errors,
      accepted: findings.length - counted.length,
      skipped: 1,
      operations: 3,
      exitCode: counted.length > 0 ? 1 : 0,
    },
    exercised: {
      operations,
      statuses: { "200": 19, "400": 2 },
      mediaTypes: { "application/json": 20, "text/event-stream": 1 },
      parameters: { "createChatCompletion.query.verbose": 2 },
      rules: { "usage.U1": { judged: 5, notJudged: 1, findings: errors } },
    },
    findings,
    skipped: [{ operation: "createSpeech", case: "example 1", reason: `no such model: ${HOSTILE}` }],
    ...more,
  };
}

export const everyFinding = [
  hostileFinding,
  buildFinding(),
  streamFinding,
  acceptedFinding,
  unansweredFinding,
] as const satisfies readonly ReportFinding[];

const bytes = (text: string): Uint8Array => Buffer.from(text);

export const buildRecording = (more: Partial<Recording> = {}): Recording => ({
  operationId: "createChatCompletion",
  startedAt: "2025-01-01T00:00:00.000Z",
  request: {
    method: "POST",
    url: "/v1/chat/completions?verbose=true&api_key=sk-very-secret-key",
    headers: { authorization: "Bearer sk-very-secret-key", "content-type": "application/json" },
    body: bytes('{"model": "gpt-4o-mini", "user": "sk-very-secret-key", "n": 1.0}'),
  },
  reply: {
    status: 200,
    headers: { "content-type": "application/json", "set-cookie": ["session=abcdefghijkl; Path=/", "b=2"] },
    body: bytes('{"id":"chatcmpl-1"}'),
    firstByteMs: 12.5,
    durationMs: 20,
  },
  breaches: [],
  ...more,
});
