/** Runs the stages of a request one after the other: each calls the next, and an error goes to the one that answers errors. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Next, Stage } from "./turn.ts";

export type ErrorStage = (error: unknown, request: IncomingMessage, response: ServerResponse) => void;

/** What a stage throws is an error as well. The last stage calls nothing, so nothing follows it. */
export const pipeline = (
  stages: readonly Stage[],
  fail: ErrorStage,
): ((request: IncomingMessage, response: ServerResponse) => void) =>
  function run(request, response) {
    let position = 0;
    const next: Next = (error) => {
      if (error !== undefined) return fail(error, request, response);
      try {
        stages[position++]?.(request, response, next);
      } catch (thrown) {
        fail(thrown, request, response);
      }
    };
    next();
  };
