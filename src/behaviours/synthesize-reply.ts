/** The default of every operation: a reply made from its schema, valid and repeatable. */
import { type Content, type Contract, statusNumber, successOf } from "../contract/operation.ts";
import { refName } from "../contract/resolve.ts";
import type { Schema } from "../contract/schema-object.ts";
import { isJson } from "../lib/media-type.ts";
import type { Random } from "../lib/random.ts";
import { synthesize } from "../synthesis/synthesize.ts";
import type { Behaviour, Outcome } from "./behaviour.ts";

export const synthesizeReply: Behaviour = ({ operation, contract, random }): Outcome => {
  const success = successOf(operation);
  if (success === undefined) return { kind: "reply", status: 200, mediaType: "", body: undefined };
  const whole = success.content.filter(({ mediaType }) => mediaType !== "text/event-stream");
  const content = whole.find(({ mediaType }) => isJson(mediaType)) ?? whole[0];
  const status = statusNumber(success.status);
  if (content === undefined) return { kind: "reply", status, mediaType: "", body: undefined };
  return { kind: "reply", status, mediaType: content.mediaType, body: bodyOf(content, contract, random) };
};

/** A valid instance of a reply's schema; where synthesis cannot find one, the document's own example stands in. */
export function bodyOf(content: Content, contract: Contract, random: Random): unknown {
  const value =
    isJson(content.mediaType) || content.examples.length === 0
      ? synthesizeContent(content, contract, random)
      : random.pick(content.examples).value;
  const valid = content.examples.filter((example) => content.check(example.value).length === 0);
  return content.check(value).length === 0 || valid.length === 0 ? value : random.pick(valid).value;
}

const synthesizeContent = (content: Content, contract: Contract, random: Random): unknown =>
  synthesize(content.schema, { random, resolve: (ref): Schema => contract.schemas[refName(ref) ?? ""] ?? true });
