/** Tells in headers what the gateway did: the twin's own, since the real gateways show it in their traces alone. */
import type { Attempt } from "../../scenario/delivery.ts";
import type { Outcome } from "../behaviour.ts";
import type { Routing } from "./block.ts";

export interface Story {
  attempts: readonly Attempt[];
  routing: Routing;
  /** Undefined when no cache was asked for. */
  cache: "hit" | "miss" | undefined;
}

/** The answer with its attempts, in the order they were made, and with the headers that list them. */
export function tell(outcome: Outcome, story: Story): Outcome {
  const delivery = { ...outcome.delivery, attempts: story.attempts };
  const headers = headersOf(story);
  return outcome.kind === "reply"
    ? { ...outcome, delivery, headers: { ...outcome.headers, ...headers } }
    : {
        ...outcome,
        delivery,
        problem: { ...outcome.problem, headers: { ...outcome.problem.headers, ...headers } },
      };
}

const headersOf = ({ attempts, routing, cache }: Story): Record<string, string> => ({
  "x-gatetwin-attempts": attempts.map(written).join(", "),
  ...(cache !== undefined && { "x-gatetwin-cache": cache }),
  ...(routing.applied.length > 0 && { "x-gatetwin-applied": routing.applied.join(", ") }),
  ...(routing.noted.length > 0 && { "x-gatetwin-noted": routing.noted.join(", ") }),
});

/** A member of a list of strings with parameters (RFC 9651, 3.1). */
const written = ({ model, status, reason }: Attempt): string =>
  `"${inAscii(model)}";status=${status};reason="${reason}"`;

/** No header of thirty attempts may outgrow what clients read. */
const LONGEST_MODEL = 80;

/** A name as a header can hold it: what is no plain character, and each `"`, `\` and `%`, is percent-encoded. */
function inAscii(model: string): string {
  let text = "";
  for (const character of model.slice(0, LONGEST_MODEL)) {
    const next = encodeURI(/\p{Surrogate}/u.test(character) ? "\ufffd" : character);
    if (text.length + next.length > LONGEST_MODEL) break;
    text += next;
  }
  return text;
}
