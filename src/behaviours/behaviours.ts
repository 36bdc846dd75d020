/** Dispatch by operationId: what our four gateways do beyond their schema. Every other operation is synthesized. */
import type { Behaviour } from "./behaviour.ts";
import { synthesizeReply } from "./synthesize-reply.ts";
import { textBehaviours } from "./text-behaviours.ts";

const behaviours: Readonly<Record<string, Behaviour>> = { ...textBehaviours };

export const behaviourOf = (operationId: string): Behaviour => behaviours[operationId] ?? synthesizeReply;
