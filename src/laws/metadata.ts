/** The notes of the caller come back as they were sent. */
import type { Exchange } from "../exchange/exchange.ts";
import { type Facts, factsOf, isFacts, shown } from "./facts.ts";
import { KEPT, type Law, NOT_JUDGED, type Ruling, severity } from "./law.ts";

function isEchoed({ request, reply }: Exchange): Ruling {
  if (!isFacts(request.body) || !isFacts(reply.body)) return NOT_JUDGED;
  const { metadata: sent } = request.body;
  // Some replies have no such field.
  if (!isFacts(sent) || reply.body.metadata === undefined) return KEPT;
  const came = reply.body.metadata;
  // An empty set of notes may come back as none.
  if (came !== null && !isFacts(came)) return KEPT;
  if (isSame(sent, factsOf(came))) return KEPT;
  return [
    { pointer: "/metadata", message: `metadata must be ${shown(sent)} as it was sent, but it is ${shown(came)}.` },
  ];
}

/** Values are texts; a list or an object among them is the schema's business. */
function isSame(one: Facts, other: Facts): boolean {
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every(
    (name) => Object.hasOwn(other, name) && (typeof one[name] === "object" || one[name] === other[name]),
  );
}

export const metadataLaws: readonly Law[] = [
  {
    id: "metadata.D1",
    summary: "A reply that has metadata has the metadata of its request, unchanged.",
    source: "OpenAI API reference, the response object: metadata",
    severity: severity("ERROR"),
    judges: "reply",
    check: isEchoed,
  },
];
