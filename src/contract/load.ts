/** Reads an OpenAPI file, YAML or JSON, in one file or many, into one document with internal references only. */
import { readFile } from "node:fs/promises";
import { GatetwinError } from "../lib/errors.ts";

export type OpenApiDocument = Record<string, unknown>;

/**
 * The document at a path. Throws GatetwinError `document-unreadable` (no such file, no YAML or JSON, with the line) or
 * `document-invalid` (not OpenAPI 3.0 or 3.1, or a reference that leads nowhere). Nothing is fetched from a network.
 */
export async function load(path: string): Promise<OpenApiDocument> {
  const document = parse(await read(path), path, await import("yaml"));
  const version = typeof document.openapi === "string" ? document.openapi : undefined;
  if (version === undefined || !/^3\.[012](\.|$)/.test(version)) {
    const found = document.swagger
      ? `it is Swagger ${document.swagger}`
      : `"openapi" is ${JSON.stringify(document.openapi)}`;
    throw new GatetwinError("document-invalid", `Failed to read ${path}: it must be OpenAPI 3.0 or 3.1, but ${found}`);
  }
  if (!JSON.stringify(document).includes('"$ref":"') || isSelfContained(document)) return document;
  const { bundle } = await import("@apidevtools/json-schema-ref-parser");
  try {
    return (await bundle(path, { resolve: { http: false } })) as OpenApiDocument;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new GatetwinError("document-invalid", `Failed to follow the references of ${path}: ${why}`, { cause });
  }
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : String(cause);
    throw new GatetwinError("document-unreadable", `Failed to read ${path}: ${why}`, { cause });
  }
}

function parse(text: string, path: string, yaml: typeof import("yaml")): OpenApiDocument {
  const parsed = yaml.parseDocument(text, { merge: true });
  const error = parsed.errors[0];
  if (error)
    throw new GatetwinError("document-unreadable", `Failed to read ${path}: ${error.message}`, { cause: error });
  const value = followAliases(parsed, path);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as OpenApiDocument;
  throw new GatetwinError("document-invalid", `Failed to read ${path}: it holds no object`);
}

/** YAML can say what JSON cannot: a value that holds itself, or a few lines that unfold to millions. */
function followAliases(parsed: { toJS(options: { maxAliasCount: number }): unknown }, path: string): unknown {
  try {
    const value = parsed.toJS({ maxAliasCount: 1000 });
    JSON.stringify(value);
    return value;
  } catch (cause) {
    const [why] = String(cause).split("\n", 1);
    throw new GatetwinError("document-unreadable", `Failed to read ${path}: its aliases lead nowhere (${why})`, {
      cause,
    });
  }
}

const isSelfContained = (document: OpenApiDocument): boolean =>
  [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].every(([, ref]) => ref?.startsWith("#"));
