/**
 * What to ask so that a law has something to judge: changes of an operation's first example, by family of laws. A change
 * that the request schema of the operation refuses is left out, so that each family lists the spellings of all dialects.
 */

export type Probe = Readonly<Record<string, unknown>>;

const PARAMETERS = {
  type: "object",
  properties: { port: { type: "string" }, days: { type: "integer", minimum: 1, maximum: 7 } },
  required: ["port", "days"],
  additionalProperties: false,
} as const;

const CHAT_TOOL = { type: "function", function: { name: "get_tide", parameters: PARAMETERS } };
const RESPONSES_TOOL = { type: "function", name: "get_tide", parameters: PARAMETERS, strict: true };
const SCHEMA = {
  type: "object",
  properties: { port: { type: "string" }, times: { type: "array", items: { type: "string" }, minItems: 1 } },
  required: ["port", "times"],
  additionalProperties: false,
} as const;

const CHAT_FORMAT = {
  response_format: { type: "json_schema", json_schema: { name: "tides", schema: SCHEMA, strict: true } },
};
const RESPONSES_FORMAT = { text: { format: { type: "json_schema", name: "tides", schema: SCHEMA, strict: true } } };
/** JSON mode has to be asked for in words too. */
const IN_JSON = [{ role: "user", content: "When is high tide at Saint-Malo? Answer in JSON." }];
/** Letters that every answer in words holds: it ends early, so that it needs no limit. */
const STOP = { stop: ["e", "a"] };
const METADATA = { metadata: { port: "Saint-Malo", checked: "yes" } };
const PROMPTS = { prompt: ["High tide is at", "Low tide is at"] };

/** By family of laws, then of stream laws. */
const PROBES: Readonly<Record<string, readonly Probe[]>> = {
  choices: [{ n: 2 }, { max_completion_tokens: 2, logprobs: true, top_logprobs: 2 }, { max_tokens: 2 }, PROMPTS, STOP],
  tools: [
    { tools: [CHAT_TOOL], tool_choice: "required", parallel_tool_calls: false },
    { tools: [CHAT_TOOL], tool_choice: { type: "function", function: { name: "get_tide" } } },
    { tools: [CHAT_TOOL], tool_choice: "none" },
    { tools: [RESPONSES_TOOL], tool_choice: "required", parallel_tool_calls: false },
    { tools: [RESPONSES_TOOL], tool_choice: "none" },
  ],
  format: [{ response_format: { type: "json_object" }, messages: IN_JSON }, CHAT_FORMAT, RESPONSES_FORMAT],
  embeddings: [
    { input: ["ebb", "flood", "slack water"] },
    { encoding_format: "base64", input: ["ebb", "flood"] },
    { dimensions: 8 },
  ],
  rerank: [{ top_n: 1 }],
  moderation: [{ input: ["a calm sea", "I will kill you"] }],
  images: [{ n: 2 }, { response_format: "b64_json" }, { response_format: "url" }, { output_format: "webp" }],
  speech: ["mp3", "wav", "opus", "flac", "aac", "pcm"].map((response_format) => ({ response_format })),
  transcription: ["json", "verbose_json", "text", "srt", "vtt"].map((response_format) => ({ response_format })),
  metadata: [METADATA],
};

const USAGE = { stream_options: { include_usage: true } };

const STREAMED: Readonly<Record<string, readonly Probe[]>> = {
  chat: [
    USAGE,
    {},
    { n: 2, ...USAGE },
    { max_completion_tokens: 2, logprobs: true, top_logprobs: 2, ...USAGE },
    { tools: [CHAT_TOOL], tool_choice: "required", ...USAGE },
    { tools: [CHAT_TOOL], tool_choice: "auto" },
    CHAT_FORMAT,
    STOP,
  ],
  completions: [{}, { ...PROMPTS, ...STOP }],
  responses: [
    {},
    { tools: [RESPONSES_TOOL], tool_choice: { type: "function", name: "get_tide" } },
    { tools: [{ type: "web_search_preview" }], tool_choice: { type: "web_search_preview" } },
    { max_output_tokens: 16 },
    { reasoning: { effort: "low", summary: "auto" } },
    { ...RESPONSES_FORMAT, ...METADATA },
  ],
};

/** The reply ends early by itself. */
export const endsEarly = (patch: Probe): boolean => patch.stop === STOP.stop;

export const probesOf = (families: readonly string[]): Probe[] => families.flatMap((family) => PROBES[family] ?? []);

export const streamProbesOf = (family: string | null): Probe[] =>
  (STREAMED[family ?? ""] ?? [{}]).map((probe) => ({ ...probe, stream: true }));
