import { type Client, collect, stream } from "gatetwin/client";
import type { SudoPaths } from "gatetwin/types";

/** Any gateway that has the paths of this API. */
export type Gateway = Client<SudoPaths>;

const PATH = "/v1/chat/completions";
const bodyOf = (content: string) => ({
  model: "gpt-4o-mini",
  messages: [{ role: "user" as const, content }],
});

/** The whole answer; the error's own words where there is none. */
export async function ask(gateway: Gateway, question: string): Promise<string> {
  const { data, error } = await gateway.POST(PATH, { body: bodyOf(question) });
  if (error !== undefined) return `The gateway said no: ${JSON.stringify(error)}`;
  return data.choices[0]?.message.content ?? "";
}

/** The answer, as it is written. */
export async function* tell(gateway: Gateway, question: string): AsyncGenerator<string> {
  for await (const chunk of stream(gateway, PATH, { body: bodyOf(question) }))
    yield chunk.choices[0]?.delta.content ?? "";
}

/** The stream, folded to the reply that the same call without it has. */
export const fold = (gateway: Gateway, question: string) => collect(stream(gateway, PATH, { body: bodyOf(question) }));
