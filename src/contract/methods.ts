/** The operations of a path item: its fixed methods, and those that OpenAPI 3.2 lists under `additionalOperations`. */

type Node = Record<string, unknown>;

export interface MethodOf {
  /** In upper case, or as the document spells one of its own. */
  method: string;
  operation: unknown;
  /** Where it stands below the path item. */
  at: readonly string[];
}

/** `query` since OpenAPI 3.2. */
export const METHODS: readonly string[] = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
];

export function methodsOf(item: Node): MethodOf[] {
  const fixed = METHODS.flatMap((name) =>
    item[name] === undefined ? [] : [{ method: name.toUpperCase(), operation: item[name], at: [name] }],
  );
  const others = Object.entries((item.additionalOperations ?? {}) as Node).map(([method, operation]) => ({
    method,
    operation,
    at: ["additionalOperations", method],
  }));
  return [...fixed, ...others];
}
