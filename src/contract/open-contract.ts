/** load → outline → compile for any document: what `--spec FILE` does. */
import { compile } from "./compile.ts";
import { load, type OpenApiDocument } from "./load.ts";
import type { Contract } from "./operation.ts";
import { readOutline } from "./read-outline.ts";
import { resolveIds } from "./resolve-ids.ts";
import { keepDocument } from "./served-document.ts";

/**
 * The compiled contract of a document, or of the file at a path. Throws GatetwinError: `document-unreadable`,
 * `document-invalid` or `schema-uncompilable`, the last with the JSON pointer of the schema.
 */
export async function openContract(source: string | OpenApiDocument): Promise<Contract> {
  const document = typeof source === "string" ? await load(source) : resolveIds(source);
  const { compileSchemas } = await import("./schema.ts");
  const plan = readOutline(document);
  const contract = compile(plan, compileSchemas(plan));
  keepDocument(contract, document);
  return contract;
}
