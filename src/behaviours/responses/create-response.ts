/** Responses of both APIs. A previous response makes its conversation the beginning of the new one. */

import { problem } from "../../contract/problem.ts";
import type { Behaviour, Call, Outcome } from "../behaviour.ts";
import { type ConversationItem, conversationOf, keepResponse, resolveReferences } from "../stored/responses.ts";
import { type Fit, refusingSchemas } from "../text/fit.ts";
import { stemsOf, topicOf } from "../text/topic.ts";
import { responseOf } from "./compose.ts";
import { subjectOf } from "./input.ts";
import { outputOf } from "./output.ts";
import { type ResponseRequest, viewOf } from "./request.ts";
import type { ResponseReply } from "./response.ts";

export const createResponse = ({ fit }: { fit: Fit }): Behaviour =>
  async function response(call) {
    // The contract has checked the body; the view reads only what it names.
    const request = call.body as ResponseRequest;
    const previous = request.previous_response_id ?? undefined;
    const earlier = previous === undefined ? [] : await conversationOf(call.world, previous);
    if (earlier === undefined) return unknownPrevious(previous);
    const sent = await resolveReferences(call.world, request.input);
    if ("unknown" in sent) return unknownItem(sent.unknown);
    const conversation = [...earlier, ...sent.items];
    const stray = previous === undefined ? undefined : strayResultOf(conversation);
    if (stray !== undefined) return unknownCall(stray);
    const outcome = respond(call, { ...request, input: conversation }, fit);
    // Kept unless it is declined: `store` is true when it is null or left out.
    if (outcome.kind === "reply" && request.store !== false) {
      await keepResponse(call.world, request, outcome.body as ResponseReply);
    }
    return outcome;
  };

function respond(call: Call, request: ResponseRequest & { input: readonly ConversationItem[] }, fit: Fit): Outcome {
  const subject = subjectOf(request.input);
  const id = call.newId("resp");
  const output = refusingSchemas(() =>
    outputOf(viewOf(request), {
      ...subject,
      topic: topicOf(tellingQuestionOf(request.input) ?? subject.question) ?? "your request",
      random: call.random,
      fit,
      newId: call.newId,
    }),
  );
  if ("kind" in output) return output;
  const created_at = Math.floor(call.clock.now() / 1000);
  return {
    kind: "reply",
    status: 200,
    mediaType: "application/json",
    body: responseOf(request, output, { id, created_at }),
  };
}

/** The last question that names a subject: "And why?" is about what was asked before it. */
function tellingQuestionOf(conversation: readonly ConversationItem[]): string | undefined {
  const question = (item: ConversationItem) => subjectOf([item]).question;
  const telling = conversation.findLast((item) => item.role === "user" && stemsOf(question(item)).size > 0);
  return telling && question(telling);
}

/**
 * The id of the first function's answer that no call asked for. Only a follow-up is looked at: there the twin knows every
 * call that was made.
 */
function strayResultOf(conversation: readonly ConversationItem[]): string | undefined {
  const calls = new Set(conversation.filter(({ type }) => type === "function_call").map(({ call_id }) => call_id));
  return conversation.find(({ type, call_id }) => type === "function_call_output" && !calls.has(call_id))?.call_id;
}

const unknownPrevious = (id: string | undefined): Outcome => ({
  kind: "refusal",
  problem: problem(400, "previous_response_not_found", `Previous response with id '${id}' not found.`, {
    param: "previous_response_id",
  }),
});

const unknownItem = (id: string): Outcome => ({
  kind: "refusal",
  problem: problem(
    400,
    "item_not_found",
    `Item with id '${id}' not found. Only items of stored responses can be named.`,
    {
      param: "input",
    },
  ),
});

const unknownCall = (id: string): Outcome => ({
  kind: "refusal",
  problem: problem(400, "tool_call_not_found", `No tool call found for function call output with call_id '${id}'.`, {
    param: "input",
  }),
});
