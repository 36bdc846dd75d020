/** Responses of both APIs. */
import type { Behaviour, Call, Outcome } from "../behaviour.ts";
import { problem } from "../problem.ts";
import { type Fit, refusingSchemas } from "../text/fit.ts";
import { topicOf } from "../text/topic.ts";
import { responseOf } from "./compose.ts";
import { subjectOf } from "./input.ts";
import { outputOf } from "./output.ts";
import { type ResponseRequest, viewOf } from "./request.ts";

/** A call in a world that remembers its responses. Without the look-up every previous response is taken for granted. */
export interface ResponseCall extends Call {
  readonly knowsResponse?: (id: string) => boolean | Promise<boolean>;
}

export const createResponse = ({ fit }: { fit: Fit }): Behaviour =>
  function response(call: ResponseCall) {
    // The contract has checked the body; the view reads only what it names.
    const request = call.body as ResponseRequest;
    const previous = request.previous_response_id;
    if (previous === undefined || previous === null || call.knowsResponse === undefined)
      return respond(call, request, fit);
    const answer = (isKnown: boolean) => (isKnown ? respond(call, request, fit) : unknownPrevious(previous));
    const isKnown = call.knowsResponse(previous);
    return typeof isKnown === "boolean" ? answer(isKnown) : isKnown.then(answer);
  };

function respond(call: Call, request: ResponseRequest, fit: Fit): Outcome {
  const subject = subjectOf(request.input);
  const id = call.newId("resp");
  const output = refusingSchemas(() =>
    outputOf(viewOf(request), {
      ...subject,
      topic: topicOf(subject.question) ?? "your request",
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

const unknownPrevious = (id: string): Outcome => ({
  kind: "refusal",
  problem: problem(400, "previous_response_not_found", `Previous response with id '${id}' not found.`, {
    param: "previous_response_id",
  }),
});
