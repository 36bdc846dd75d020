/** Calls of text operations without a server, and an independent judge of what they answer. */
import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Call, Outcome } from "../../../src/behaviours/behaviour.ts";
import type { Fit } from "../../../src/behaviours/text/fit.ts";
import type { Speak } from "../../../src/behaviours/text/speech.ts";
import { createTextBehaviours } from "../../../src/behaviours/text-behaviours.ts";
import { fixedClock } from "../../../src/lib/clock.ts";
import { createRandom, hash } from "../../../src/lib/random.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { readSchema } from "../../../src/synthesis/read-schema.ts";
import { synthesize } from "../../../src/synthesis/synthesize.ts";
import type { Json } from "../../support/collect/json.ts";

export const CHAT_OPERATIONS = [
  "orqProxyCreateChatCompletion",
  "orqGatewayCreateChatCompletion",
  "orqRouterCreateChatCompletion",
  "sudoCreateChatCompletion",
] as const;

export const RESPONSE_OPERATIONS = ["orqProxyCreateResponse", "orqGatewayCreateResponse"] as const;

/** The real engine: what a question says gets into a value only through it. */
export const fit: Fit = (schema, random, suggest) => synthesize(readSchema(schema), { random, suggest });

/** Stands in for the voice: the bytes are the words. */
export const speak: Speak = ({ text, format }) => ({ bytes: new TextEncoder().encode(`${format}:${text}`) });

const store = createMemoryStore();

const behaviours = createTextBehaviours({ fit, speak });

/** A call of `body`; another `seed` is another twin. */
export function buildCall(body: unknown, { seed = 1 }: { seed?: number } = {}): Call {
  let ids = 0;
  return {
    // No text behaviour reads the contract: it gets what the contract let in.
    contract: undefined as never,
    operation: undefined as never,
    params: { path: {}, query: {}, header: {} },
    headers: {},
    body,
    token: "test",
    world: store.world("test"),
    files: store.files,
    random: createRandom(hash(JSON.stringify(body), seed)),
    chanceFor: (other) => createRandom(hash(JSON.stringify(other), seed)),
    newId: (prefix) => `${prefix}_${++ids}`,
    clock: fixedClock(),
    gone: () => new AbortController().signal,
    baseUrl: "http://127.0.0.1:4010",
  };
}

export const ask = async (operationId: string, body: unknown, options: { seed?: number } = {}): Promise<Outcome> => {
  const behaviour = behaviours[operationId];
  if (behaviour === undefined) throw new Error(`no behaviour for ${operationId}`);
  return behaviour(buildCall(body, options));
};

/** The body of the answer; throws when the call was refused. */
export async function answer(operationId: string, body: unknown, options: { seed?: number } = {}): Promise<Json> {
  const outcome = await ask(operationId, body, options);
  if (outcome.kind !== "reply") throw new Error(`${operationId} refused: ${outcome.problem.message}`);
  return outcome.body as Json;
}

const document = JSON.parse(readFileSync(new URL("../../../generated/openapi.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false, logger: false });
ajv.addSchema(document, "document");

const validators = new Map<string, ValidateFunction>();
const compile = (operationId: string, mediaType: string) =>
  ajv.compile({ $ref: `document#${pointerOf(operationId)}/responses/200/content/${segmentOf(mediaType)}/schema` });

/** What Ajv finds wrong with a body or an event of the operation, by the bundled document itself. */
export function faultsOf(operationId: string, body: unknown, mediaType = "application/json"): string[] {
  const key = `${operationId} ${mediaType}`;
  const validate = validators.get(key) ?? compile(operationId, mediaType);
  validators.set(key, validate);
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const segmentOf = (segment: string): string => encodeURIComponent(segment.replaceAll("~", "~0").replaceAll("/", "~1"));

function pointerOf(operationId: string): string {
  for (const [path, item] of Object.entries<Json>(document.paths)) {
    for (const [method, operation] of Object.entries<Json>(item)) {
      if (operation?.operationId === operationId) return `/paths/${segmentOf(path)}/${method}`;
    }
  }
  throw new Error(`no operation ${operationId} in the document`);
}
