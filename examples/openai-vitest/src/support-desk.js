import OpenAI from "openai";

const client = new OpenAI();
const SYSTEM = { role: "system", content: "You answer questions of customers in two sentences." };

/** The answer, piece by piece. */
export async function* answer(question) {
  const stream = await client.chat.completions.create({
    model: "gpt-4o-mini",
    messages: [SYSTEM, { role: "user", content: question }],
    max_tokens: 200,
    stream: true,
  });
  for await (const chunk of stream) yield chunk.choices[0]?.delta.content ?? "";
}

/** What the question is about. */
export async function triage(question) {
  const reply = await client.chat.completions.create({
    model: "gpt-4o-mini",
    messages: [{ role: "user", content: question }],
    response_format: {
      type: "json_schema",
      json_schema: {
        name: "triage",
        strict: true,
        schema: {
          type: "object",
          properties: {
            topic: { type: "string", enum: ["billing", "delivery", "other"] },
            isUrgent: { type: "boolean" },
          },
          required: ["topic", "isUrgent"],
          additionalProperties: false,
        },
      },
    },
  });
  const [{ message }] = reply.choices;
  if (message.refusal) return { topic: "other", isUrgent: false };
  return JSON.parse(message.content);
}
