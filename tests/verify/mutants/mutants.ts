/** A faulty server for every law: what it does wrong, and the operation that shows it. */
import { gzipSync } from "node:zlib";
import { asking, chunks, events, type Json, json, sending, stream, whatever, withText } from "./changes.ts";
import type { Answered, Fault } from "./faulty-server.ts";

export interface Mutant {
  /** The rule under which it is found. */
  law: string;
  /** The server … */
  does: string;
  /** The operations to ask. */
  of: readonly string[];
  fault: Fault;
  /** Rules that the same fault breaks by its nature. */
  also?: readonly string[];
}

const CHAT = ["sudoCreateChatCompletion"];
const KEPT = ["sudo*ChatCompletion*"];
const TEXT = ["orqProxyCreateCompletion"];
const RESPONSES = ["orqGatewayCreateResponse"];
const EMBEDDINGS = ["orqProxyCreateEmbedding"];

const eachChoice = (change: (choice: Json) => unknown): Fault =>
  chunks((chunk) => {
    for (const choice of chunk.choices) change(choice);
  });

const firstText = (text: string, change: (line: string) => string): string =>
  text.replace(/^data: \{.*$/m, (line) => change(line));

const isListed = ({ method, url }: { method: string; url: string }) =>
  method === "GET" && url.startsWith("/v1/chat/completions?");

const withoutHeader = (answered: Answered, name: string): Answered => {
  const { [name]: _, ...headers } = answered.headers;
  return { ...answered, headers };
};

/** Forgets who asks: all keys are one. */
const oneWorld: Fault = asking(({ headers }) =>
  headers.authorization?.startsWith("Bearer gatetwin")
    ? { headers: { ...headers, authorization: "Bearer all" } }
    : undefined,
);

const completed = (all: readonly { data: Json }[]): Json =>
  all.find(({ data }) => data.type === "response.completed" || data.type === "response.incomplete")?.data.response;

export const MUTANTS: readonly Mutant[] = [
  // Any contract.
  {
    law: "status",
    does: "fails on streams",
    of: CHAT,
    also: ["framing.F1"],
    fault: whatever((answered, { body }) =>
      (body as Json)?.stream === true && answered.status === 200
        ? {
            ...withText(answered, '{"error":{"message":"no","type":"server_error","param":null,"code":null}}'),
            status: 500,
            headers: { ...answered.headers, "content-type": "application/json" },
          }
        : answered,
    ),
  },
  {
    law: "content-type",
    does: "calls its JSON a text",
    of: EMBEDDINGS,
    fault: whatever((answered) => ({ ...answered, headers: { ...answered.headers, "content-type": "text/plain" } })),
  },
  {
    law: "header",
    does: "forgets the header that a refusal owes",
    of: EMBEDDINGS,
    also: ["method.M1"],
    fault: whatever((answered) => withoutHeader(answered, "allow")),
  },
  {
    law: "schema",
    does: "leaves out a required field",
    of: EMBEDDINGS,
    fault: json((reply) => void delete reply.model),
  },
  {
    law: "schema",
    does: "sends what is no JSON",
    of: EMBEDDINGS,
    fault: whatever((answered) => (answered.status === 200 ? withText(answered, "{oops") : answered)),
  },
  {
    law: "schema",
    does: "writes errors in a shape of its own",
    of: CHAT,
    also: ["input.V1"],
    fault: whatever((answered) => (answered.status >= 400 ? withText(answered, '{"detail":"no"}') : answered)),
  },
  {
    law: "schema",
    does: "writes its JSON in Latin-1",
    of: EMBEDDINGS,
    fault: whatever((answered) =>
      answered.status === 200
        ? {
            ...answered,
            bytes: Buffer.from(answered.bytes.toString("utf8").replace('"model":"', '"model":"é'), "latin1"),
          }
        : answered,
    ),
  },
  {
    law: "header",
    does: "sends a header that breaks its schema",
    of: EMBEDDINGS,
    fault: whatever((answered) => ({ ...answered, headers: { ...answered.headers, "x-request-id": "" } })),
  },
  {
    law: "connection",
    does: "breaks off in the middle",
    of: EMBEDDINGS,
    fault: whatever((answered) => (answered.status === 200 ? { ...answered, cutAt: 40 } : answered)),
  },

  // Framing.
  {
    law: "framing.F1",
    does: "calls its stream a text",
    of: CHAT,
    also: ["content-type"],
    fault: whatever((answered) =>
      answered.headers["content-type"]?.includes("event-stream")
        ? { ...answered, headers: { ...answered.headers, "content-type": "text/plain" } }
        : answered,
    ),
  },
  {
    law: "framing.F1",
    does: "answers JSON where a stream was asked for",
    of: CHAT,
    // It does not look at the options of the stream that it does not send.
    also: ["input.V1"],
    fault: asking(({ body }) =>
      (body as Json)?.stream === true
        ? sending({ ...(body as object), stream: false, stream_options: undefined })
        : undefined,
    ),
  },
  {
    law: "framing.F2",
    does: "writes Latin-1",
    of: CHAT,
    fault: whatever((answered) =>
      answered.headers["content-type"]?.includes("event-stream")
        ? {
            ...answered,
            bytes: Buffer.from(answered.bytes.toString("utf8").replace('"content":"', '"content":"\u00e9'), "latin1"),
          }
        : answered,
    ),
  },
  {
    law: "framing.F3",
    does: "writes a second byte order mark",
    of: CHAT,
    fault: stream((text) => `\ufeff\ufeff: hello\n\n${text}`),
  },
  {
    law: "framing.F4",
    does: "ends lines with U+2028",
    of: CHAT,
    fault: stream((text) => text.replace("\n\ndata: ", "\u2028\u2028data: ")),
  },
  {
    law: "framing.F5",
    does: "writes comments with a number sign",
    of: CHAT,
    fault: stream((text) => `# ping\n\n${text}`),
  },
  {
    law: "framing.F6",
    does: "writes Data for data",
    of: CHAT,
    also: ["chat.C4"],
    fault: stream((text) => firstText(text, (line) => line.replace("data:", "Data:"))),
  },
  {
    law: "framing.F7",
    does: "breaks its JSON over two data lines",
    of: CHAT,
    fault: stream((text) => firstText(text, (line) => line.replace('"object":"chat', '"object":"\ndata: chat'))),
  },
  {
    law: "framing.F8",
    does: "writes NUL into an id",
    of: CHAT,
    fault: stream((text) => text.replace("data: ", "id: a\0b\ndata: ")),
  },
  {
    law: "framing.F9",
    does: "writes a retry that is no number",
    of: CHAT,
    fault: stream((text) => `retry: soon\n\n${text}`),
  },
  {
    law: "framing.F10",
    does: "sends an event without data",
    of: RESPONSES,
    fault: stream((text) => `event: ping\n\n${text}`),
  },
  {
    law: "framing.F11",
    does: "forgets the last blank line",
    of: CHAT,
    fault: stream((text) => text.replace(/\n\n$/, "\n")),
  },

  // Chat.
  {
    law: "chat.C1",
    does: "calls chunks completions",
    of: CHAT,
    fault: chunks((chunk) => Object.assign(chunk, { object: "chat.completion" })),
  },
  {
    law: "chat.C1",
    does: "leaves the model out of chunks",
    of: CHAT,
    fault: chunks((chunk) => void delete chunk.model),
  },
  {
    law: "chat.C2",
    does: "changes the id with each chunk",
    of: CHAT,
    fault: chunks((chunk, at) => Object.assign(chunk, { id: chunk.id + at })),
  },
  {
    law: "chat.C3",
    does: "forgets [DONE]",
    of: CHAT,
    fault: events((all) => all.filter(({ data }) => data !== "[DONE]")),
  },
  { law: "chat.C3", does: "says [DONE] twice", of: CHAT, fault: events((all) => [...all, { data: "[DONE]" }]) },
  {
    law: "chat.C4",
    does: "never says why it ends",
    of: CHAT,
    fault: eachChoice((choice) => Object.assign(choice, { finish_reason: null })),
  },
  {
    law: "chat.C5",
    does: "sends one choice of two",
    of: CHAT,
    fault: chunks((chunk) => Object.assign(chunk, { choices: chunk.choices.filter(({ index }: Json) => index === 0) })),
  },
  {
    law: "chat.C6",
    does: "sends no usage",
    of: CHAT,
    fault: events((all) => all.filter(({ data }) => data.usage === undefined || data.usage === null)),
  },
  {
    law: "chat.C6",
    does: "sends usage that nobody asked for",
    of: CHAT,
    fault: events((all, asked) => {
      const last = all.find(({ data }) => typeof data === "object")?.data;
      const usage = {
        prompt_tokens: 1,
        completion_tokens: 1,
        total_tokens: 2,
        completion_tokens_details: {
          reasoning_tokens: 0,
          audio_tokens: 0,
          accepted_prediction_tokens: 0,
          rejected_prediction_tokens: 0,
        },
        prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
      };
      if (asked?.stream_options?.include_usage === true || last === undefined) return all;
      return [...all.slice(0, -1), { data: { ...last, choices: [], usage } }, { data: "[DONE]" }];
    }),
  },
  {
    law: "chat.C7",
    does: "loses the end of tool arguments",
    of: CHAT,
    fault: events((all) => {
      const fragments = all.filter(({ data }) => data.choices?.[0]?.delta?.tool_calls?.[0]?.function?.arguments);
      const last = fragments.at(-1)?.data.choices[0].delta.tool_calls[0].function;
      if (last !== undefined) last.arguments = last.arguments.slice(0, -1);
    }),
  },
  {
    law: "chat.C8",
    does: "says stop where it calls tools",
    of: CHAT,
    fault: eachChoice((choice) => {
      if (choice.finish_reason === "tool_calls") choice.finish_reason = "stop";
    }),
  },
  {
    law: "chat.C9",
    does: "keeps another text than it streamed",
    of: KEPT,
    fault: json((reply, _asked, { method }) => {
      if (method === "GET" && reply.choices?.[0]?.message?.content && reply.metadata?.streamed)
        reply.choices[0].message.content = "Another text.";
    }),
  },
  {
    law: "chat.C10",
    does: "sends errors as a stream",
    of: CHAT,
    also: ["content-type", "input.V1", "schema"],
    fault: whatever((answered) =>
      answered.status === 400
        ? {
            ...withText(answered, `data: ${answered.bytes.toString("utf8")}\n\n`),
            headers: { ...answered.headers, "content-type": "text/event-stream" },
          }
        : answered,
    ),
  },
  {
    law: "chat.C10",
    does: "refuses a stream in the stream",
    of: CHAT,
    fault: whatever((answered, { body }) =>
      answered.status === 400 && (body as Json)?.stream === true
        ? {
            ...withText(answered, `data: ${answered.bytes.toString("utf8")}\n\ndata: [DONE]\n\n`),
            status: 200,
            headers: { ...answered.headers, "content-type": "text/event-stream" },
          }
        : answered,
    ),
  },

  // Text completions.
  {
    law: "completions.T1",
    does: "calls chunks something else",
    of: TEXT,
    also: ["schema"],
    fault: chunks((chunk) => Object.assign(chunk, { object: "text" })),
  },
  {
    law: "completions.T2",
    does: "forgets [DONE]",
    of: TEXT,
    fault: events((all) => all.filter(({ data }) => data !== "[DONE]")),
  },

  // Responses.
  {
    law: "responses.R1",
    does: "names events otherwise than their type",
    of: RESPONSES,
    fault: events((all) => {
      for (const one of all) if (one.event !== undefined) one.event = "message";
    }),
  },
  {
    law: "responses.R2",
    does: "leaves out the sequence numbers",
    of: RESPONSES,
    fault: chunks((chunk) => void delete chunk.sequence_number),
  },
  {
    law: "responses.R2",
    does: "counts by twos",
    of: RESPONSES,
    fault: chunks((chunk) => Object.assign(chunk, { sequence_number: chunk.sequence_number * 2 })),
  },
  {
    law: "responses.R3",
    does: "begins without response.created",
    of: RESPONSES,
    fault: events((all) => renumber(all.filter(({ data }) => data.type !== "response.created"))),
  },
  {
    law: "responses.R4",
    does: "ends without a terminal event",
    of: RESPONSES,
    also: ["responses.R11"],
    fault: events((all) => all.filter(({ data }) => !/^response\.(completed|incomplete)$/.test(data.type ?? ""))),
  },
  {
    law: "responses.R4",
    does: "ends another response than it began",
    of: RESPONSES,
    fault: chunks((event) => {
      if (event.type === "response.completed") event.response.id += "x";
    }),
  },
  {
    law: "responses.R5",
    does: "never says that an item is done",
    of: RESPONSES,
    fault: events((all) => renumber(all.filter(({ data }) => data.type !== "response.output_item.done"))),
  },
  {
    law: "responses.R6",
    does: "never adds the part that it fills",
    of: RESPONSES,
    fault: events((all) => renumber(all.filter(({ data }) => data.type !== "response.content_part.added"))),
  },
  {
    law: "responses.R7",
    does: "tells another text in the end than in its deltas",
    of: RESPONSES,
    fault: events((all) => {
      const delta = all.find(({ data }) => data.type === "response.output_text.delta");
      if (delta !== undefined) delta.data.delta = `${delta.data.delta} indeed`;
    }),
  },
  {
    law: "responses.R8",
    does: "completes a search that it never began",
    of: RESPONSES,
    fault: events((all) =>
      renumber(all.filter(({ data }) => !/web_search_call\.(in_progress|searching)$/.test(data.type ?? ""))),
    ),
  },
  {
    law: "responses.R9",
    does: "completes a response whose item is incomplete",
    of: RESPONSES,
    also: ["responses.R7"],
    fault: events((all) => {
      for (const { data } of all) if (data.type === "response.output_item.done") data.item.status = "incomplete";
      for (const item of completed(all)?.output ?? []) item.status = "incomplete";
    }),
  },
  {
    law: "responses.R10",
    does: "goes on after an error event",
    of: RESPONSES,
    fault: events((all) => {
      const at = all.findIndex(({ data }) => data.type === "response.output_item.added");
      if (at < 0) return all;
      const error = {
        event: "error",
        data: { type: "error", sequence_number: 0, code: "server_error", message: "no", param: null },
      };
      return renumber([...all.slice(0, at), error, ...all.slice(at)]);
    }),
  },
  {
    law: "responses.R11",
    does: "forgets [DONE]",
    of: RESPONSES,
    fault: events((all) => all.filter(({ data }) => data !== "[DONE]")),
  },

  // Whole replies.
  {
    law: "usage.U1",
    does: "adds up its tokens wrong",
    of: CHAT,
    fault: json((reply) => {
      if (reply.usage) reply.usage.total_tokens++;
    }),
  },
  {
    law: "usage.U2",
    does: "writes on past the limit in its streams",
    of: ["orqRouterCreateChatCompletion"],
    fault: asking(({ body }) => {
      const { max_completion_tokens: limit, ...rest } = (body ?? {}) as Json;
      return rest.stream === true && limit === 2 ? sending(rest) : undefined;
    }),
  },
  {
    law: "choices.N3",
    does: "ignores stop in its streams",
    of: CHAT,
    fault: asking(({ body }) => {
      const { stop: _, ...rest } = (body ?? {}) as Json;
      return rest.stream === true && Array.isArray((body as Json).stop) ? sending(rest) : undefined;
    }),
  },
  {
    law: "choices.N4",
    does: "keeps the log probabilities to itself",
    of: CHAT,
    fault: json((reply) => {
      for (const choice of reply.choices) choice.logprobs = null;
    }),
  },
  {
    law: "choices.N4",
    does: "keeps the log probabilities of its streams to itself",
    of: CHAT,
    fault: eachChoice((choice) => Object.assign(choice, { logprobs: null })),
  },
  {
    law: "choices.N4",
    does: "names no likely tokens",
    of: CHAT,
    fault: json((reply) => {
      for (const { logprobs } of reply.choices) for (const token of logprobs?.content ?? []) token.top_logprobs = [];
    }),
  },
  {
    law: "tools.A1",
    does: "calls another tool than the one that was named",
    of: CHAT,
    fault: json((reply, asked) => {
      if (asked?.tool_choice?.function)
        for (const { message } of reply.choices)
          for (const call of message.tool_calls ?? []) call.function.name = "other";
    }),
  },
  {
    law: "tools.A2",
    does: "chats where a call is required",
    of: RESPONSES,
    fault: asking(({ body }) => {
      const { tools: _, tool_choice: choice, ...rest } = (body ?? {}) as Json;
      return choice === "required" && rest.stream !== true ? sending(rest) : undefined;
    }),
  },
  {
    law: "tools.A2",
    does: "calls whatever tool it likes",
    of: ["orqGatewayCreateChatCompletion"],
    fault: asking(({ body }) =>
      (body as Json)?.tool_choice === "none" ? sending({ ...(body as object), tool_choice: "required" }) : undefined,
    ),
  },
  {
    law: "choices.N1",
    does: "ignores n",
    of: CHAT,
    // What it ignores it cannot refuse either.
    also: ["chat.C5", "input.V1"],
    fault: asking(({ body }) => ((body as Json)?.n > 1 ? sending({ ...(body as object), n: 1 }) : undefined)),
  },
  {
    law: "choices.N2",
    does: "says stop where it calls tools",
    of: CHAT,
    fault: json((reply) => {
      for (const choice of reply.choices ?? [])
        if (choice.finish_reason === "tool_calls") choice.finish_reason = "stop";
    }),
  },
  {
    law: "tools.A1",
    does: "calls a tool that nobody gave it",
    of: CHAT,
    fault: json((reply) => {
      for (const { message } of reply.choices ?? [])
        for (const call of message.tool_calls ?? []) call.function.name = "other";
    }),
  },
  {
    law: "format.J1",
    does: "answers in prose where JSON was asked for",
    of: CHAT,
    fault: json((reply, asked) => {
      if (asked?.response_format?.type?.startsWith("json"))
        for (const { message } of reply.choices) if (message.content) message.content = "High tide is at noon.";
    }),
  },
  {
    law: "embeddings.E1",
    does: "embeds the first text alone",
    of: EMBEDDINGS,
    fault: json((reply) => Object.assign(reply, { data: reply.data.slice(0, 1) })),
  },
  {
    law: "embeddings.E2",
    does: "ignores base64",
    of: EMBEDDINGS,
    fault: asking(({ body }) =>
      (body as Json)?.encoding_format === "base64"
        ? sending({ ...(body as object), encoding_format: "float" })
        : undefined,
    ),
  },
  {
    law: "embeddings.E2",
    does: "ignores dimensions",
    of: EMBEDDINGS,
    fault: asking(({ body }) =>
      typeof (body as Json)?.dimensions === "number"
        ? sending({ ...(body as object), dimensions: undefined })
        : undefined,
    ),
  },
  {
    law: "embeddings.E2",
    does: "encodes the floats in the other byte order",
    of: EMBEDDINGS,
    fault: json((reply) => {
      for (const entry of reply.data)
        if (typeof entry.embedding === "string")
          entry.embedding = Buffer.from(entry.embedding, "base64").swap32().toString("base64");
    }),
  },
  {
    law: "rerank.K1",
    does: "sorts the worst first",
    of: ["orqProxyCreateRerank"],
    fault: json((reply) => void reply.results.reverse()),
  },
  {
    law: "rerank.K1",
    does: "drops a document that nobody asked it to drop",
    of: ["orqProxyCreateRerank"],
    fault: json((reply, asked) => {
      if (asked.top_n === undefined) reply.results.pop();
    }),
  },
  {
    law: "moderation.M1",
    does: "flags nothing",
    of: ["orqProxyCreateModeration"],
    fault: json((reply) => {
      for (const result of reply.results) result.flagged = false;
    }),
  },
  {
    law: "images.I1",
    does: "draws one picture of several",
    of: ["orqProxyCreateImage"],
    fault: json((reply) => Object.assign(reply, { data: reply.data.slice(0, 1) })),
  },
  {
    law: "images.I1",
    does: "sends bytes that are no picture",
    of: ["orqProxyCreateImage"],
    fault: json((reply) => {
      for (const one of reply.data)
        if (one.b64_json) one.b64_json = Buffer.from("no picture at all").toString("base64");
    }),
  },
  {
    law: "images.I1",
    does: "draws one size too small",
    of: ["sudoCreateImage"],
    fault: asking(({ body }) =>
      (body as Json)?.size === "1792x1024" ? sending({ ...(body as object), size: "1024x1024" }) : undefined,
    ),
  },
  {
    law: "speech.S1",
    does: "sends nothing",
    of: ["orqProxyCreateSpeech"],
    fault: whatever((answered) => (answered.status === 200 ? withText(answered, "") : answered)),
  },
  {
    law: "speech.S1",
    does: "sends silence for sound",
    of: ["orqProxyCreateSpeech"],
    fault: whatever((answered) => (answered.status === 200 ? { ...answered, bytes: Buffer.alloc(2_000) } : answered)),
  },
  {
    law: "transcription.W1",
    does: "writes subtitles with full stops",
    of: ["orqProxyCreateTranscription"],
    fault: whatever((answered) =>
      answered.headers["content-type"]?.includes("subrip")
        ? withText(answered, answered.bytes.toString("utf8").replaceAll(/(\d\d),(\d{3})/g, "$1.$2"))
        : answered,
    ),
  },
  {
    law: "transcription.W1",
    does: "tells no times",
    of: ["orqProxyCreateTranslation"],
    fault: json(({ text }) => ({ text })),
  },
  {
    law: "metadata.D1",
    does: "keeps completions without their metadata",
    of: KEPT,
    also: ["page.P2", "store.S3"],
    fault: json((reply, _asked, { method, url }) => {
      if (method === "GET" && /completions\/[^/]+$/.test(url)) delete reply.metadata;
    }),
  },
  {
    law: "metadata.D1",
    does: "loses a pair of the metadata",
    of: CHAT,
    fault: json((reply) => {
      if (reply.metadata) reply.metadata = Object.fromEntries(Object.entries(reply.metadata).slice(1));
    }),
  },

  // Several exchanges.
  {
    law: "store.S1",
    does: "keeps nothing",
    of: KEPT,
    also: ["auth.A2", "store.S2", "store.S3", "page.P1", "page.P2"],
    fault: asking(({ body }) =>
      (body as Json)?.store === true ? sending({ ...(body as object), store: false }) : undefined,
    ),
  },
  {
    law: "store.S1",
    does: "keeps what should not be kept",
    of: KEPT,
    fault: asking(({ body, url }) =>
      url === "/v1/chat/completions" && body !== undefined && [false, undefined].includes((body as Json).store)
        ? sending({ ...(body as object), store: true })
        : undefined,
    ),
  },
  {
    law: "store.S2",
    does: "deletes nothing",
    of: KEPT,
    fault: {
      ask: (asked) => (asked.method === "DELETE" ? { ...asked, method: "GET" } : asked),
      answer: (answered, asked) =>
        answered.status === 200 &&
        asked.method === "GET" &&
        !isListed(asked) &&
        answered.bytes.includes('"chat.completion"') &&
        asked.headers["x-was"] === "DELETE"
          ? withText(answered, "{}")
          : answered,
    },
    also: ["schema"],
  },
  {
    law: "store.S3",
    does: "updates nothing",
    of: KEPT,
    also: ["metadata.D1"],
    fault: asking(({ method, url, body }) =>
      method === "POST" && url.startsWith("/v1/chat/completions/") && (body as Json)?.metadata?.run !== undefined
        ? { method: "GET", bytes: Buffer.alloc(0), body: undefined }
        : undefined,
    ),
  },
  {
    law: "page.P1",
    does: "ignores the limit",
    of: KEPT,
    fault: asking(({ url }) => ({ url: url.replace(/limit=\d+/, "limit=100") })),
  },
  {
    law: "page.P1",
    does: "ignores the order",
    of: KEPT,
    fault: asking(({ url }) => ({ url: url.replace("order=desc", "order=asc") })),
  },
  {
    law: "page.P1",
    does: "always has more",
    of: KEPT,
    fault: json((reply) => {
      if (reply.object === "list") reply.has_more = true;
    }),
  },
  {
    law: "page.P1",
    does: "lists the newest first when nobody asks for it",
    of: KEPT,
    fault: asking((asked) =>
      isListed(asked) && !asked.url.includes("order=") ? { url: `${asked.url}&order=desc` } : undefined,
    ),
  },
  {
    law: "page.P1",
    does: "names a first message that is not there",
    of: KEPT,
    fault: json((reply, _asked, { url }) => {
      if (url.includes("/messages")) reply.first_id = "msg_none";
    }),
  },
  {
    law: "page.P2",
    does: "ignores the filters",
    of: KEPT,
    fault: asking(({ url }) => ({ url: url.replaceAll(/(metadata(\[|%5B)[^&]*|model=[^&]*)&?/g, "") })),
  },
  {
    law: "auth.A1",
    does: "asks for no key",
    of: EMBEDDINGS,
    fault: asking(({ headers }) => ({ headers: { ...headers, authorization: "Bearer any" } })),
  },
  {
    law: "auth.A1",
    does: "answers a missing key with 400",
    of: EMBEDDINGS,
    fault: whatever((answered) => (answered.status === 401 ? { ...answered, status: 400 } : answered)),
  },
  { law: "auth.A2", does: "keeps all keys in one world", of: KEPT, fault: oneWorld },
  {
    law: "method.M1",
    does: "answers other methods with 404",
    of: EMBEDDINGS,
    fault: whatever((answered) => (answered.status === 405 ? { ...answered, status: 404 } : answered)),
  },
  {
    law: "method.M1",
    does: "allows the method that it refuses",
    of: EMBEDDINGS,
    fault: whatever((answered, { method }) =>
      answered.headers.allow === undefined
        ? answered
        : { ...answered, headers: { ...answered.headers, allow: `POST, ${method}` } },
    ),
  },
  {
    law: "input.V1",
    does: "accepts a request without its required fields",
    of: EMBEDDINGS,
    fault: asking(({ body }) =>
      typeof body === "object" && body !== null && !("input" in body) ? sending({ ...body, input: "any" }) : undefined,
    ),
  },
  {
    law: "input.V1",
    does: "fails on wrong types",
    of: EMBEDDINGS,
    fault: whatever((answered) =>
      answered.status === 400 && answered.bytes.includes("invalid_type") ? { ...answered, status: 500 } : answered,
    ),
  },
  {
    law: "input.V1",
    does: "names no field",
    of: EMBEDDINGS,
    fault: whatever((answered) =>
      answered.status === 400 && !answered.bytes.includes("json")
        ? withText(
            answered,
            '{"error":{"message":"Bad request.","type":"invalid_request_error","param":"","code":"bad"}}',
          )
        : answered,
    ),
  },
  {
    law: "input.V2",
    does: "refuses the highest temperature",
    of: CHAT,
    fault: whatever((answered, { body }) =>
      (body as Json)?.temperature === 2 && answered.status === 200
        ? {
            ...withText(
              answered,
              '{"error":{"message":"temperature must be below 2","type":"invalid_request_error","param":"temperature","code":"out_of_range"}}',
            ),
            status: 400,
            headers: { ...answered.headers, "content-type": "application/json" },
          }
        : answered,
    ),
  },
  {
    law: "input.V3",
    does: "fails on malformed JSON",
    of: EMBEDDINGS,
    fault: whatever((answered) => (answered.bytes.includes("invalid_json") ? { ...answered, status: 500 } : answered)),
  },
  {
    law: "input.V3",
    does: "reads any media type as JSON",
    of: EMBEDDINGS,
    fault: whatever((answered) => (answered.status === 415 ? { ...answered, status: 200 } : answered)),
  },
];

/** The numbers of a stream from which events were taken are made good again: one fault at a time. */
function renumber<Event extends { data: Json }>(all: Event[]): Event[] {
  let number = 0;
  for (const { data } of all) if (typeof data === "object") data.sequence_number = number++;
  return all;
}

/** What a server may do as it likes. */
export const LEGAL: readonly { does: string; of: readonly string[]; fault: Fault }[] = [
  {
    does: "sends byte by byte",
    of: ["sudoCreateChatCompletion", "orqProxyCreateCompletion"],
    fault: whatever((answered) => ({ ...answered, pieceBytes: 1 })),
  },
  {
    does: "sends pieces that end anywhere",
    of: RESPONSES,
    fault: whatever((answered) => ({ ...answered, pieceBytes: 37 })),
  },
  { does: "ends lines with CRLF", of: [...CHAT, ...RESPONSES], fault: stream((text) => text.replaceAll("\n", "\r\n")) },
  { does: "ends lines with CR", of: CHAT, fault: stream((text) => text.replaceAll("\n", "\r")) },
  { does: "begins with a byte order mark", of: CHAT, fault: stream((text) => `\ufeff${text}`) },
  {
    does: "sends comments",
    of: [...CHAT, ...RESPONSES, ...TEXT],
    fault: stream((text) => `: hello\n\n${text.replaceAll("\n\n", "\n\n: keep-alive\n\n")}`),
  },
  { does: "writes no space after the colon", of: CHAT, fault: stream((text) => text.replaceAll("data: ", "data:")) },
  {
    does: "sends ids and retry",
    of: CHAT,
    fault: stream((text) => `retry: 3000\n${text.replaceAll("data: ", "id: 7\ndata: ")}`),
  },
  {
    does: "breaks pretty JSON over data lines",
    of: CHAT,
    fault: stream((text) =>
      text.replaceAll(/^data: (\{.*)$/gm, (_line, data) =>
        JSON.stringify(JSON.parse(data), null, 1)
          .split("\n")
          .map((line) => `data: ${line}`)
          .join("\n"),
      ),
    ),
  },
  {
    does: "adds fields that nobody knows",
    of: CHAT,
    fault: json((reply) => {
      reply.provider = "x";
      for (const choice of reply.choices ?? []) choice.native_finish_reason = "stop";
    }),
  },
  {
    does: "adds fields to chunks",
    of: CHAT,
    fault: chunks((chunk) => {
      chunk.provider = "x";
    }),
  },
  {
    does: "adds fields to events",
    of: RESPONSES,
    fault: chunks((chunk) => {
      chunk.obfuscation = "x8";
    }),
  },
  {
    does: "ends with the last piece of content",
    of: CHAT,
    fault: events((all) => {
      const at = all.findIndex(({ data }) => data.choices?.[0]?.finish_reason);
      const before = all[at - 1]?.data;
      const last = all[at]?.data;
      if (
        before?.choices?.length !== 1 ||
        last?.choices?.length !== 1 ||
        !before.choices[0].delta?.content ||
        before.choices[0].index !== last.choices[0].index
      )
        return all;
      before.choices[0].finish_reason = last.choices[0].finish_reason;
      return all.filter((_event, index) => index !== at);
    }),
  },
  {
    does: "sends empty deltas",
    of: CHAT,
    fault: events((all) => {
      const first = all.findIndex(({ data }) => data.choices?.[0]?.delta?.content);
      if (first < 0) return all;
      const empty = structuredClone(all[first]) as { data: Json };
      empty.data.choices = [{ ...empty.data.choices[0], delta: { content: "" } }];
      return [...all.slice(0, first), empty, ...all.slice(first)];
    }),
  },
  {
    does: "writes media types in its own way",
    of: [...CHAT, ...EMBEDDINGS],
    fault: whatever((answered) => ({
      ...answered,
      headers: {
        ...answered.headers,
        "content-type": (answered.headers["content-type"] ?? "")
          .replace("application/json", "Application/JSON")
          .replace("; charset=utf-8", ";charset=UTF-8"),
      },
    })),
  },
  {
    does: "sends headers of its own",
    of: EMBEDDINGS,
    fault: whatever((answered) => ({
      ...answered,
      headers: { ...answered.headers, server: "x", "x-ratelimit-extra": "many", via: "1.1 x" },
    })),
  },
  {
    does: "writes JSON over many lines",
    of: EMBEDDINGS,
    fault: whatever((answered) =>
      answered.headers["content-type"]?.includes("json")
        ? withText(answered, JSON.stringify(JSON.parse(answered.bytes.toString("utf8")), null, 2))
        : answered,
    ),
  },
  {
    does: "answers faulty requests with 422",
    of: EMBEDDINGS,
    fault: whatever((answered) =>
      answered.status === 400 && !answered.bytes.includes("invalid_json") ? { ...answered, status: 422 } : answered,
    ),
  },
  {
    does: "forbids where it could ask for a key",
    of: EMBEDDINGS,
    fault: whatever((answered) => (answered.status === 401 ? { ...answered, status: 403 } : answered)),
  },
  {
    does: "counts events from one",
    of: RESPONSES,
    fault: chunks((chunk) => {
      chunk.sequence_number++;
    }),
  },
  {
    does: "compresses everything",
    of: [...EMBEDDINGS, ...CHAT],
    fault: whatever((answered) => ({
      ...answered,
      bytes: gzipSync(answered.bytes),
      headers: { ...answered.headers, "content-encoding": "gzip" },
    })),
  },
  {
    does: "writes null for what it does not tell",
    of: ["orqRouterCreateChatCompletion"],
    fault: chunks((chunk) => Object.assign(chunk, { system_fingerprint: null })),
  },
  {
    does: "says 404 in its own words",
    of: KEPT,
    fault: whatever((answered) =>
      answered.status === 404
        ? withText(
            answered,
            answered.bytes
              .toString("utf8")
              .replace(/"message":"[^"]*"/, '"message":"Gone fishing."')
              .replace(/"code":"[^"]*"/, '"code":"nope"'),
          )
        : answered,
    ),
  },
];
