/** The words that an author wrote into a schema, by which its language is known. */
import { fieldsOf, isFields } from "../lib/fields.ts";

/** Schemas read, and members of each list: enough to know a language by, whatever the size of the whole. */
const MOST = 200;

/** Names of properties, titles, descriptions and members of enums, joined by blanks. */
export function textsOf(schema: unknown): string {
  const texts: unknown[] = [];
  const pending: unknown[] = [schema];
  for (let at = 0; at < Math.min(pending.length, MOST); at++) {
    const { title, description, enum: members, ...rest } = fieldsOf(pending[at]);
    texts.push(title, description, ...(Array.isArray(members) ? members.slice(0, MOST) : []));
    texts.push(...Object.keys(fieldsOf(rest.properties)).map((name) => name.replaceAll(/_|(?<=[a-z])(?=[A-Z])/g, " ")));
    pending.push(
      ...Object.values(rest)
        .flatMap((value) => (Array.isArray(value) ? value.slice(0, MOST) : [value]))
        .filter(isFields),
    );
  }
  return texts.filter((text) => typeof text === "string").join(" ");
}
