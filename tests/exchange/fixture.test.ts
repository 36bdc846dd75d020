/** Recordings on a disk: nothing is lost but credentials, and what a person writes is read. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { readExchanges } from "../../src/exchange/fixture.ts";
import { readHar, toHar } from "../../src/exchange/har.ts";
import type { Recording } from "../../src/exchange/recording.ts";
import { redactRecording } from "../../src/exchange/redact-recording.ts";
import { writeRecording } from "../../src/exchange/write-recording.ts";

const KEY = "sk-harbour-0123456789";

function temporaryFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "gatetwin-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

interface Sketch {
  sent?: string | Uint8Array;
  sentAs?: string;
  came?: string | Uint8Array | undefined;
  cameAs?: string;
  url?: string;
  headers?: Recording["request"]["headers"];
}

const bytes = (body: string | Uint8Array): Uint8Array => new Uint8Array(Buffer.from(body as string));

const buildRecording = ({ sent = "", came = "", url = "/v1/x", ...more }: Sketch = {}): Recording => ({
  operationId: "createTide",
  startedAt: "2025-01-01T00:00:00.000Z",
  request: {
    method: "POST",
    url,
    headers: { ...more.headers, "content-type": more.sentAs ?? "application/json" },
    body: bytes(sent),
  },
  reply: {
    status: 200,
    headers: { "content-type": more.cameAs ?? "application/json", "x-two": ["a", "b"] },
    body: bytes(came),
    firstByteMs: 1.5,
    durationMs: 20,
  },
  breaches: [],
});

const comparable = ({ request, reply, ...rest }: Recording) => ({
  ...rest,
  request: { ...request, body: request.body && Buffer.from(request.body).toString("hex") },
  reply: { ...reply, body: reply.body && Buffer.from(reply.body).toString("hex") },
});

/** What comes back from a folder, without the name of its file. */
async function roundTrip(recording: Recording): Promise<Recording> {
  const folder = mkdtempSync(join(tmpdir(), "gatetwin-test-"));
  try {
    await writeRecording(folder, recording);
    const { recordings, notes } = await readExchanges(folder);
    expect([recordings.length, notes]).toEqual([1, []]);
    const { file: _, ...read } = recordings[0] as Recording & { file: string };
    return read;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("what is written", () => {
  test.each<[string, Sketch]>([
    ["JSON as JSON writes it", { sent: '{"a":[1,"é"]}', came: "null" }],
    ["JSON with spaces, 1.0 and a name that comes twice", { sent: '{ "a": 1.0, "a": 2 }\n', came: "[ ]" }],
    ["no body", {}],
    ["text", { cameAs: "text/plain", came: "1\r\n00:00 --> 00:01\r\n" }],
    ["bytes", { cameAs: "audio/mpeg", came: Buffer.from([0xff, 0xfb, 0, 1]) }],
    ["a stream", { cameAs: "text/event-stream", came: ": hi\r\ndata: é\r\n\r\ndata: [DONE]\n\n" }],
    ["a stream that is no UTF-8", { cameAs: "text/event-stream", came: Buffer.from("data: \xff\n\n", "latin1") }],
  ])("%s comes back to the byte", async (_name, sketch) => {
    const recording = buildRecording(sketch);
    expect(comparable(await roundTrip(recording))).toEqual(comparable(recording));
  });

  test("any body comes back to the byte, from a folder and from an archive", async () => {
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map(bytes),
      fc.string({ unit: "binary" }).map(bytes),
    );
    const type = fc.constantFrom("application/json", "text/event-stream", "text/plain", "audio/mpeg", "");
    const folder = temporaryFolder();
    await fc.assert(
      fc.asyncProperty(body, body, type, async (sent, came, cameAs) => {
        const recording = buildRecording({ sent, came, cameAs });
        expect(comparable(await roundTrip(recording))).toEqual(comparable(recording));
        const file = join(folder, "session.har");
        writeFileSync(file, JSON.stringify(toHar([recording], { creator: CREATOR, baseUrl: "http://localhost" })));
        const [read] = (await readHar(file)).recordings;
        expect(
          comparable({ ...(read as Recording), request: { ...(read as Recording).request, url: "/v1/x" } }),
        ).toEqual(comparable(recording));
      }),
      { numRuns: 100 },
    );
  });

  test("nothing is ever overwritten, and a name of an operation is never a path", async () => {
    const folder = temporaryFolder();
    const paths = await Promise.all([1, 2, 3].map(() => writeRecording(folder, buildRecording())));
    expect(new Set(paths).size).toBe(3);
    const path = await writeRecording(folder, { ...buildRecording(), operationId: "../../etc" });
    expect(path.startsWith(folder)).toBe(true);
    expect(await writeRecording(folder, { ...buildRecording(), operationId: undefined })).toContain("unknown");
  });
});

const CREATOR = { name: "gatetwin", version: "0" };

describe("credentials", () => {
  test.each<[string, Sketch]>([
    [
      "in a header and wherever it is said again",
      { headers: { authorization: `Bearer ${KEY}` }, sent: `{"user":"${KEY}"}`, came: `{"echo": "you sent ${KEY}"}` },
    ],
    ["in the query", { url: `/v1/x?a=1&api_key=${KEY}` }],
    ["in a field of JSON, whose spaces stay", { sent: `{ "apiKey" : "${KEY}", "n": 1.0 }` }],
    ["in JSON inside of JSON", { sent: JSON.stringify({ arguments: JSON.stringify({ api_key: KEY }) }) }],
    ["in a form", { sentAs: "application/x-www-form-urlencoded", sent: `a=1&api_key=${KEY}` }],
    [
      "in a part of a form",
      {
        sentAs: "multipart/form-data; boundary=b",
        sent: `--b\r\nContent-Disposition: form-data; name="api_key"\r\n\r\n${KEY}\r\n--b--\r\n`,
      },
    ],
    ["in an event", { cameAs: "text/event-stream", came: `data: {"client_secret":"${KEY}"}\n\n` }],
    ["in a header of another gateway", { headers: { "x-goog-api-key": KEY } }],
    ["in a cookie", { headers: { cookie: `session=${KEY}; theme=dark` }, came: `{"session":"${KEY}"}` }],
    [
      "beside bytes that are no text",
      {
        headers: { "x-api-key": KEY },
        sentAs: "multipart/form-data; boundary=b",
        sent: Buffer.concat([Buffer.from(KEY), Buffer.from([0xff, 0])]),
      },
    ],
  ])("%s do not reach the disk", async (_name, sketch) => {
    const folder = temporaryFolder();
    const path = await writeRecording(folder, buildRecording(sketch));
    const text = readFileSync(path, "utf8");
    const read = (await readExchanges(folder)).recordings[0] as Recording;
    const told = [
      text,
      ...[read.request.body, read.reply.body].map((body) => Buffer.from(body ?? "").toString("latin1")),
    ];
    expect(told.join("\n")).not.toContain(KEY);
    expect(told.join("\n")).toMatch(/\[redacted\]|%5Bredacted%5D/);
    expect(
      JSON.stringify(toHar([buildRecording(sketch)], { creator: CREATOR, baseUrl: "http://localhost" })),
    ).not.toContain(KEY);
  });

  test.each<[string, string, string]>([
    ["a long text", "application/json", `{"text":"${"tide ".repeat(2_000_000)}","api_key":"${KEY}"}`],
    ["a field that never ends", "application/json", `{"api_key":"${KEY}${'\\"'.repeat(1_000_000)}`],
    ["fields in fields", "application/json", `{"api_key":"${KEY}","a":"${'\\"api_key\\":\\"x'.repeat(200_000)}`],
    [
      "heads of parts",
      "multipart/form-data; boundary=b",
      ` name="api_key"\r\n\r\n${KEY}\r\n--${' name="api_key"'.repeat(100_000)}`,
    ],
  ])("%s neither exhausts the stack nor the patience of the caller", (_name, sentAs, sent) => {
    const { request } = redactRecording(buildRecording({ sentAs, sent }));
    expect(Buffer.from(request.body as Uint8Array).includes(KEY)).toBe(false);
  });

  test.each([
    ['{"api_key":"a\\\\"}', '{"api_key":"[redacted]"}'],
    ['{"api_key":"a\\"b","x":"\\""}', '{"api_key":"[redacted]","x":"\\""}'],
    [JSON.stringify({ a: '{"api_key":"x\\\\"}' }), JSON.stringify({ a: '{"api_key":"[redacted]"}' })],
    [JSON.stringify({ a: '{"api_key":"x\\"y"}' }), JSON.stringify({ a: '{"api_key":"[redacted]"}' })],
    ['{"tokens":"a","api_key":7,"max_tokens":"b"}', '{"tokens":"a","api_key":7,"max_tokens":"b"}'],
  ])("%s becomes %s", (sent, clean) => {
    expect(Buffer.from(redactRecording(buildRecording({ sent })).request.body as Uint8Array).toString()).toBe(clean);
  });

  test("nothing else changes", () => {
    const given = buildRecording({
      headers: { "x-api-key": KEY },
      sent: `{ "max_tokens": 5,  "x":"${KEY}", "y": 1.50 }`,
    });
    expect(Buffer.from(redactRecording(given).request.body as Uint8Array).toString()).toBe(
      '{ "max_tokens": 5,  "x":"[redacted]", "y": 1.50 }',
    );
  });

  test.each(['"0123/4567"', '"0123\\/4567"'])("a key with a slash is found in %s", (told) => {
    const sent = `{"echo":${told}}`;
    const { request } = redactRecording(buildRecording({ headers: { authorization: "Bearer 0123/4567" }, sent }));
    expect(Buffer.from(request.body as Uint8Array).toString()).toBe('{"echo":"[redacted]"}');
  });

  test("what a cookie says about itself is no secret", () => {
    const came = "See www.example.com";
    const given = buildRecording({ came });
    const headers = { "set-cookie": "session=0123456789; Domain=www.example.com; Path=/application" };
    const { reply } = redactRecording({ ...given, reply: { ...given.reply, headers } });
    expect([reply.headers["set-cookie"], Buffer.from(reply.body as Uint8Array).toString()]).toEqual([
      "[redacted]",
      came,
    ]);
  });

  test("a contract names headers of its own", () => {
    const given = buildRecording({ headers: { "x-harbour-pass": KEY } });
    const { request } = redactRecording(given, [{ in: "header", name: "X-Harbour-Pass" }]);
    expect(request.headers["x-harbour-pass"]).toBe("[redacted]");
  });
});

describe("what a person writes", () => {
  test("is read with whatever is left out, beside bare replies", async () => {
    const folder = temporaryFolder({
      "createTide/short.json": '{"request":{"method":"post","path":"/v1/x"},"reply":{"status":200,"body":{"a":1}}}',
      "createTide/stream.json":
        '{"request":{"method":"POST","url":"/v1/x"},"reply":{"status":200,"bodyFile":"stream.sse"}}',
      "createTide/stream.sse": "data: 1\n\n",
      "createTide/bare.sse": "data: 2\n\n",
      "createTide/bare.json": '{"id": 7}',
      "createTide/broken.json": "{",
      "createTide/thief.json":
        '{"request":{"method":"POST","url":"/x"},"reply":{"status":200,"bodyFile":"../../secret"}}',
      "README.md": "not a recording",
    });
    const { recordings, notes } = await readExchanges(folder);
    expect(
      recordings.map(({ file, operationId, request, reply }) => [
        file,
        operationId,
        request.method,
        Buffer.from(reply.body ?? "").toString(),
      ]),
    ).toEqual([
      ["createTide/bare.json", "createTide", "", '{"id": 7}'],
      ["createTide/bare.sse", "createTide", "", "data: 2\n\n"],
      ["createTide/short.json", "createTide", "POST", '{"a":1}'],
      ["createTide/stream.json", "createTide", "POST", "data: 1\n\n"],
    ]);
    expect(notes).toEqual([
      expect.stringMatching(/^createTide\/broken\.json: it is no JSON/),
      expect.stringMatching(/^createTide\/thief\.json: bodyFile must be the name of a file/),
    ]);
  });

  test("one file alone, with its operation", async () => {
    const folder = temporaryFolder({ "any.sse": "data: 1\n\n" });
    const { recordings } = await readExchanges(join(folder, "any.sse"), { operationId: "createTide" });
    expect(recordings).toMatchObject([{ operationId: "createTide", file: "any.sse", request: { body: undefined } }]);
    await expect(readExchanges(join(folder, "nowhere"))).rejects.toThrow("there is no such file or folder");
  });
});

describe("an archive of another tool", () => {
  const read = (entries: unknown) => {
    const folder = temporaryFolder({ "session.har": `\ufeff${JSON.stringify({ log: { entries } })}` });
    return readHar(join(folder, "session.har"));
  };
  const request = {
    method: "POST",
    url: "https://api.example.com/v1/x?a=1",
    headers: [
      { name: ":path", value: "/" },
      { name: "X-A", value: "1" },
    ],
  };

  test("base64, form fields, a media type without a header, and bodies that were not kept", async () => {
    const { recordings, notes } = await read([
      {
        request: {
          ...request,
          postData: { mimeType: "application/x-www-form-urlencoded", params: [{ name: "a b", value: "1" }] },
        },
        response: {
          status: 200,
          headers: [{ name: "Content-Encoding", value: "br" }],
          content: { size: 3, mimeType: "audio/mpeg", text: "AQID", encoding: "base64" },
        },
      },
      {
        request: { ...request, bodySize: 10 },
        response: { status: 200, content: { size: 99 } },
        time: 10,
        timings: { receive: 4 },
      },
    ]);
    expect(notes).toEqual([]);
    expect(recordings).toMatchObject([
      {
        request: { headers: { "x-a": "1" }, body: Buffer.from("a+b=1") },
        reply: { headers: { "content-type": "audio/mpeg" }, body: Buffer.from([1, 2, 3]) },
      },
      { request: { body: undefined }, reply: { body: undefined, firstByteMs: 6, durationMs: 10 } },
    ]);
    expect(recordings[0]?.reply.headers).not.toHaveProperty("content-encoding");
  });

  test("entries without a reply, or that are none, are left out and told", async () => {
    const { recordings, notes } = await read([{ request, response: { status: 0 } }, 7, {}]);
    expect(recordings).toEqual([]);
    expect(notes).toEqual([
      "entry 0: POST https://api.example.com/v1/x?a=1 had no reply",
      "entry 1: it has no request",
      "entry 2: it has no request",
    ]);
  });

  test("any JSON is an archive or an error with the name of the file, never a crash", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "any.har");
    const entry = fc.dictionary(fc.constantFrom("request", "response", "timings", "time"), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.jsonValue(),
          fc.array(entry).map((entries) => ({ log: { entries } })),
        ),
        async (value) => {
          writeFileSync(file, JSON.stringify(value));
          await readHar(file).then(
            ({ recordings, notes }) => expect(recordings.length + notes.length).toBeGreaterThanOrEqual(0),
            (error: Error) => expect(error.message).toContain(`Failed to read ${file}`),
          );
        },
      ),
    );
  });
});

describe("a damaged file", () => {
  const request = { method: "GET", url: "/x" };
  test.each([
    ["no JSON", '{\n  "a": 1,\n  oops\n}', /: it is no JSON: line 3, column 3: /],
    ["cut short", '{\n  "request": {\n', /: it is no JSON: line 3, column 1: /],
    ["of a later version", JSON.stringify({ version: 2, request, reply: { status: 200 } }), /version 2 is unknown/],
    [
      "with a body that is gone",
      JSON.stringify({ request, reply: { status: 200, bodyFile: "x.sse" } }),
      /x\.sse, is missing$/,
    ],
    [
      "with no base64",
      JSON.stringify({ request, reply: { status: 200, bodyBase64: "@@" } }),
      /reply\.bodyBase64 is no base64$/,
    ],
    [
      "with a header that is none",
      JSON.stringify({ request: { ...request, headers: { "a b": "c" } }, reply: { status: 200 } }),
      /request\.headers has "a b"/,
    ],
    [
      "with a method that is none",
      JSON.stringify({ request: { ...request, method: "GET X" }, reply: { status: 200 } }),
      /request\.method/,
    ],
  ])("%s is told with its place, and hides no other", async (_, text, message) => {
    const whole = JSON.stringify({ request, reply: { status: 204 } });
    const { recordings, notes } = await readExchanges(temporaryFolder({ "a/1.json": text, "a/2.json": whole }));
    expect(notes).toEqual([expect.stringMatching(/^a\/1\.json: /)]);
    expect(notes[0]).toMatch(message);
    expect(recordings.map(({ file }) => file)).toEqual(["a/2.json"]);
  });
});

test("recordings that end together get a number each, and none is lost", async () => {
  const folder = temporaryFolder();
  const paths = await Promise.all(Array.from({ length: 100 }, () => writeRecording(folder, buildRecording())));
  expect(new Set(paths).size).toBe(100);
  expect((await readExchanges(folder)).recordings).toHaveLength(100);
  expect(
    paths
      .map((path) => path.slice(-9))
      .sort()
      .at(-1),
  ).toBe("0100.json");
});

test("the password in a URL is redacted wherever the URL stands", () => {
  const url = `https://harbour:${KEY}@example.com/tide.png`;
  const sent = buildRecording({ sent: JSON.stringify({ image: url }), headers: { referer: url } });
  const told = redactRecording(sent);
  expect(JSON.stringify(told.request.headers)).not.toContain(KEY);
  expect(Buffer.from(told.request.body ?? []).toString()).toContain("https://harbour:");
  expect(Buffer.from(told.request.body ?? []).toString()).not.toContain(KEY);
});
