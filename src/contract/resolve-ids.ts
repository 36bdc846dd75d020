/**
 * Turns references by `$id` and `$anchor` (JSON Schema 2020-12, 8.2) into pointers, which everything behind this reads.
 * A `$dynamicRef` means what its one `$dynamicAnchor` says; where several share a name, the meaning depends on the way
 * that led there, and the document is refused.
 */
import { GatetwinError } from "../lib/errors.ts";
import { isFields } from "../lib/fields.ts";
import { toPointer } from "../lib/json-pointer.ts";
import { type Kind, kindOf } from "./document-tree.ts";

type Node = Record<string, unknown>;
type Place = readonly string[];

const NAMES = ["$id", "$anchor", "$dynamicAnchor"] as const;
/** That of the document itself: nothing is fetched from there. */
const ROOT = "gatetwin://document/";

/** The same document where it names no schema so. Throws GatetwinError `document-invalid` with a pointer. */
export function resolveIds<Document extends Node>(document: Document): Document {
  const places = new Map<string, Place>();
  const dynamic = new Map<string, Place[]>();
  visit(document, START, (node, at, base) => {
    if (typeof node.$id === "string") places.set(base, at);
    for (const name of ["$anchor", "$dynamicAnchor"])
      if (typeof node[name] === "string") places.set(`${base}#${node[name]}`, at);
    const { $dynamicAnchor: shared } = node;
    if (typeof shared === "string") dynamic.set(shared, [...(dynamic.get(shared) ?? []), at]);
  });
  if (places.size === 0) return document;

  const pointerOf = (ref: string, base: string): string => {
    const url = URL.canParse(ref, base) ? new URL(ref, base) : undefined;
    if (url === undefined) return ref;
    const fragment = url.hash.slice(1);
    const resource = url.href.split("#", 1)[0] as string;
    const isPointer = fragment === "" || fragment.startsWith("/");
    const place = places.get(isPointer ? resource : `${resource}#${fragment}`);
    if (place !== undefined) return `#${encode(toPointer(place))}${isPointer ? fragment : ""}`;
    // Files, and what is missing, are for those who come after to follow or to refuse.
    return ref;
  };
  const dynamicTarget = (ref: string, at: Place): string => {
    const found = dynamic.get(ref.slice(ref.indexOf("#") + 1)) ?? [];
    if (found.length === 1) return `#${encode(toPointer(found[0] as Place))}`;
    const pointer = `#${toPointer(at)}/$dynamicRef`;
    const why =
      found.length === 0 ? "there is no such $dynamicAnchor" : `${found.length} schemas have this $dynamicAnchor`;
    throw new GatetwinError(
      "document-invalid",
      `Failed to follow the dynamic reference ${ref} at ${pointer}: ${why}, and only one may be meant. Write a $ref`,
      { details: { pointer, reference: ref } },
    );
  };
  return visit(document, START, (node, at, base) => {
    const { $ref, $dynamicRef } = node;
    for (const name of NAMES) if (typeof node[name] === "string") delete node[name];
    if (typeof $ref === "string") node.$ref = pointerOf($ref, base);
    if (typeof $dynamicRef === "string") {
      delete node.$dynamicRef;
      node.$ref = dynamicTarget($dynamicRef, at);
    }
  }) as Document;
}

/** A copy; `change` is called with the copy of each schema, and the URI that it is relative to. */
function visit(
  value: unknown,
  { at, base: outer, kind }: Spot,
  change: (node: Node, at: Place, base: string) => void,
): unknown {
  if (kind === "data") return value;
  if (Array.isArray(value))
    return value.map((item, index) => visit(item, { at: [...at, String(index)], base: outer, kind }, change));
  if (!isFields(value)) return value;
  const isId = kind === "schema" && typeof value.$id === "string" && URL.canParse(value.$id, outer);
  const base = isId ? (new URL(value.$id as string, outer).href.split("#", 1)[0] as string) : outer;
  const node = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      visit(member, { at: [...at, name], base, kind: kindOf(kind, name, member) }, change),
    ]),
  );
  if (kind === "schema") change(node, at, base);
  return node;
}

interface Spot {
  at: Place;
  base: string;
  kind: Kind;
}

const START: Spot = { at: [], base: ROOT, kind: "object" };

const encode = (pointer: string): string => pointer.replaceAll("%", "%25");
