/** Does what the request prefers: another status, a named example, a reply made from its schema, a pause. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Call, Outcome } from "../../behaviours/behaviour.ts";
import { problem } from "../../behaviours/problem.ts";
import { bodyOf, synthesizeReply } from "../../behaviours/synthesize-reply.ts";
import { type Operation, type Reply, replyFor, statusNumber, successOf } from "../../contract/operation.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Preferences } from "../preferences.ts";
import { Refusal } from "../refusal.ts";
import { type Stage, stage, type Turn } from "../turn.ts";

/** A longer pause is cut to this, in seconds. */
const LONGEST_WAIT = 60;

export const prefer = (clock: Clock): Stage =>
  stage((turn, _request: IncomingMessage, response) => {
    const { preferences } = turn;
    const names = Object.entries(preferences).map(([name, value]) => `${name}=${value}`);
    if (names.length === 0) return;
    turn.headers.vary = "Prefer";
    turn.headers["preference-applied"] = names.join(", ");
    const { wait = 0 } = preferences;
    return wait === 0
      ? answer(turn, preferences)
      : pause(clock, Math.min(wait, LONGEST_WAIT), response).then(() => answer(turn, preferences));
  });

/** Ends early when the client has left: there is nobody to answer. */
function pause(clock: Clock, seconds: number, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  return clock.sleep(seconds * 1000, gone.signal).catch(() => undefined);
}

/** Settles the outcome where the request dictates it; else the behaviour does. */
function answer(turn: Turn, { code, example, dynamic }: Preferences): void {
  const call = turn.call as Call;
  if (code !== undefined && code >= 400 && example === undefined) throw new Refusal(dictated(code));
  if (code === undefined && example === undefined && dynamic !== true) return;
  const reply = code === undefined ? successOf(call.operation) : replyFor(call.operation, code);
  if (reply === undefined) throw new Refusal(undocumented(call.operation, code));
  const status = code ?? statusNumber(reply.status);
  turn.isDictated = true;
  if (example !== undefined) turn.outcome = exampleOf(reply, example, status);
  else if (code !== undefined && reply !== successOf(call.operation)) turn.outcome = madeFrom(reply, call, status);
  else if (dynamic === true) turn.outcome = synthesizeReply(call) as Outcome;
  else turn.isDictated = false;
}

const wholeFaces = ({ content }: Reply) => content.filter(({ mediaType }) => mediaType !== "text/event-stream");

function exampleOf(reply: Reply, name: string, status: number): Outcome {
  const faces = wholeFaces(reply);
  for (const { mediaType, examples } of faces) {
    const example = examples.find((one) => one.name === name);
    if (example !== undefined) return { kind: "reply", status, mediaType, body: example.value };
  }
  const known = faces.flatMap(({ examples }) => examples.map((one) => one.name));
  const hint = known.length === 0 ? "It has none." : `It has ${known.join(", ")}.`;
  throw new Refusal(
    problem(400, "unknown_example", `The reply with status ${status} has no example ${name}. ${hint}`, {
      param: "Prefer",
    }),
  );
}

function madeFrom(reply: Reply, { contract, random }: Call, status: number): Outcome {
  const [content] = wholeFaces(reply);
  if (content === undefined) return { kind: "reply", status, mediaType: "", body: undefined };
  return { kind: "reply", status, mediaType: content.mediaType, body: bodyOf(content, contract, random) };
}

/** Real gateways send errors that their documents do not list, so any error can be asked for. */
const dictated = (code: number) =>
  problem(code, "preferred", `This error was asked for by the Prefer header (code=${code}).`, {
    ...((code === 429 || code === 503) && { headers: { "retry-after": "1" } }),
  });

const undocumented = (operation: Operation, code: number | undefined) =>
  problem(
    400,
    "undocumented_status",
    `${operation.id} documents no status ${code}. Documented: ${operation.replies.map(({ status }) => status).join(", ")}.`,
    { param: "Prefer" },
  );
