/** Reads a JSON value as an object: neither null nor a list. */

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The members of an object; of anything else, none. */
export const fieldsOf = (value: unknown): Readonly<Fields> => (isFields(value) ? value : {});
