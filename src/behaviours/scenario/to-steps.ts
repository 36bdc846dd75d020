/** The script of a scenario as steps to send: what all events of a stream share is filled in from the generated reply. */
import { type Operation, successOf } from "../../contract/operation.ts";
import type { ScriptStep } from "../../scenario/scenario.ts";
import { eventStep, type Step } from "../../scenario/script.ts";
import { FACES, type Face } from "../chat/face.ts";
import { isMembers } from "./merge.ts";

/** Chunks repeat these of the reply. */
const SHARED = ["id", "created", "model", "system_fingerprint"];
const CHUNK_OBJECTS: Readonly<Record<string, string>> = {
  chat: "chat.completion.chunk",
  completions: "text_completion",
};

interface StepsOptions {
  operation: Operation;
  /** The generated reply to the same request. */
  reply: unknown;
}

export function toSteps(script: readonly ScriptStep[], { operation, reply }: StepsOptions): Step[] {
  const stream = successOf(operation)?.stream;
  const object = CHUNK_OBJECTS[stream?.laws ?? ""];
  const shared = object === undefined || !isMembers(reply) ? {} : { ...pick(reply, SHARED), object };
  let next = 0;
  return withEmptyCalls(script, operation).map((step): Step => {
    if ("wait" in step) return { kind: "wait", ms: step.wait };
    if ("data" in step)
      return { kind: "event", event: { data: step.data, ...(step.name !== undefined && { event: step.name }) } };
    const { event, name } = step;
    if (stream?.laws !== "responses") return eventStep({ ...shared, ...event }, name);
    const payload = { sequence_number: next, ...event };
    next = typeof payload.sequence_number === "number" ? payload.sequence_number + 1 : next + 1;
    const type = (payload as { type?: unknown }).type;
    return eventStep(payload, name ?? (stream.named && typeof type === "string" ? type : undefined));
  });
}

/** Where an API always has a list of calls, a chunk that opens a message without any has an empty one. */
function withEmptyCalls(script: readonly ScriptStep[], { id }: Operation): readonly ScriptStep[] {
  const isOpening = (choice: unknown) => isMembers(choice) && isMembers(choice.delta) && "role" in choice.delta;
  if ((FACES as Readonly<Record<string, Face>>)[id]?.alwaysHasToolCalls !== true) return script;
  if (JSON.stringify(script).includes('"tool_calls":')) return script;
  return script.map((step) => {
    if (!("event" in step) || !Array.isArray(step.event.choices)) return step;
    const choices = step.event.choices.map((choice) =>
      isOpening(choice) ? { ...choice, delta: { ...choice.delta, tool_calls: [] } } : choice,
    );
    return { ...step, event: { ...step.event, choices } };
  });
}

const pick = (members: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.filter((name) => name in members).map((name) => [name, members[name]]));
