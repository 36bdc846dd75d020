/** Dispatch by operationId: what our four gateways do beyond their schema. Every other operation is synthesized. */
import { audioBehaviours } from "./audio-behaviours.ts";
import type { Behaviour } from "./behaviour.ts";
import { imageBehaviours } from "./image-behaviours.ts";
import { scoreBehaviours } from "./score-behaviours.ts";
import { storedBehaviours } from "./stored-behaviours.ts";
import { synthesizeReply } from "./synthesize-reply.ts";
import { textBehaviours } from "./text-behaviours.ts";

const behaviours: Readonly<Record<string, Behaviour>> = {
  ...textBehaviours,
  ...scoreBehaviours,
  ...imageBehaviours,
  ...audioBehaviours,
  ...storedBehaviours,
};

export const behaviourOf = (operationId: string): Behaviour => behaviours[operationId] ?? synthesizeReply;
