/** A whole sequence as one command line: what a later step needs of an earlier reply is caught in a variable. */
import { valueAt } from "../../lib/json-pointer.ts";
import type { StepReply } from "./expect.ts";

export interface DoneStep {
  name?: string | undefined;
  curl: string;
  reply: StepReply;
}

/** A shorter text could stand anywhere in a line. */
const LEAST_VALUE = 6;

/** Of JSON or of events, without a tool that reads JSON. */
const FIRST_ID = `grep -o '"id": *"[^"]*"' | head -1 | cut -d'"' -f4`;

/** The line of the last step after those of the steps before it, of which only the last one prints. */
export function reproduce(before: readonly DoneStep[], last: string): string {
  const caught: { value: string; variable: string }[] = [];
  const lines = before.map(({ name, curl, reply }) => {
    const line = withVariables(curl, caught);
    const value = valueAt(reply.body, "/id");
    if (name === undefined || typeof value !== "string" || value.length < LEAST_VALUE) return `${line} > /dev/null`;
    caught.push({ value, variable: name });
    return `${name}=$(${line} | ${FIRST_ID})`;
  });
  return [...lines, withVariables(last, caught)].join("; ");
}

/** Every id that was caught stands in single quotes, which are closed around the variable. */
const withVariables = (curl: string, caught: readonly { value: string; variable: string }[]): string =>
  caught.reduce((line, { value, variable }) => line.replaceAll(value, `'"$${variable}"'`), curl);
