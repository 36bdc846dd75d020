/** `faults`: orders faults for the next calls of a token, lists what is ordered, and takes it back. */
import type { IncomingMessage } from "node:http";
import type { Contract } from "../../contract/operation.ts";
import { nearest } from "../../lib/nearest.ts";
import { readFaults } from "../../scenario/read-fault.ts";
import type { FaultQueue, Order } from "../fault-queue.ts";
import type { Answer } from "../write.ts";
import { invalid, json } from "./answer.ts";
import { readJson } from "./read-json.ts";

interface Options {
  contract: Contract;
  faults: FaultQueue;
}

const MOST_CALLS = 1_000_000;
const FIELDS = ["faults", "calls", "operation"];

/**
 * `POST {"faults": [{"kind": "cut", "after": 3}], "calls": 2, "operation": "sudoCreateChatCompletion"}`: one call, and
 * any operation, by default. `GET` tells what is still ordered, `DELETE` takes all of it back.
 */
export async function faultsAnswer(
  request: IncomingMessage,
  token: string | undefined,
  { contract, faults }: Options,
): Promise<Answer> {
  if (token === undefined) throw invalid("Whose calls? Send the bearer token that the calls will have.");
  if (request.method === "DELETE") faults.clear(token);
  if (request.method === "POST") faults.add(token, readOrder(await readJson(request), contract));
  return json(200, { data: faults.list(token) });
}

function readOrder(body: unknown, contract: Contract): Order {
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw invalid("The body must be a JSON object.");
  const { faults, calls = 1, operation, ...others } = body as Readonly<Record<string, unknown>>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw invalid(`There is no ${unknown.slice(0, 80)} here. ${hint(unknown, FIELDS)}`);
  const read = readFaults(faults);
  if (read.kind === "wrong") throw invalid(read.message);
  if (typeof calls !== "number" || !Number.isInteger(calls) || calls < 1 || calls > MOST_CALLS)
    throw invalid(`calls must be a whole number from 1 to ${MOST_CALLS}.`);
  if (operation === undefined) return { faults: read.faults, calls };
  const known = contract.operations.map(({ id }) => id);
  if (typeof operation !== "string" || !known.includes(operation))
    throw invalid(`operation must be the id of an operation. ${hint(String(operation), known)}`);
  return { faults: read.faults, calls, operation };
}

function hint(given: string, known: readonly string[]): string {
  const meant = nearest(given.slice(0, 80), known);
  return meant === undefined ? `The known ones are ${known.join(", ")}.` : `Did you mean ${meant}?`;
}
