/**
 * Reads names with brackets as the objects and lists that they tell: `address[city]=Brest`, `items[0][price]=3`,
 * `expand[]=data`. OpenAPI names this style `deepObject` for one level; services go on below it in the same way.
 */
import { coerce, itemOf, propertyOf, typesOf } from "./coerce.ts";
import type { Schemas } from "./resolve.ts";
import type { Schema } from "./schema-object.ts";

interface Node {
  texts: string[];
  members: Map<string, Node>;
}

/** More brackets are no name that anybody meant. */
const NAME = /^([^[\]]+)((?:\[[^[\]]*\]){1,16})$/;

/** `address[city]` → `["address", "city"]`; undefined for a name without brackets. */
export function stepsOf(name: string): [root: string, ...inner: string[]] | undefined {
  const [, root, inner] = NAME.exec(name) ?? [];
  return root === undefined || inner === undefined ? undefined : [root, ...inner.slice(1, -1).split("][")];
}

/** @param fields The steps below the root, and the text. @param schema That of the root. */
export function readBrackets(
  fields: readonly { steps: readonly string[]; text: string }[],
  schema: Schema,
  schemas: Schemas,
): unknown {
  const root: Node = { texts: [], members: new Map() };
  for (const { steps, text } of fields) {
    let node = root;
    for (const step of steps) {
      const next = node.members.get(step) ?? { texts: [], members: new Map() };
      node.members.set(step, next);
      node = next;
    }
    node.texts.push(text);
  }
  return read(root, schema, schemas);
}

function read({ texts, members }: Node, schema: Schema, schemas: Schemas): unknown {
  if (members.size === 0) return leaf(texts, schema, schemas);
  const isList = typesOf(schema, schemas).includes("array") && [...members.keys()].every((key) => /^\d*$/.test(key));
  const inner = isList
    ? [...members].flatMap(([key, member]) => {
        const item = itemOf(schema, schemas);
        // `[]` comes once for each item, `[0]` names one.
        return key === "" && member.members.size === 0
          ? member.texts.map((text) => coerce(text, item, schemas))
          : [read(member, item, schemas)];
      })
    : Object.fromEntries(
        [...members].map(([key, member]) => [key, read(member, propertyOf(schema, key, schemas), schemas)]),
      );
  // A text beside members contradicts them: both stay visible to the check.
  return texts.length === 0 ? inner : [...texts, inner];
}

/** The same name twice is a list where one may stand, and else an ambiguity that the check sees. */
function leaf(texts: readonly string[], schema: Schema, schemas: Schemas): unknown {
  const isList = typesOf(schema, schemas).includes("array");
  const item = isList ? itemOf(schema, schemas) : schema;
  const items = texts.map((text) => coerce(text, item, schemas));
  return isList || items.length > 1 ? items : items[0];
}
