/** What servers may do though it looks odd, in all other replies: no law says anything of it. */
import { exampleReply } from "./exchanges.ts";
import { type LegalRow, testLegal } from "./legal.ts";

const CHAT = "orqProxyCreateChatCompletion";
const RESPONSE = "orqProxyCreateResponse";
const EMBEDDING = "orqProxyCreateEmbedding";
const RERANK = "orqProxyCreateRerank";
const MODERATION = "orqProxyCreateModeration";
const IMAGE = "orqProxyCreateImage";
const SPEECH = "orqProxyCreateSpeech";
const TRANSCRIPTION = "orqProxyCreateTranscription";
const SUDO_UPDATE = "sudoUpdateChatCompletion";

type Body = Record<string, unknown>;
const response = (output: unknown[], more: Body = {}): Body => ({ ...exampleReply(RESPONSE), output, ...more });
const vector = (embedding: unknown, index = 0) => ({ object: "embedding", embedding, index });
const vectors = (...data: unknown[]) => ({ object: "list", model: "m", data });
const ranked = (...pairs: [number, number][]) => ({
  object: "list",
  results: pairs.map(([index, relevance_score]) => ({ object: "rerank", index, relevance_score })),
});
const oneResult = () => ({
  ...exampleReply(MODERATION),
  results: (exampleReply(MODERATION).results as unknown[]).slice(0, 1),
});

const kept: LegalRow[] = [
  [
    "a vector for a list of token ids",
    "embeddings.E1",
    EMBEDDING,
    { request: { input: [1, 2, 3] }, reply: vectors(vector([1, 0])) },
  ],
  [
    "base64 of the dimensions asked for",
    "embeddings.E2",
    EMBEDDING,
    {
      request: { input: "a", encoding_format: "base64", dimensions: 2 },
      reply: vectors(vector(Buffer.from(Float32Array.of(0.6, 0.8).buffer).toString("base64"))),
    },
  ],
  [
    "equal scores",
    "rerank.K1",
    RERANK,
    { request: { query: "q", documents: ["a", "b"], top_n: 5 }, reply: ranked([1, 0.5], [0, 0.5]) },
  ],
  ["no documents kept", "rerank.K1", RERANK, { request: { query: "q", documents: [] }, reply: ranked() }],
  [
    "one result for a text and a picture",
    "moderation.M1",
    MODERATION,
    {
      request: {
        input: [
          { type: "text", text: "a" },
          { type: "image_url", image_url: { url: "data:," } },
        ],
      },
      reply: oneResult(),
    },
  ],
  [
    "links with n left out",
    "images.I1",
    IMAGE,
    { request: { prompt: "p", model: "m" }, reply: { data: [{ url: "https://example.com/a.png" }] } },
  ],
  [
    "two links, their count sent as a text of a form",
    "images.I1",
    "orqProxyCreateImageEdit",
    {
      request: { prompt: "p", model: "m", n: "2" },
      reply: { created: 1, data: [{ url: "https://a/" }, { url: "https://b/" }] },
    },
  ],
  [
    "another format that the provider has",
    "speech.S1",
    SPEECH,
    {
      request: { model: "elevenlabs/eleven_flash_v2", response_format: "wav" },
      reply: new Uint8Array([0xff, 0xfb, 0x90, 0x64]),
      mediaType: "audio/mpeg",
    },
  ],
  [
    "raw samples",
    "speech.S1",
    SPEECH,
    { request: { model: "openai/tts-1", response_format: "pcm" }, reply: new Uint8Array(8), mediaType: "audio/pcm" },
  ],
  ["a bare JSON string", "transcription.W1", TRANSCRIPTION, { request: {}, reply: "High tide." }],
  [
    "speakers who overlap",
    "transcription.W1",
    TRANSCRIPTION,
    {
      request: { response_format: "verbose_json" },
      reply: {
        text: "a b",
        words: [
          { word: "a", start: 0, end: 2 },
          { word: "b", start: 1, end: 3 },
        ],
      },
    },
  ],
  [
    "metadata echoed in another order",
    "metadata.D1",
    RESPONSE,
    { request: { metadata: { a: "1", b: "2" } }, reply: response([], { metadata: { b: "2", a: "1" } }) },
  ],
  [
    "no metadata echoed as none",
    "metadata.D1",
    RESPONSE,
    { request: { metadata: {} }, reply: response([], { metadata: null }) },
  ],
  [
    "a reply without the field",
    "metadata.D1",
    SUDO_UPDATE,
    { request: { metadata: { a: "1" } }, reply: exampleReply(CHAT) },
  ],
];

const unjudged: LegalRow[] = [
  ["vectors for an empty list", "embeddings.E1", EMBEDDING, { request: { input: [] }, reply: vectors() }],
  ["speech whose request is unknown", "speech.S1", SPEECH, { reply: new Uint8Array(8), mediaType: "audio/mpeg" }],
];

testLegal({ kept, unjudged });
