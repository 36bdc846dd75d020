/** Credentials by every name they go under, and wherever one of them comes again. */
import { expect, test } from "vitest";
import type { Recording } from "../../src/exchange/recording.ts";
import { redactRecording } from "../../src/exchange/redact-recording.ts";

const SECRET = "sk-hidden-0123456789";

const recording = (request: Partial<Recording["request"]>): Recording => ({
  operationId: undefined,
  startedAt: "",
  request: { method: "POST", url: "/a", headers: {}, body: new Uint8Array(), ...request },
  reply: {
    status: 200,
    headers: { "content-type": "application/json" },
    body: Buffer.from(JSON.stringify({ said: `you sent ${SECRET}`, token: "tide" })),
    firstByteMs: 0,
    durationMs: 0,
  },
  breaches: [{ by: "client", rule: "x", pointer: "", message: `it was ${SECRET}` }],
});

const json = (body: unknown): Partial<Recording["request"]> => ({
  headers: { "content-type": "application/json" },
  body: Buffer.from(JSON.stringify(body)),
});

test.each<[string, Partial<Recording["request"]>]>([
  ["a bearer token", { headers: { authorization: `Bearer ${SECRET}` } }],
  ["a header of another gateway", { headers: { "x-goog-api-key": SECRET } }],
  ["a query named key", { url: `/a?key=${SECRET}` }],
  ["a field", json({ api_key: SECRET })],
  ["a field of a field, in another spelling", json({ deep: [{ "client-secret": SECRET }] })],
  ["what a tool is called with", json({ tools: [{ type: "mcp", authorization: SECRET }] })],
  ["a token that is sent", json({ token: SECRET })],
  ["a field in JSON in a text", json({ text: JSON.stringify({ password: SECRET }) })],
  [
    "a field of a form",
    {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: Buffer.from(`client_secret=${SECRET}`),
    },
  ],
  [
    "a part of a form",
    {
      headers: { "content-type": "multipart/form-data; boundary=b" },
      body: Buffer.from(`--b\r\nContent-Disposition: form-data; name="api_key"\r\n\r\n${SECRET}\r\n--b--\r\n`),
    },
  ],
])("%s is taken out, and what the server says back of it", (_name, request) => {
  const clean = redactRecording(recording(request));
  const texts = [clean.request.body, clean.reply.body].map((body) => Buffer.from(body ?? []).toString());
  expect([JSON.stringify([clean.request.url, clean.request.headers, clean.breaches]), ...texts].join()).not.toContain(
    SECRET,
  );
  // A token of text is no credential.
  expect(texts[1]).toContain('"token":"tide"');
});
