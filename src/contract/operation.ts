/** The compiled contract: the outline with a check beside every schema. Frozen; nothing below it is optional by accident. */
import type { CredentialOutline, HeaderOutline, ParameterOutline, StreamOutline } from "./outline.ts";
import type { Schemas } from "./resolve.ts";
import type { Schema } from "./schema-object.ts";
import type { Sequence } from "./sequence.ts";
import type { Check } from "./violation.ts";

export interface Parameter extends ParameterOutline {
  check: Check;
}

export interface Content {
  /** `type/subtype`, lower case, without parameters. */
  mediaType: string;
  schema: Schema;
  check: Check;
  /** Whether a text can be held against the schema. What is neither JSON nor that, such as XML, is not judged. */
  isTextual: boolean;
  examples: readonly { name: string; value: unknown }[];
  /** Of a form: what stands between the items of a field whose list is one text. */
  lists?: Readonly<Record<string, string>>;
}

export interface StreamContent extends Content, StreamOutline {}

export interface ReplyHeader extends HeaderOutline {
  /** Judges the header as it came: a text, or the texts of one that came more than once. */
  check: Check;
}

export interface Reply {
  /** `200`, `4XX` or `default`. */
  status: string;
  headers: readonly ReplyHeader[];
  content: readonly Content[];
  /** The `text/event-stream` face, where the reply has one; its check judges one event. */
  stream: StreamContent | undefined;
}

export interface Operation {
  id: string;
  api: string;
  /** The dialect of the API, such as `orq`. */
  profile: string;
  /** The families of laws that judge whole replies. */
  laws: readonly string[];
  method: string;
  /** As the document writes it: below the base path. */
  path: string;
  /** The path of the server that it is on, such as `/v1`, or the empty string. */
  basePath: string;
  parameters: readonly Parameter[];
  body: { required: boolean; content: readonly Content[] } | undefined;
  replies: readonly Reply[];
  security: readonly (readonly CredentialOutline[])[];
}

export interface Contract {
  title: string;
  version: string;
  /** Of the operations that name no server of their own. */
  basePath: string;
  operations: readonly Operation[];
  /** Requests that follow each other, for those who judge a server by more than one exchange. */
  sequences: readonly Sequence[];
  schemas: Schemas;
}

/** The reply documented for a status: itself, its range, or the default (OpenAPI 3.1, 4.8.16). */
export function replyFor(operation: Operation, status: number): Reply | undefined {
  const { replies } = operation;
  return (
    findReply(replies, String(status)) ??
    findReply(replies, `${Math.floor(status / 100)}XX`) ??
    findReply(replies, "default")
  );
}

const findReply = (replies: readonly Reply[], name: string): Reply | undefined =>
  replies.find(({ status }) => status === name);

/** The first documented success, or redirection where there is none: what the operation answers when all is well. */
export function successOf(operation: Operation): Reply | undefined {
  return (
    operation.replies.find(({ status }) => /^2\d\d$/.test(status)) ??
    operation.replies.find(({ status }) => status === "2XX" || status === "default") ??
    operation.replies.find(({ status }) => status.startsWith("3"))
  );
}

/** The number to send for a documented status: 200 stands for `2XX` and `default`, 300 for `3XX`, and so on. */
export const statusNumber = (status: string): number =>
  status === "default" ? 200 : Number(status.replace("XX", "00"));
