/** Dispatch by operationId: what our four gateways do beyond their schema. Every other operation is synthesized. */
import type { Schema } from "../contract/schema-object.ts";
import type { SpeechFormat } from "../media/speak.ts";
import { synthesize } from "../synthesis/synthesize.ts";
import type { Behaviour } from "./behaviour.ts";
import { synthesizeReply } from "./synthesize-reply.ts";
import { createTextBehaviours } from "./text-behaviours.ts";

const behaviours: Readonly<Record<string, Behaviour>> = createTextBehaviours({
  // A caller's schema is refused by the synthesis where it is none.
  fit: (schema, random) => synthesize(schema as Schema, { random }),
  // Loaded when somebody asks for audio: most runs never do.
  speak: async ({ format, ...request }) => {
    const { speak } = await import("../media/speak.ts");
    // The request's schema has let only formats through that are known.
    return speak({ ...request, format: format as SpeechFormat });
  },
});

export const behaviourOf = (operationId: string): Behaviour => behaviours[operationId] ?? synthesizeReply;
