/** Keeps the completions of a chat behaviour that are made with `store: true`. */
import type { Behaviour, Call, Outcome } from "../behaviour.ts";
import type { ChatCompletion } from "../chat/completion.ts";
import type { ChatRequest } from "../chat/request.ts";
import { keepCompletion } from "./kept-completions.ts";

export const storing = (behaviour: Behaviour): Behaviour =>
  function storingCompletion(call) {
    const { store } = call.body as { store?: boolean | null };
    return store === true ? answerAndKeep(behaviour, call) : behaviour(call);
  };

async function answerAndKeep(behaviour: Behaviour, call: Call): Promise<Outcome> {
  const outcome = await behaviour(call);
  if (outcome.kind !== "reply") return outcome;
  const { messages, stream } = call.body as ChatRequest & { stream?: boolean | null };
  const answered = outcome.body as ChatCompletion;
  // A stream and the JSON answer to the same request share their ids. Two that are kept are two, so one gets another.
  const completion = stream === true ? { ...answered, id: call.newId("chatcmpl") } : answered;
  await keepCompletion(call.world, { completion, messages });
  return { ...outcome, body: completion };
}
