/** What the peers answer: as long as Gatetwin's own short answer, whole or in 20 chunks. */

export const TEXT =
  "Here is a short answer about high tide. Start small, check the result, and then go on. Let me know if you would like more.";

/** 18 pieces of text; the first and the last chunk of a stream have none. */
export const PIECES = TEXT.match(/.{1,7}/gs).slice(0, 18);

const base = { id: "chatcmpl-bench", created: 1_735_689_600 };

export const whole = (model) => ({
  ...base,
  object: "chat.completion",
  model,
  choices: [
    { index: 0, message: { role: "assistant", content: TEXT, refusal: null }, logprobs: null, finish_reason: "stop" },
  ],
  usage: { prompt_tokens: 12, completion_tokens: 27, total_tokens: 39 },
});

export const chunks = (model) =>
  [{ role: "assistant" }, ...PIECES.map((content) => ({ content })), {}].map((delta, position, all) => ({
    ...base,
    object: "chat.completion.chunk",
    model,
    choices: [{ index: 0, delta, finish_reason: position === all.length - 1 ? "stop" : null }],
  }));

export const event = (data) => `data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`;
