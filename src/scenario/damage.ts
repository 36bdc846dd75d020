/** Faults as pure transformations: from what would go out to what goes out in place of it. */
import { essenceOf } from "../lib/media-type.ts";
import { encode } from "../sse/encode.ts";
import type { Fault } from "./fault.ts";
import type { EventStep, PlayStep, Script } from "./script.ts";

/** What a reply declares by default in place of its own media type. */
export const WRONG_TYPE = "text/html";

/** What is about to be sent, as far as faults can break it. */
export interface Target {
  bytes: number;
  mediaType: string;
  /** How many events a stream has; undefined for a whole answer. */
  events?: number;
  hasSentinel?: boolean;
}

/** Whether there is anything for a fault to break: a stream may have no such event, a body may be shorter. */
export function strikes(fault: Fault, { bytes, mediaType, events = -1, hasSentinel = false }: Target): boolean {
  switch (fault.kind) {
    case "cut":
    case "stall":
      return fault.after <= events;
    case "malformed-event":
    case "duplicate-event":
      return fault.event < events;
    case "reorder-events":
      return fault.event < events - 1;
    case "missing-sentinel":
      return hasSentinel;
    case "truncate":
      return bytes > 0 && (fault.bytes ?? 0) < bytes;
    case "wrong-content-type":
      return essenceOf(fault.mediaType ?? WRONG_TYPE) !== essenceOf(mediaType);
    default:
      return true;
  }
}

type FaultOf<Kind extends Fault["kind"]> = Extract<Fault, { kind: Kind }>;

/** The script with the faults of streams in it. Those that name an event that it does not have change nothing. */
export function damageScript(script: Script, faults: readonly Fault[]): readonly PlayStep[] {
  const all = (kind: Fault["kind"]) => faults.filter((fault) => fault.kind === kind);
  const positions = (kind: "malformed-event" | "duplicate-event" | "reorder-events") =>
    new Set(faults.flatMap((fault) => (fault.kind === kind && "event" in fault ? [fault.event] : [])));
  const malformed = positions("malformed-event");
  const twice = positions("duplicate-event");
  const swapped = positions("reorder-events");
  const steps: PlayStep[] = [];
  let count = 0;
  /** An event that waits for its successor to go first. */
  let late: EventStep | undefined;
  const endings = faults.filter((fault) => fault.kind === "cut" || fault.kind === "stall");
  for (const step of withoutSentinel(script, all("missing-sentinel").length > 0)) {
    if (step.kind !== "event") {
      steps.push(step);
      continue;
    }
    const index = count++;
    for (const ending of endings) if (ending.after === index) steps.push(endingStep(ending));
    const told = malformed.has(index) ? malform(step) : step;
    if (late === undefined && swapped.has(index)) late = told;
    else {
      steps.push(told);
      if (late) steps.push(late);
      late = undefined;
    }
    if (twice.has(index)) steps.push(told);
  }
  if (late) steps.push(late);
  for (const ending of endings) if (ending.after === count) steps.push(endingStep(ending));
  return steps;
}

const endingStep = (fault: FaultOf<"cut" | "stall">): PlayStep =>
  fault.kind === "cut" ? { kind: "close" } : { kind: "silence", ...(fault.ms !== undefined && { ms: fault.ms }) };

/** A JSON object or list without its second half is never JSON. */
const malform = (step: EventStep): EventStep => {
  const { data } = step.event;
  return { kind: "event", event: { ...step.event, data: data.slice(0, Math.ceil(data.length / 2)) } };
};

function* withoutSentinel(script: Script, isLeftOut: boolean): Script {
  if (!isLeftOut) return yield* script;
  const steps = [...script];
  const last = steps.findLastIndex((step) => step.kind === "event");
  for (const [index, step] of steps.entries()) {
    if (index !== last || step.kind !== "event" || step.payload !== undefined) yield step;
  }
}

/** A whole body, ready for `damageBytes`. */
export const bodySteps = (body: string | Uint8Array): readonly PlayStep[] => [{ kind: "raw", text: body }];

/** Applies the faults that know no events: a body that ends too early, or comes slowly. */
export function damageBytes(steps: readonly PlayStep[], faults: readonly Fault[]): readonly PlayStep[] {
  const truncate = faults.find((fault) => fault.kind === "truncate");
  const slow = faults.find((fault) => fault.kind === "slow-bytes");
  const cut = truncate === undefined ? steps : truncated(steps, truncate.bytes);
  return slow === undefined ? cut : [...slowed(cut, slow.bytesPerSecond)];
}

const bytesOf = (step: PlayStep): Uint8Array | undefined => {
  if (step.kind === "event") return Buffer.from(encode(step.event));
  return step.kind === "raw" ? Buffer.from(step.text as string) : undefined;
};

function truncated(steps: readonly PlayStep[], bytes: number | undefined): readonly PlayStep[] {
  const pieces = steps.map((step) => bytesOf(step) ?? step);
  const whole = pieces.reduce((sum, piece) => sum + (piece instanceof Uint8Array ? piece.length : 0), 0);
  let room = bytes ?? Math.floor(whole / 2);
  const kept: PlayStep[] = [];
  for (const piece of pieces) {
    if (!(piece instanceof Uint8Array)) kept.push(piece);
    else if (room > 0) kept.push({ kind: "raw", text: piece.subarray(0, room) });
    if (piece instanceof Uint8Array) room -= piece.length;
    if (room <= 0) break;
  }
  return kept;
}

/** How often a slow body moves on. */
const TICK_MS = 50;

/** Every piece takes the time that its bytes take. */
function* slowed(steps: readonly PlayStep[], bytesPerSecond: number): Generator<PlayStep> {
  const size = Math.max(1, Math.floor((bytesPerSecond * TICK_MS) / 1000));
  for (const step of steps) {
    const bytes = bytesOf(step);
    if (bytes === undefined) {
      yield step;
      continue;
    }
    for (let start = 0; start < bytes.length; start += size) {
      const text = bytes.subarray(start, start + size);
      yield { kind: "wait", ms: (text.length * 1000) / bytesPerSecond };
      yield { kind: "raw", text };
    }
  }
}

/** All that a client gets of a script, whenever it gets it: up to where the connection closes, or goes silent for good. */
export function bytesSent(steps: Iterable<PlayStep>): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (const step of steps) {
    if (step.kind === "close" || (step.kind === "silence" && step.ms === undefined)) break;
    pieces.push(bytesOf(step) ?? new Uint8Array());
  }
  return Buffer.concat(pieces);
}

/** How many bytes steps that only hold bytes make up. */
export const lengthOf = (steps: readonly PlayStep[]): number =>
  steps.reduce((sum, step) => sum + (bytesOf(step)?.length ?? 0), 0);
