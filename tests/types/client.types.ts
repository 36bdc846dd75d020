/** What the types of the client allow and refuse. It is compiled, never run: every expected error has to be one. */
import { type Client, collect, createClient, type EventStream, StreamError, stream } from "../../src/client/index.ts";
import type { components, operations, paths, Schemas, SudoPaths } from "../../src/types.ts";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const assert = <_Holds extends true>(): void => undefined;

const client = createClient({ baseUrl: "http://127.0.0.1:4010", apiKey: "any" });
const messages = [{ role: "user" as const, content: "When is high tide?" }];

export async function requests(): Promise<void> {
  await client.POST("/v1/chat/completions", { body: { model: "gpt-4o-mini", messages, temperature: 0.2 } });
  // @ts-expect-error the field is called temperature
  await client.POST("/v1/chat/completions", { body: { model: "gpt-4o-mini", messages, temprature: 0.2 } });
  // @ts-expect-error the messages are missing
  await client.POST("/v1/chat/completions", { body: { model: "gpt-4o-mini" } });
  // @ts-expect-error the body is missing
  await client.POST("/v1/chat/completions", {});
  // @ts-expect-error the body is missing
  await client.POST("/v1/chat/completions");
  // @ts-expect-error nobody has this role
  await client.POST("/v2/router/chat/completions", { body: { model: "m", messages: [{ role: "usr", content: "x" }] } });
  // @ts-expect-error there is no such effort
  await client.POST("/v1/chat/completions", { body: { model: "m", messages, reasoning_effort: "most" } });
  // @ts-expect-error a number is no text
  await client.POST("/v1/chat/completions", { body: { model: "m", messages, user: 7 } });
  // @ts-expect-error there is no such path
  await client.POST("/v1/chat/completion", { body: { model: "m", messages } });
  // @ts-expect-error this path has no such method
  await client.DELETE("/v1/chat/completions", {});
  // @ts-expect-error the option is called signal
  await client.POST("/v1/chat/completions", { body: { model: "m", messages }, sinal: null });

  await client.GET("/v1/chat/completions");
  await client.GET("/v1/chat/completions", { params: { query: { limit: 3, order: "desc" } } });
  // @ts-expect-error the limit is a number
  await client.GET("/v1/chat/completions", { params: { query: { limit: "3" } } });
  await client.GET("/v1/chat/completions/{completion_id}", { params: { path: { completion_id: "c" } } });
  // @ts-expect-error the id is missing
  await client.GET("/v1/chat/completions/{completion_id}", {});
}

export async function files(blob: Blob, bytes: Uint8Array, form: FormData): Promise<void> {
  const model = "openai/whisper-1";
  for (const file of [blob, bytes, new File([blob], "tide.wav")]) {
    await client.POST("/v2/proxy/audio/transcriptions", { body: { model, file } });
  }
  await client.POST("/v2/proxy/audio/transcriptions", { body: form });
  await client.POST("/v2/proxy/images/edits", { body: { model, prompt: "a", image: [blob, bytes] } });
  // @ts-expect-error a path is no file
  await client.POST("/v2/proxy/audio/transcriptions", { body: { model, file: "tide.wav" } });
  // @ts-expect-error the file is missing
  await client.POST("/v2/proxy/audio/transcriptions", { body: { model } });
}

export async function replies(): Promise<void> {
  const reply = await client.POST("/v1/chat/completions", { body: { model: "gpt-4o-mini", messages } });
  if (reply.status === 200) {
    assert<Equal<typeof reply.data, Schemas["SudoChatCompletion"]>>();
    assert<Equal<typeof reply.error, undefined>>();
    // @ts-expect-error a completion has no such field
    reply.data.choice;
  } else if (reply.status === 429) {
    assert<Equal<typeof reply.error, components["responses"]["SudoRateLimited"]["content"]["application/json"]>>();
    assert<Equal<typeof reply.data, undefined>>();
  } else if (reply.status === 418 || reply.status === 503) {
    assert<Equal<typeof reply.data, undefined>>();
    // @ts-expect-error the error may be of either kind, and neither has such a field
    reply.error.mesage;
  }
  // @ts-expect-error no operation answers 200 under this number
  if (reply.status === 201) reply.data;
  // Without a look at the status it may be either.
  assert<Equal<typeof reply.data, Schemas["SudoChatCompletion"] | undefined>>();
  if (reply.error === undefined) assert<Equal<typeof reply.data, Schemas["SudoChatCompletion"]>>();

  const speech = await client.POST("/v2/proxy/audio/speech", {
    body: { model: "openai/tts-1", input: "Hello", voice: "alloy" },
  });
  if (speech.status === 200) assert<Equal<typeof speech.data, Blob>>();
  const subtitles = await client.POST("/v2/proxy/audio/transcriptions", {
    body: { model: "openai/whisper-1", file: new Blob(), response_format: "vtt" },
    parseAs: "text",
  });
  if (subtitles.status === 200) assert<Equal<typeof subtitles.data, string>>();
}

export async function streams(): Promise<void> {
  const told = stream(client, "/v1/chat/completions", { body: { model: "gpt-4o-mini", messages } });
  for await (const chunk of told) {
    assert<Equal<typeof chunk, Schemas["SudoChatChunk"]>>();
    chunk.choices[0]?.delta.content?.toUpperCase();
    // @ts-expect-error a chunk has a delta, no message
    chunk.choices[0]?.message;
  }
  const completion = await collect(stream(client, "/v1/chat/completions", { body: { model: "m", messages } }));
  assert<Equal<typeof completion, Schemas["SudoChatCompletion"]>>();

  for await (const piece of stream(client, "/v2/proxy/completions", { body: { model: "m", prompt: "p" } })) {
    assert<Equal<typeof piece, Schemas["CompletionChunk"]>>();
  }
  for await (const event of stream(client, "/v2/gateway/responses", { body: { model: "m", input: "i" } })) {
    if (event.type === "response.output_text.delta") event.delta.toUpperCase();
    if (event.type === "response.completed") event.response.usage;
    // @ts-expect-error there is no such event
    if (event.type === "response.complete") throw event;
  }
  // @ts-expect-error embeddings do not stream
  stream(client, "/v2/proxy/embeddings", { body: { model: "m", input: "i" } });
  // @ts-expect-error a stream needs its body as well
  stream(client, "/v1/chat/completions", {});
  // @ts-expect-error the field is called messages
  stream(client, "/v1/chat/completions", { body: { model: "m", mesages: messages } });
}

export function failures(error: unknown): number | undefined {
  if (!(error instanceof StreamError)) return undefined;
  if (error.failure.kind === "http") return error.failure.status;
  // @ts-expect-error only an answer has a status
  return error.failure.status;
}

assert<Equal<ReturnType<typeof createClient>, Client>>();

export async function oneApi(sudo: Client<SudoPaths>): Promise<void> {
  await sudo.GET("/v1/chat/completions");
  const events = stream(sudo, "/v1/chat/completions", { body: { model: "m", messages } });
  assert<Equal<typeof events, EventStream<Schemas["SudoChatChunk"], Schemas["SudoChatCompletion"]>>>();
  assert<Equal<typeof sudo, ReturnType<typeof createClient<SudoPaths>>>>();
  // @ts-expect-error this is a path of another API
  await sudo.POST("/v2/proxy/rerank", { body: { model: "m", query: "q", documents: [] } });
}

assert<Equal<operations["sudoCreateImage"], paths["/v1/images/generations"]["post"]>>();

/** As `gatetwin types` writes another document: ranges and a default. */
interface Harbour {
  "/boats": {
    get: {
      parameters: { query?: { length?: number } };
      requestBody?: never;
      responses: {
        "2XX": { content: { "application/json": { name: string } } };
        204: { content?: never };
        203: { content: { "text/html; charset=utf-8": string } };
        404: { content: { "application/problem+json": { gone: true }; "text/html": string } };
        default: { content: { "application/json": { code: number } } };
      };
    };
  };
}

export async function otherDocument(): Promise<void> {
  const harbour = createClient<Harbour>({ baseUrl: "http://127.0.0.1:4010" });
  const reply = await harbour.GET("/boats", { params: { query: { length: 9 } } });
  if (reply.status === 201) assert<Equal<typeof reply.data, { name: string }>>();
  if (reply.status === 204) assert<Equal<typeof reply.data, undefined>>();
  // A page is refused where the call succeeds, and what there is where it fails.
  if (reply.status === 203) assert<Equal<typeof reply.data, never>>();
  if (reply.status === 404) assert<Equal<typeof reply.error, { gone: true } | string>>();
  if (reply.status === 500 || reply.status === 302) assert<Equal<typeof reply.error, { code: number }>>();
  // @ts-expect-error nothing here streams
  stream(harbour, "/boats", {});
}
