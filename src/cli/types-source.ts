/** Writes TypeScript for a document, with one change to what openapi-typescript does by itself: bytes are no string. */
import type { SchemaObject } from "openapi-typescript";
import type { TypeAliasDeclaration } from "typescript";
import type { OpenApiDocument } from "../contract/load.ts";
import { GatetwinError } from "../lib/errors.ts";

/** The declarations of `paths`, `components` and `operations`. Throws GatetwinError `document-invalid`. */
export async function typesSource(document: OpenApiDocument): Promise<string> {
  const { astToString, default: openapiTypes, NULL, stringToAST, tsUnion } = await import("openapi-typescript");
  // Typed as unknown[] by the library; this text is one declaration of an alias.
  const [{ type: blob }] = stringToAST("type Bytes = Blob") as unknown as [TypeAliasDeclaration];
  const nodes = await openapiTypes(JSON.parse(JSON.stringify(document)), {
    alphabetize: false,
    defaultNonNullable: false,
    silent: true,
    transform(schema: SchemaObject) {
      if (schema.format !== "binary") return undefined;
      const isNullable = schema.nullable === true || (Array.isArray(schema.type) && schema.type.includes("null"));
      return isNullable ? tsUnion([blob, NULL]) : blob;
    },
  }).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new GatetwinError("document-invalid", `Failed to write the types of the document: ${why}`, { cause });
  });
  return astToString(nodes);
}

/**
 * Our document names the tag of each member of a union by a `const`; told of the discriminator as well,
 * openapi-typescript writes each of them twice.
 */
export const withoutDiscriminators = (document: OpenApiDocument): OpenApiDocument =>
  JSON.parse(
    JSON.stringify(document, (key, value) => (key === "discriminator" && value?.propertyName ? undefined : value)),
  ) as OpenApiDocument;
