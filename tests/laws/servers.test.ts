/** Streams as servers of many kinds send them: read however they are cut and written, folded, and judged without their request. */
import { ChatCompletionStream } from "openai/lib/ChatCompletionStream";
import { ResponseStream } from "openai/lib/responses/ResponseStream";
import { describe, expect, test } from "vitest";
import type { ExchangeReply } from "../../src/exchange/exchange.ts";
import { streamReply } from "../../src/exchange/stream-reply.ts";
import { checkExchange, type Judgement } from "../../src/laws/check-exchange.ts";
import { carriedBy } from "../../src/laws/payloads.ts";
import { toldBy } from "../../src/laws/told-reply.ts";
import type { Json } from "../support/collect/json.ts";
import { operationNamed } from "./exchanges.ts";
import { brokenChats } from "./servers/chat-broken.ts";
import { cloudChats } from "./servers/chat-clouds.ts";
import { openaiChats } from "./servers/chat-openai.ts";
import { serverChats } from "./servers/chat-servers.ts";
import { completionStreams } from "./servers/completions.ts";
import { openaiResponses } from "./servers/responses-openai.ts";
import { serverResponses } from "./servers/responses-servers.ts";
import type { ServerStream } from "./servers/stream.ts";
import { CHAT, COMPLETION, RESPONSE } from "./stream-sketch.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(bytes: Uint8Array, size = bytes.length): ExchangeReply {
  const pieces = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return streamReply({ status: 200, headers: { "content-type": "text/event-stream" }, bytes: pieces });
}

async function judge(id: string, reply: ExchangeReply): Promise<Judgement> {
  const operation = operationNamed(id);
  const { method, path } = operation;
  const request = { method, path, query: "", headers: {}, body: undefined };
  return checkExchange({ operationId: id, request, reply }, { operation, profile: "openai" });
}

const errorsOf = ({ findings }: Judgement): string[] =>
  findings.filter(({ severity }) => severity === "ERROR").map(({ law }) => law);

/** What nobody can say without the request, as long as the stream breaks nothing. */
const NEED_REQUEST: Readonly<Record<string, readonly string[]>> = {
  chat: ["chat.C5", "chat.C6", "chat.C9", "choices.N1"],
  completions: ["completions.T3", "choices.N1"],
  responses: ["format.J1", "metadata.D1"],
};

/** The same stream in other words of the standard. */
const WORDINGS: readonly [name: string, change: (text: string) => string][] = [
  ["lines that end with CRLF", (text) => text.replaceAll("\n", "\r\n")],
  ["lines that end with CR", (text) => text.replaceAll("\n", "\r")],
  ["a byte order mark", (text) => `\ufeff${text}`],
  ["no space after a colon", (text) => text.replaceAll(/^(data|event): /gm, "$1:")],
  [
    "comments, ids and times to wait",
    (text) => `retry: 3000\n\n${text.replaceAll("\n\n", "\nid: 7\n\n: still there\n\n")}`,
  ],
  ["JSON over several lines", (text) => text.replaceAll(/^(data: \{"[a-z_]+":"[^"]*"),/gm, "$1,\ndata: ")],
  ["more blank lines than needed", (text) => `\n\n${text.replaceAll("\n\n", "\n\n\n\n")}`],
];

const chatStreams = [...openaiChats, ...cloudChats, ...serverChats, ...brokenChats];
const responseStreams = [...openaiResponses, ...serverResponses];

const FAMILIES = [
  ["chat", CHAT, chatStreams],
  ["completions", COMPLETION, completionStreams],
  ["responses", RESPONSE, responseStreams],
] as const;

describe.each(FAMILIES)("%s:", (family, id, streams) => {
  describe.each(streams.map((stream) => [stream.name, stream] as const))(
    "%s",
    (_name, { text, breaks = [], tells }) => {
      const reply = read(utf8(text));
      const told: Json = toldBy(reply.events ?? [], family);

      test("breaks no law but those it truly breaks, and is judged no further than it is known", async () => {
        const judgement = await judge(id, reply);
        expect(errorsOf(judgement), JSON.stringify(judgement.findings, null, 1)).toEqual(breaks);
        if (breaks.length === 0)
          expect(judgement.notJudged).toEqual(expect.arrayContaining([...(NEED_REQUEST[family] ?? [])]));
      });

      test("folds into the reply that it tells", () => {
        if (tells !== undefined) expect(told).toMatchObject(tells);
      });

      test.each(WORDINGS)("means the same with %s, and however it is cut", async (_wording, change) => {
        const other = utf8(change(text));
        const { findings } = await judge(id, reply);
        for (const size of [1, 7, 1_000, other.length]) {
          const again = read(other, size);
          expect(again.events?.map(({ event, data }) => [event, JSON.stringify(parsed(data))])).toEqual(
            reply.events?.map(({ event, data }) => [event, JSON.stringify(parsed(data))]),
          );
          expect(again.stream?.notes.filter(({ kind }) => kind !== "comment")).toEqual([]);
          expect(toldBy(again.events ?? [], family)).toEqual(told);
          expect((await judge(id, again)).findings.map(({ law, eventIndex }) => [law, eventIndex])).toEqual(
            findings.map(({ law, eventIndex }) => [law, eventIndex]),
          );
        }
      });

      test("begins each event where it says", () => {
        for (const [, change] of WORDINGS) {
          const bytes = utf8(change(text));
          for (const { offset } of (read(bytes).events ?? []) as Json[]) {
            const line = Buffer.from(bytes.subarray(offset, offset + 6)).toString();
            expect(line).toMatch(/^(data|event|id|retry):?/);
            expect(offset === 0 || [0x0a, 0x0d, 0xbf].includes(bytes[offset - 1] as number)).toBe(true);
          }
        }
      });
    },
  );
});

const parsed = (data: string): unknown => {
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
};

const payloadsOf = (text: string): Json[] =>
  carriedBy(read(utf8(text)).events ?? []).flatMap((one) => (one.kind === "payload" ? [one.value] : []));

const lines = (payloads: readonly unknown[]): ReadableStream =>
  new ReadableStream({
    start(controller) {
      for (const payload of payloads) controller.enqueue(utf8(`${JSON.stringify(payload)}\n`));
      controller.close();
    },
  });

describe("the official client folds alike:", () => {
  const sound = (streams: readonly ServerStream[]) =>
    streams
      .filter(({ breaks, isForeign }) => breaks === undefined && !isForeign)
      .map(({ name, text }) => [name, payloadsOf(text), text] as const);

  test.each(sound(chatStreams))("%s", async (_name, payloads, text) => {
    const theirs: Json = await ChatCompletionStream.fromReadableStream(lines(payloads)).finalChatCompletion();
    const ours: Json = toldBy(read(utf8(text)).events ?? [], "chat");
    expect(ours.choices).toHaveLength(theirs.choices.length);
    for (const { index, finish_reason, logprobs = null, message } of theirs.choices) {
      const choice = ours.choices[index];
      expect([choice.finish_reason, choice.logprobs]).toEqual([finish_reason, logprobs]);
      for (const name of ["role", "content", "refusal", "function_call", "audio"]) {
        expect([name, choice.message[name] || null]).toEqual([name, message[name] || null]);
      }
      expect(choice.message.tool_calls?.map(essenceOf)).toEqual(message.tool_calls?.map(essenceOf));
    }
  });

  test.each(sound(responseStreams))("%s", async (_name, events, text) => {
    const create = async () => ({
      controller: new AbortController(),
      async *[Symbol.asyncIterator]() {
        yield* events;
      },
    });
    const stream = ResponseStream.createResponse({ responses: { create } } as never, { model: "m", input: "" });
    const theirs: Json = await stream.finalResponse();
    const { output, ...ours }: Json = toldBy(read(utf8(text)).events ?? [], "responses");
    expect(theirs).toMatchObject(ours);
    expect(output).toEqual(withoutParsed(theirs.output));
  });
});

const essenceOf = ({ id, function: called }: Json) => [id, called.name, called.arguments];

/** The client adds what it parsed, and leaves a member without a value there. */
const withoutParsed = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, member) => (name.startsWith("parsed") ? undefined : member)));
