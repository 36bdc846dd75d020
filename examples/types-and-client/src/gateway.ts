import { createServer, type IncomingMessage, type Server } from "node:http";
import type { Schemas } from "gatetwin/types";

type ChatRequest = Schemas["SudoChatRequest"];
type Chat = Schemas["SudoChatCompletion"];
type Chunk = Schemas["SudoChatChunk"];

/** A gateway that says everything again, whole or word by word. */
export const createGateway = (): Server =>
  createServer(async (request, response) => {
    const asked = JSON.parse(await textOf(request)) as ChatRequest;
    const last = asked.messages.at(-1);
    const words = typeof last?.content === "string" ? last.content : "";
    if (!asked.stream) {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(whole(asked.model, words)));
      return;
    }
    response.setHeader("content-type", "text/event-stream");
    for (const chunk of pieces(asked.model, words)) response.write(`data: ${JSON.stringify(chunk)}\n\n`);
    response.end("data: [DONE]\n\n");
  });

const ABOUT = { id: "chatcmpl-echo", created: 1_735_689_600 } as const;

const whole = (model: string, words: string): Chat => ({
  ...ABOUT,
  object: "chat.completion",
  model,
  choices: [{ index: 0, message: { role: "assistant", content: words, refusal: null }, finish_reason: "stop", logprobs: null }],
  usage: usageOf(words),
});

function* pieces(model: string, words: string): Generator<Chunk> {
  const about = { ...ABOUT, object: "chat.completion.chunk", model } as const;
  yield { ...about, choices: [{ index: 0, delta: { role: "assistant", content: "" }, finish_reason: null }] };
  for (const word of words.split(/(?<= )/))
    yield { ...about, choices: [{ index: 0, delta: { content: word }, finish_reason: null }] };
  yield { ...about, choices: [{ index: 0, delta: {}, finish_reason: "stop" }] };
  yield { ...about, choices: [], usage: usageOf(words) };
}

function usageOf(words: string): Chat["usage"] {
  const count = words.split(" ").length;
  return { prompt_tokens: count, completion_tokens: count, total_tokens: 2 * count };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request.setEncoding("utf8")) text += part;
  return text;
}
