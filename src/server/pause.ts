/** Waits before an answer, unless nobody is there to answer any more. */
import type { ServerResponse } from "node:http";
import { problem } from "../contract/problem.ts";
import type { Clock } from "../lib/clock.ts";
import { Refusal } from "./refusal.ts";

/** Rejects as soon as the client has left: nothing is to be done then. */
export function pause(clock: Clock, ms: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      cancel();
      reject(new Refusal(problem(400, "client_left", "The client left before the answer that was to come later.")));
    };
    const cancel = clock.after(ms, () => {
      response.removeListener("close", leave);
      resolve();
    });
    if (response.destroyed) leave();
    else response.once("close", leave);
  });
}
