import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { jsonSchema, stepCountIs, streamText, tool } from "ai";

const gateway = createOpenAICompatible({
  name: "gateway",
  baseURL: process.env.OPENAI_BASE_URL,
  apiKey: process.env.OPENAI_API_KEY,
  includeUsage: true,
});

/** Streams the answer to a question; `tideAt(place)` tells the hour of high tide. */
export const forecast = (question, tideAt) =>
  streamText({
    model: gateway("gpt-4o-mini"),
    prompt: question,
    stopWhen: stepCountIs(3),
    tools: {
      tide: tool({
        description: "The hour of high tide at a place",
        inputSchema: jsonSchema({
          type: "object",
          properties: { place: { type: "string" } },
          required: ["place"],
          additionalProperties: false,
        }),
        execute: async ({ place }) => ({ place, hour: await tideAt(place) }),
      }),
    },
  });
