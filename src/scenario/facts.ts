/** What rules ask of a call: read when a rule first asks, and only once. */
import type { IncomingHttpHeaders } from "node:http";
import { type Operation, successOf } from "../contract/operation.ts";
import { type Fields, fieldsOf } from "../lib/fields.ts";

/** A call, as far as rules look at it. */
export interface Asked {
  readonly operation: Operation;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  readonly token: string;
  /** An id that no other call has, and that is the same in every run. */
  readonly newId: (prefix: string) => string;
}

interface Conversation {
  message: string | undefined;
  turn: number;
  /** What the tools said last, when nothing follows it. */
  toolResult: string | undefined;
}

export class Facts {
  readonly asked: Asked;
  #conversation: Conversation | undefined;

  constructor(asked: Asked) {
    this.asked = asked;
  }

  get model(): unknown {
    return fieldsOf(this.asked.body).model;
  }

  /** The operation's streaming face is asked for, or is the only one. */
  get stream(): boolean {
    const success = successOf(this.asked.operation);
    if (success?.stream === undefined) return false;
    return fieldsOf(this.asked.body).stream === true || success.content.length === 1;
  }

  get conversation(): Conversation {
    this.#conversation ??= readConversation(fieldsOf(this.asked.body));
    return this.#conversation;
  }
}

/** Conversations are lists of messages (chat) or items (responses); everything else is one text from the user. */
function readConversation(body: Readonly<Fields>): Conversation {
  const list = Array.isArray(body.messages) ? body.messages : isConversation(body.input) ? body.input : undefined;
  if (list === undefined) {
    const text = [body.prompt, body.input, body.query].map(lastTextOf).find((one) => one !== undefined);
    return { message: text, turn: text === undefined ? 0 : 1, toolResult: undefined };
  }
  const items = list.map(fieldsOf);
  const isResult = ({ role, type }: Readonly<Fields>) => role === "tool" || type === "function_call_output";
  const asked = items.filter(({ role }) => role === "user");
  const last = asked.at(-1);
  const results = items.slice(items.findLastIndex((item) => !isResult(item)) + 1);
  return {
    message: last === undefined ? textOf(list) || undefined : textOf(last.content),
    turn: asked.length,
    toolResult:
      results.length === 0 ? undefined : results.map(({ content, output }) => textOf(content ?? output)).join("\n"),
  };
}

const isConversation = (input: unknown): input is readonly unknown[] =>
  Array.isArray(input) && input.some((item) => "role" in fieldsOf(item) || "type" in fieldsOf(item));

function lastTextOf(field: unknown): string | undefined {
  const last: unknown = Array.isArray(field) ? field.at(-1) : field;
  return typeof last === "string" ? last : undefined;
}

/** Text, or the texts of its parts. */
function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part) => (typeof part === "string" ? part : fieldsOf(part).text))
    .filter((text) => typeof text === "string" && text !== "")
    .join("\n");
}
