/** What the image operations do. By operationId. */
import type { Behaviour } from "./behaviour.ts";

export const imageBehaviours: Readonly<Record<string, Behaviour>> = {};
