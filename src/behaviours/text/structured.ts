/** Content that has to be JSON: any object about the topic, or a value for the caller's schema. */
import type { Random } from "../../lib/random.ts";
import { type CallerSchema, type Fit, fitCaller, isSilent } from "./fit.ts";
import { writeProse } from "./prose.ts";
import { suggestAnswer } from "./suggest.ts";

export type Format = { kind: "text" } | { kind: "json-object" } | ({ kind: "json-schema" } & CallerSchema);

/** The format of a caller's schema. One that says nothing (absent, `{}`, `true`, what is no schema) asks for any object. */
export function schemaFormat({ schema, param }: CallerSchema): Exclude<Format, { kind: "text" }> {
  return isSilent(schema) ? { kind: "json-object" } : { kind: "json-schema", schema, param };
}

export interface ContentOptions {
  question: string;
  topic: string;
  random: Random;
  index: number;
  fit: Fit;
}

/** The content as JSON text. */
export function writeJson(
  format: Exclude<Format, { kind: "text" }>,
  { question, topic, random, index, fit }: ContentOptions,
): string {
  if (format.kind === "json-object") return JSON.stringify({ topic, answer: writeProse(topic, { random, index }) });
  const chance = random.fork(`content ${index}`);
  return JSON.stringify(fitCaller(fit, format, { random: chance, suggest: suggestAnswer(question, topic, chance) }));
}
