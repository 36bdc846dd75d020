/** What the operations on stored completions do. By operationId. */
import type { Behaviour } from "./behaviour.ts";

export const storedBehaviours: Readonly<Record<string, Behaviour>> = {};
