/**
 * Turns references by `$id` and `$anchor` (JSON Schema 2020-12, 8.2) into pointers, which everything behind this reads.
 * A `$dynamicRef` means what its one `$dynamicAnchor` says; where several share a name, the meaning depends on the way
 * that led there, and the document is refused.
 */
import { GatetwinError } from "../lib/errors.ts";
import { isFields } from "../lib/fields.ts";
import { toPointer } from "../lib/json-pointer.ts";

type Node = Record<string, unknown>;
type Place = readonly string[];

/** Keywords whose values are data. */
const DATA = new Set(["example", "examples", "default", "enum", "const", "value"]);
const NAMES = ["$id", "$anchor", "$dynamicAnchor"] as const;
/** That of the document itself: nothing is fetched from there. */
const ROOT = "gatetwin://document/";

/** The same document where it names no schema so. Throws GatetwinError `document-invalid` with a pointer. */
export function resolveIds<Document extends Node>(document: Document): Document {
  const places = new Map<string, Place>();
  const dynamic = new Map<string, Place[]>();
  visit(document, [], ROOT, (node, at, base) => {
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
  return visit(document, [], ROOT, (node, at, base) => {
    const { $ref, $dynamicRef } = node;
    for (const name of NAMES) if (typeof node[name] === "string") delete node[name];
    if (typeof $ref === "string") node.$ref = pointerOf($ref, base);
    if (typeof $dynamicRef === "string") {
      delete node.$dynamicRef;
      node.$ref = dynamicTarget($dynamicRef, at);
    }
  }) as Document;
}

/** A copy; `change` is called with the copy of each object that may be a schema, and the URI that it is relative to. */
function visit(
  value: unknown,
  at: Place,
  outer: string,
  change: (node: Node, at: Place, base: string) => void,
): unknown {
  if (Array.isArray(value)) return value.map((item, index) => visit(item, [...at, String(index)], outer, change));
  if (!isFields(value)) return value;
  const isId = typeof value.$id === "string" && URL.canParse(value.$id, outer);
  const base = isId ? (new URL(value.$id as string, outer).href.split("#", 1)[0] as string) : outer;
  const isMap = at.at(-1) === "properties";
  const node = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      DATA.has(name) && !isMap ? member : visit(member, [...at, name], base, change),
    ]),
  );
  change(node, at, base);
  return node;
}

const encode = (pointer: string): string => pointer.replaceAll("%", "%25");
