/** The OpenAPI document behind a contract, as `GET /openapi.json` hands it out. */
import type { OpenApiDocument } from "./load.ts";
import { METHODS } from "./methods.ts";
import type { Contract } from "./operation.ts";
import { ownContract, ownDocument } from "./own-contract.ts";

/** By the schemas: a selection of a contract's APIs shares them with the whole. */
const documents = new WeakMap<Contract["schemas"], string>();

/** Remembers where a contract came from. A text, so that no later change of the object is handed out. */
export const keepDocument = (contract: Contract, document: OpenApiDocument): void =>
  void documents.set(contract.schemas, JSON.stringify(document));

/**
 * The document of a contract with only the operations that the contract has, and with `serverUrl` as its one server.
 * Undefined for a contract that nobody opened from a document.
 */
export function documentOf(contract: Contract, serverUrl: string): OpenApiDocument | undefined {
  const text =
    documents.get(contract.schemas) ?? (contract.schemas === ownContract().schemas ? ownDocument() : undefined);
  if (text === undefined) return undefined;
  const document = JSON.parse(text) as OpenApiDocument;
  const served = new Map(contract.operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));
  const paths: Record<string, unknown> = {};
  for (const [path, item] of Object.entries((document.paths ?? {}) as Record<string, Record<string, unknown>>)) {
    const fields = Object.entries(item).flatMap(([name, value]): [string, unknown][] => {
      if (name === "servers") return [];
      if (!METHODS.includes(name)) return [[name, value]];
      const operation = served.get(`${name.toUpperCase()} ${path}`);
      if (operation === undefined) return [];
      const { servers: _, ...told } = value as Record<string, unknown>;
      // One with a server of its own is served below that one's path.
      const isElsewhere = operation.basePath !== contract.basePath;
      return [[name, { ...told, ...(isElsewhere && { servers: [{ url: serverUrl + operation.basePath }] }) }]];
    });
    if (fields.some(([name]) => METHODS.includes(name) || name === "$ref")) paths[path] = Object.fromEntries(fields);
  }
  return { ...document, servers: [{ url: serverUrl + contract.basePath }], paths };
}
