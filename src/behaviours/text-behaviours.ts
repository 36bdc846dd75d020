/** What the text operations of the four gateways do, and how their replies are streamed. */
import type { Script } from "../scenario/script.ts";
import { readSchema } from "../synthesis/read-schema.ts";
import { synthesize } from "../synthesis/synthesize.ts";
import type { Behaviour } from "./behaviour.ts";
import { createChatCompletion } from "./chat/create-chat-completion.ts";
import { FACES } from "./chat/face.ts";
import { chatToScript } from "./chat/to-script.ts";
import { createCompletion } from "./completions/create-completion.ts";
import { completionToScript } from "./completions/to-script.ts";
import { recalling } from "./recalling.ts";
import { createResponse } from "./responses/create-response.ts";
import { responseToScript } from "./responses/to-script.ts";
import { storing } from "./stored/storing.ts";
import type { Fit } from "./text/fit.ts";
import type { Speak } from "./text/speech.ts";

export interface TextOptions {
  fit: Fit;
  speak: Speak;
}

export interface ScriptOptions {
  /** Whether the usage is told at the end (`stream_options.include_usage`). Default false. */
  includeUsage?: boolean;
  /** The data of the last event, or null for none. Default `[DONE]`. */
  sentinel?: string | null;
  /** Whether events have names. Default: as the family has it. */
  named?: boolean;
  /** Whether each tool call comes in one delta with all its fields. Default false. */
  wholeToolCalls?: boolean;
}

/** Tells a finished reply as a stream. The reply is one of the family's own: it has been checked against the contract. */
export type ToScript = (reply: unknown, options?: ScriptOptions) => Script;

/** Another engine for callers' schemas and another voice, for tests and for embedding. By operationId. */
export const createTextBehaviours = ({ fit, speak }: TextOptions): Readonly<Record<string, Behaviour>> => ({
  ...Object.fromEntries(
    Object.entries(FACES).map(([id, face]) => [id, recalling(createChatCompletion(face, { fit, speak }))]),
  ),
  sudoCreateChatCompletion: storing(recalling(createChatCompletion(FACES.sudoCreateChatCompletion, { fit, speak }))),
  orqProxyCreateCompletion: recalling(createCompletion),
  orqProxyCreateResponse: createResponse({ fit }),
  orqGatewayCreateResponse: createResponse({ fit }),
});

/** By operationId. The voice and its encoders are loaded when the first reply is spoken. */
export const textBehaviours = createTextBehaviours({
  fit: (schema, random, suggest) => synthesize(readSchema(schema), { random, suggest }),
  speak: async (request) => (await import("../media/speak.ts")).speak(request),
});

/** By family of stream laws. The casts are the edge: what enters here was checked against the family's reply schema. */
export const scripts = {
  chat: chatToScript as ToScript,
  completions: completionToScript as ToScript,
  responses: responseToScript as ToScript,
} satisfies Readonly<Record<string, ToScript>>;

/** What single operations want of their streams beyond their family. */
export const SCRIPT_OPTIONS: Readonly<Record<string, ScriptOptions>> = {
  // Its generated client demands every field in every tool-call delta.
  sudoCreateChatCompletion: { wholeToolCalls: true },
};
