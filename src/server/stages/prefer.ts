/** Does what the request prefers: another status, a named example, a reply made from its schema, a pause. */
import type { IncomingMessage } from "node:http";
import type { Call, Outcome } from "../../behaviours/behaviour.ts";
import { bodyOf, synthesizeReply } from "../../behaviours/synthesize-reply.ts";
import { type Operation, type Reply, replyFor, statusNumber, successOf } from "../../contract/operation.ts";
import { type Problem, problem } from "../../contract/problem.ts";
import type { Clock } from "../../lib/clock.ts";
import { pause } from "../pause.ts";
import type { Preferences } from "../preferences.ts";
import { Refusal } from "../refusal.ts";
import { type Stage, stage, type Turn } from "../turn.ts";

export const prefer = (clock: Clock): Stage =>
  stage((turn, _request: IncomingMessage, response) => {
    const { preferences } = turn;
    const names = Object.entries(preferences).map(([name, value]) => `${name}=${value}`);
    if (names.length === 0) return;
    turn.headers.vary = "Prefer";
    const { wait = 0 } = preferences;
    const apply = () => {
      const refusal = answer(turn, preferences);
      if (refusal?.param !== "Prefer") turn.headers["preference-applied"] = names.join(", ");
      if (refusal !== undefined) throw new Refusal(refusal, refusal.code === PREFERRED);
    };
    return wait === 0 ? apply() : pause(clock, wait * 1000, response).then(apply);
  });

/** Settles the outcome where the request dictates it; else the behaviour does. Returns the error to answer with, if any. */
function answer(turn: Turn, { code, example, dynamic }: Preferences): Problem | undefined {
  const call = turn.call as Call;
  if (code !== undefined && code >= 400 && example === undefined) return dictated(code);
  if (code === undefined && example === undefined && dynamic !== true) return undefined;
  const reply = code === undefined ? successOf(call.operation) : replyFor(call.operation, code);
  if (reply === undefined) return undocumented(call.operation, code);
  const status = code ?? statusNumber(reply.status);
  const outcome =
    example !== undefined
      ? exampleOf(reply, example, status)
      : code !== undefined && reply !== successOf(call.operation)
        ? madeFrom(reply, call, status)
        : dynamic === true
          ? (synthesizeReply(call) as Outcome)
          : undefined;
  if (outcome?.kind === "refusal") return outcome.problem;
  turn.outcome = outcome;
  turn.isDictated = outcome !== undefined;
  return undefined;
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
  const message = `The reply with status ${status} has no example ${name}. ${hint}`;
  return { kind: "refusal", problem: problem(400, "unknown_example", message, { param: "Prefer" }) };
}

function madeFrom(reply: Reply, { contract, random }: Call, status: number): Outcome {
  const [content] = wholeFaces(reply);
  if (content === undefined) return { kind: "reply", status, mediaType: "", body: undefined };
  return { kind: "reply", status, mediaType: content.mediaType, body: bodyOf(content, contract, random) };
}

const PREFERRED = "preferred";

/** Real gateways send errors that their documents do not list, so any error can be asked for. */
const dictated = (code: number) =>
  problem(code, PREFERRED, `This error was asked for by the Prefer header (code=${code}).`, {
    ...((code === 429 || code === 503) && { headers: { "retry-after": "1" } }),
  });

const undocumented = (operation: Operation, code: number | undefined) =>
  problem(
    400,
    "undocumented_status",
    `${operation.id} documents no status ${code}. Documented: ${operation.replies.map(({ status }) => status).join(", ")}.`,
    { param: "Prefer" },
  );
