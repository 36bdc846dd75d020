/** Content that was asked for as JSON is JSON, of the shape that was asked for. */
import type { Exchange } from "../exchange/exchange.ts";
import { judgeOf } from "./caller-schema.ts";
import { type Facts, factsOf, hasKeptPrompt, isFacts, listOf, shown } from "./facts.ts";
import { KEPT, type Law, NOT_JUDGED, type Ruling, severity } from "./law.ts";

interface Content {
  pointer: string;
  text: string;
}

function isAsAsked({ request, reply }: Exchange): Ruling | Promise<Ruling> {
  if (!isFacts(request.body) || !isFacts(reply.body) || hasKeptPrompt(request.body)) return NOT_JUDGED;
  const { messages, response_format: chatFormat, text } = request.body;
  const format = Array.isArray(messages) ? chatFormat : factsOf(text).format;
  const kind = factsOf(format).type;
  if (kind !== "json_object" && kind !== "json_schema") return KEPT;
  // A stop sequence may end a text anywhere.
  if (request.body.stop !== undefined && request.body.stop !== null) return NOT_JUDGED;
  const values: { pointer: string; value: unknown }[] = [];
  for (const { pointer, text } of contentsOf(reply.body)) {
    const value = parse(text);
    if (value === undefined) return [{ pointer, message: `The content must be JSON, but it is ${shown(text)}.` }];
    if (kind === "json_object" && !isFacts(value)) {
      return [{ pointer, message: `The content must be a JSON object, but it is ${shown(value)}.` }];
    }
    values.push({ pointer, value });
  }
  const schema = schemaOf(format as Facts);
  if (kind === "json_object" || values.length === 0 || schema === undefined || schema === null) return KEPT;
  const ruleOn = (judge: (value: unknown) => boolean | undefined): Ruling => {
    let isUnsure = false;
    for (const { pointer, value } of values) {
      const fits = judge(value);
      if (fits === false)
        return [{ pointer, message: `The content must fit the schema of the request, but it is ${shown(value)}.` }];
      isUnsure ||= fits === undefined;
    }
    return isUnsure ? NOT_JUDGED : KEPT;
  };
  const judge = judgeOf(schema);
  return judge instanceof Promise ? judge.then(ruleOn) : ruleOn(judge);
}

const schemaOf = (format: Facts): unknown => (isFacts(format.json_schema) ? format.json_schema.schema : format.schema);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The texts that came to their end: none that was cut, filtered or refused, and none that gave way to a tool call. */
const contentsOf = (reply: Facts): Content[] => [
  ...listOf(reply.choices).flatMap((choice, position) => {
    const { message, finish_reason: reason } = factsOf(choice);
    const { content, refusal, tool_calls: calls } = factsOf(message);
    const isWhole = reason === "stop" && !refusal && listOf(calls).length === 0;
    const text = textOf(content);
    return isWhole && text !== undefined ? [{ pointer: `/choices/${position}/message/content`, text }] : [];
  }),
  ...(reply.status === "completed" ? listOf(reply.output) : []).flatMap((item, position) => {
    const { type, status, content } = factsOf(item);
    const isWhole = type === "message" && (status === undefined || status === "completed");
    const text = isWhole ? textOf(content) : undefined;
    return text === undefined ? [] : [{ pointer: `/output/${position}/content`, text }];
  }),
];

/** Content is a text or a list of parts; one that holds a refusal, or no text at all, is not judged. */
function textOf(content: unknown): string | undefined {
  if (typeof content === "string") return content;
  const parts = listOf(content).map(factsOf);
  if (parts.some(({ type }) => type === "refusal")) return undefined;
  const texts = parts.flatMap(({ text }) => (typeof text === "string" ? [text] : []));
  return texts.length > 0 ? texts.join("") : undefined;
}

export const formatLaws: readonly Law[] = [
  {
    id: "format.J1",
    summary: "Content asked for as json_object is a JSON object; as json_schema it fits the caller's schema.",
    source: "OpenAI API reference, create chat completion: response_format; the structured outputs guide",
    severity: severity("ERROR"),
    judges: "reply",
    check: isAsAsked,
  },
];
