/** Arguments of tool calls: a value that fits the tool's schema, with what the question says put where it belongs. */
import type { SchemaObject } from "../../contract/schema-object.ts";
import type { Random } from "../../lib/random.ts";
import { type Fit, fitCaller, isSilent } from "./fit.ts";
import type { Tool } from "./tools.ts";
import { type Mentions, mentionsOf } from "./topic.ts";

export interface ArgumentOptions {
  fit: Fit;
  random: Random;
  /** Whether one tool may be called once for each name in the question ("Paris and Rome"). */
  mayRepeat: boolean;
}

/** The arguments of each call of the tool, as JSON text: one call, or one per name where the tool takes a single name. */
export function argumentsOf(tool: Tool, question: string, { fit, random, mayRepeat }: ArgumentOptions): string[] {
  const { parameters, param } = tool;
  if (isSilent(parameters)) return ["{}"];
  const mentions = mentionsOf(question);
  const make = (said: Mentions, name: string) => {
    const value = fitCaller(fit, { schema: parameters, param }, random.fork(name));
    return JSON.stringify(
      isPlain(parameters) ? withMentions(value, { schema: parameters as SchemaObject, said }) : value,
    );
  };
  if (mayRepeat && mentions.names.length > 1 && takesOneName(parameters)) {
    return mentions.names
      .slice(0, 4)
      .map((name) => make({ ...mentions, names: [name], topic: name }, `${tool.name} ${name}`));
  }
  return [make(mentions, tool.name)];
}

/** Keywords under which a change of one property cannot break the whole. Any other one leaves the made value alone. */
const PLAIN_OBJECT =
  /^(?:type|properties|required|additionalProperties|title|description|\$schema|\$defs|examples|x-.*)$/;
const PLAIN_TEXT = /^(?:type|title|description|default|examples?|minLength|maxLength|x-.*)$/;
const PLAIN_ENUM = /^(?:type|title|description|default|examples?|enum|x-.*)$/;
const PLAIN_NUMBER = /^(?:type|title|description|default|examples?|minimum|maximum|x-.*)$/;

const only = (schema: SchemaObject, keywords: RegExp): boolean =>
  Object.keys(schema).every((key) => keywords.test(key));

const isPlain = (schema: unknown): boolean =>
  typeof schema === "object" && schema !== null && only(schema as SchemaObject, PLAIN_OBJECT);

const isPlainText = (schema: unknown): boolean =>
  typeof schema === "object" && (schema as SchemaObject)?.type === "string" && only(schema as SchemaObject, PLAIN_TEXT);

/** Parameters that want the question itself rather than a name in it. */
const WANTS_TOPIC = /^(?:q|.*(?:query|question|search|prompt|text|message|topic|subject|keywords?|title))$/i;

function takesOneName(parameters: unknown): boolean {
  const { properties, required } = parameters as SchemaObject;
  if (!isPlain(parameters) || typeof properties !== "object" || properties === null || !Array.isArray(required))
    return false;
  const texts = required.filter(
    (name) => typeof name === "string" && isPlainText(properties[name]) && !WANTS_TOPIC.test(name),
  );
  return texts.length === 1;
}

/** The value with every property replaced that the question has a fitting word for. */
function withMentions(value: unknown, { schema, said }: { schema: SchemaObject; said: Mentions }): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const left = { quotations: [...said.quotations], names: [...said.names], numbers: [...said.numbers] };
  const changed: Record<string, unknown> = { ...value };
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (typeof property !== "object" || property === null) continue;
    const word = mentioned(name, property, { said, left });
    // An optional property is filled in only from a word that can mean nothing else.
    if (word !== undefined && (Object.hasOwn(value, name) || property.enum !== undefined)) changed[name] = word;
  }
  return changed;
}

interface Sources {
  said: Mentions;
  /** What no earlier property has taken. */
  left: { quotations: string[]; names: string[]; numbers: number[] };
}

function mentioned(name: string, schema: SchemaObject, { said, left }: Sources): unknown {
  if (schema.enum !== undefined) return only(schema, PLAIN_ENUM) ? enumMember(schema.enum, said.text) : undefined;
  if ((schema.type === "number" || schema.type === "integer") && only(schema, PLAIN_NUMBER)) {
    const at = left.numbers.findIndex((number) => isInRange(number, schema));
    return at === -1 ? undefined : left.numbers.splice(at, 1)[0];
  }
  if (!isPlainText(schema)) return undefined;
  const lists = WANTS_TOPIC.test(name) ? [left.quotations, [said.topic ?? ""]] : [left.quotations, left.names];
  for (const list of lists) {
    const at = list.findIndex((text) => text !== "" && hasLength(text, schema));
    if (at !== -1) return list.splice(at, 1)[0];
  }
  return undefined;
}

const isInRange = (number: number, { type, minimum = -Infinity, maximum = Infinity }: SchemaObject): boolean =>
  number >= minimum && number <= maximum && (type === "number" || Number.isInteger(number));

/** Lengths are counted in characters, not in code units (JSON Schema, 6.3.1). */
const hasLength = (text: string, { minLength = 0, maxLength = Infinity }: SchemaObject): boolean => {
  const length = [...text].length;
  return length >= minLength && length <= maxLength;
};

function enumMember(members: readonly unknown[], text: string): unknown {
  if (!Array.isArray(members)) return undefined;
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  return members.find(
    (member) =>
      typeof member === "string" &&
      member !== "" &&
      words.includes(` ${member.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `),
  );
}
