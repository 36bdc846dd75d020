/** The twin keeps its own laws: every example request of the document, and corners of what can be asked for. */
import { describe, expect, test } from "vitest";
import { type Operation, successOf } from "../../src/contract/operation.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { checkExchange } from "../../src/laws/check-exchange.ts";
import { isJson, parseMediaType } from "../../src/lib/media-type.ts";
import { exampleRequest, toFetch } from "../support/requests.ts";
import { serve } from "../support/serve.ts";

type Body = Readonly<Record<string, unknown>>;

const operations = ownContract().operations.filter(({ laws }) => laws.length > 0);

/** What is asked for beside the first example, by family of laws. */
const CORNERS: Readonly<Record<string, readonly Body[]>> = {
  choices: [{ n: 2 }, { max_tokens: 2 }],
  format: [{ response_format: { type: "json_object" } }, { text: { format: { type: "json_object" } } }],
  embeddings: [{ dimensions: 8 }, { encoding_format: "base64" }, { input: ["ebb", "flood"] }],
  rerank: [{ top_n: 1 }],
  moderation: [{ input: ["a calm sea", "I will kill you"] }],
  images: [{ n: 2 }, { response_format: "b64_json" }, { response_format: "b64_json", size: "256x256" }],
  speech: ["mp3", "opus", "aac", "flac", "wav", "pcm"].map((response_format) => ({ response_format })),
  transcription: ["json", "verbose_json", "text", "srt", "vtt"].map((response_format) => ({ response_format })),
  metadata: [{ metadata: { port: "Saint-Malo", checked: "yes" } }],
};

/** A model that draws several pictures in one call, and small ones. */
const drawsSeveral = (model: unknown): string => `${String(model).includes("/") ? "openai/" : ""}dall-e-2`;

function requestsOf({ body, laws }: Operation): Body[] {
  const examples = (body?.content[0]?.examples ?? []).map(({ value }) => value as Body);
  const [first] = examples;
  if (first === undefined) return [{}];
  const base = laws.includes("images") ? { ...first, model: drawsSeveral(first.model) } : first;
  const corners = laws.flatMap((family) => CORNERS[family] ?? []);
  return [...examples, ...corners.map((corner) => ({ ...base, ...corner }))];
}

/** Makes what the examples refer to: a kept completion, and a response whose call an answer can follow. */
async function prepare(url: string): Promise<(text: string) => string> {
  const make = async (path: string, body: Body) => {
    const reply = await fetch(url + path, toFetch({ method: "POST", path, body, mediaType: "application/json" }));
    return (await reply.json()) as { id: string; output?: { call_id?: string }[] };
  };
  const messages = [{ role: "user", content: "When is high tide?" }];
  const completion = await make("/v1/chat/completions", { model: "gpt-4o", messages, store: true });
  const parameters = { type: "object", properties: { port: { type: "string" } }, required: ["port"] };
  const tools = [{ type: "function", name: "get_tide", parameters }];
  const asked = { model: "openai/gpt-4o", input: "When is high tide?", tools, tool_choice: "required" };
  const response = await make("/v2/proxy/responses", asked);
  const call = response.output?.find(({ call_id }) => call_id !== undefined)?.call_id as string;
  return (text) =>
    text
      .replaceAll("chatcmpl-tide0042", completion.id)
      .replaceAll("resp_tide0043", response.id)
      .replaceAll("call_tide0042", call);
}

interface Place {
  url: string;
  /** Puts ids that exist in the place of those of the examples. */
  known: (text: string) => string;
}

async function exchangeOf({ url, known }: Place, operation: Operation, given: Body): Promise<Exchange> {
  const asked = JSON.parse(known(JSON.stringify(given))) as Body;
  const whole = successOf(operation)?.stream === undefined ? asked : { ...asked, stream: false };
  const body = operation.body === undefined ? undefined : whole;
  const example = exampleRequest(operation);
  const request = { ...example, path: known(example.path), ...(body && { body }) };
  const reply = await fetch(url + request.path, toFetch(request));
  const mediaType = parseMediaType(reply.headers.get("content-type") ?? "")?.essence ?? "";
  const bytes = new Uint8Array(await reply.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  const value = isJson(mediaType) ? JSON.parse(text) : mediaType.startsWith("audio/") ? bytes : text;
  return {
    operationId: operation.id,
    request: { method: request.method, path: request.path, query: "", headers: {}, body },
    reply: { status: reply.status, headers: Object.fromEntries(reply.headers), body: value },
  };
}

describe.each(operations.map((operation) => [operation.id, operation] as const))("%s", (_id, operation) => {
  test("breaks no law, whatever is asked", async () => {
    const { url } = await serve();
    const place = { url, known: await prepare(url) };
    const judged = new Set<string>();
    for (const asked of requestsOf(operation)) {
      const exchange = await exchangeOf(place, operation, asked);
      expect(exchange.reply.status, JSON.stringify([asked, exchange.reply.body])).toBe(200);
      const judgement = await checkExchange(exchange, { operation });
      expect(judgement.findings, JSON.stringify(asked)).toEqual([]);
      for (const law of judgement.judged) judged.add(law.split(".")[0] as string);
    }
    // Each family had something to judge in at least one of the replies.
    expect([...judged].sort()).toEqual([...operation.laws].sort());
  });
});
