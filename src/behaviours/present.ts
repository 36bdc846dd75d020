/** One reply, two presentations: the script that streams a finished reply, by the family of laws that governs it. */
import type { StreamContent } from "../contract/operation.ts";
import { refName } from "../contract/resolve.ts";
import type { Schema } from "../contract/schema-object.ts";
import { eventStep, type Script, sentinelStep } from "../scenario/script.ts";
import { synthesize } from "../synthesis/synthesize.ts";
import type { Call } from "./behaviour.ts";
import { SCRIPT_OPTIONS, scripts, type ToScript } from "./text-behaviours.ts";

/** A stream that no law governs has so many events: enough for a client to see that there are several. */
const EVENTS_WITHOUT_LAWS = 3;

/** The stream of a finished reply. A document that names no laws gets events made from its schema. */
export function present(body: unknown, stream: StreamContent, call: Call): Script {
  const toScript = (scripts as Readonly<Record<string, ToScript>>)[stream.laws ?? ""];
  if (toScript === undefined) return synthesizeEvents(stream, call);
  const options = (call.body as { stream_options?: { include_usage?: boolean } | null } | undefined)?.stream_options;
  return toScript(body, {
    includeUsage: options?.include_usage === true,
    sentinel: stream.sentinel,
    ...SCRIPT_OPTIONS[call.operation.id],
  });
}

function* synthesizeEvents(stream: StreamContent, { contract, random }: Call): Script {
  const { schema, sentinel, sentinelName, named, events = [] } = stream;
  const make = (of: Schema): unknown =>
    synthesize(of, { random, resolve: (ref) => contract.schemas[refName(ref) ?? ""] ?? true });
  for (let index = 0; index < EVENTS_WITHOUT_LAWS; index++) {
    const own = events[index % events.length];
    const payload = make(own?.schema ?? schema);
    const type = (payload as { type?: unknown } | null)?.type;
    yield eventStep(payload, own?.name ?? (named && typeof type === "string" ? type : undefined));
  }
  if (sentinel !== null) yield sentinelStep(sentinel, sentinelName);
}
