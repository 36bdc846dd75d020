/** Reads an OpenAPI file, YAML or JSON, in one file or many, into one document with internal references only. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { GatetwinError } from "../lib/errors.ts";
import { isFields } from "../lib/fields.ts";
import { toPointer } from "../lib/json-pointer.ts";
import { resolveIds } from "./resolve-ids.ts";

export type OpenApiDocument = Record<string, unknown>;

/**
 * The document at a path. Throws GatetwinError `document-unreadable` (no such file, no YAML or JSON, with the line) or
 * `document-invalid` (not OpenAPI 3.0, 3.1 or 3.2, or a reference that leads nowhere, with its pointer). Nothing is
 * fetched from a network.
 */
export async function load(path: string): Promise<OpenApiDocument> {
  const document = resolveIds(parse(await read(path), path, await import("yaml")));
  checkVersion(document, path);
  const references = referencesOf(document);
  const remote = references.find(({ ref }) => /^[a-z][a-z0-9+.-]*:\/\//i.test(ref));
  if (remote !== undefined)
    throw new GatetwinError(
      "document-invalid",
      `Failed to follow the reference ${remote.ref} at ${remote.pointer} of ${path}: nothing is fetched from a network. Save it beside the document and refer to the file`,
      { details: { pointer: remote.pointer, reference: remote.ref } },
    );
  if (references.every(({ ref }) => ref.startsWith("#"))) return document;
  const { bundle } = await import("@apidevtools/json-schema-ref-parser");
  try {
    return homeward(await bundle(path, document, { resolve: { http: false } }), basename(path)) as OpenApiDocument;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new GatetwinError("document-invalid", `Failed to follow the references of ${path}: ${why}`, { cause });
  }
}

/**
 * The bundler inlines what other files hold, and leaves their references back to the first file as they are: relative to
 * a place that is no more.
 */
function homeward(value: unknown, file: string): unknown {
  if (Array.isArray(value)) return value.map((item) => homeward(item, file));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (name !== "$ref" || typeof member !== "string" || member.startsWith("#"))
        return [name, homeward(member, file)];
      const [place = "", pointer = ""] = member.split("#");
      return [name, decodeURIComponent(basename(place)) === file ? `#${pointer}` : member];
    }),
  );
}

function checkVersion(document: OpenApiDocument, path: string): void {
  const { openapi, swagger } = document;
  if (typeof openapi === "string" && /^3\.[012](\.|$)/.test(openapi)) return;
  const found =
    swagger !== undefined
      ? `it is Swagger ${swagger}. Convert it to OpenAPI 3 first`
      : openapi === undefined
        ? 'it has no field "openapi"'
        : typeof openapi === "number"
          ? `"openapi" is the number ${openapi}. Write it in quotes, as "3.1.0"`
          : `"openapi" is ${JSON.stringify(openapi)}`;
  throw new GatetwinError(
    "document-invalid",
    `Failed to read ${path}: it must be OpenAPI 3.0, 3.1 or 3.2, but ${found}`,
  );
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const why =
      code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder. Name the file in it" : message;
    throw new GatetwinError("document-unreadable", `Failed to read ${path}: ${why}`, { cause });
  }
}

function parse(text: string, path: string, yaml: typeof import("yaml")): OpenApiDocument {
  const unreadable = (why: string, cause?: unknown) =>
    new GatetwinError("document-unreadable", `Failed to read ${path}: ${why}`, { cause });
  // YAML has no comments of this kind, and reads most of what follows as one odd name.
  const comment = path.endsWith(".json") ? /^[ \t]*\/[/*]/m.exec(text) : null;
  if (comment !== null) {
    const line = text.slice(0, comment.index).split("\n").length;
    throw unreadable(`JSON has no comments, and there is one at line ${line}. Take it out, or write YAML`);
  }
  const parsed = yaml.parseDocument(text, { merge: true });
  const error = parsed.errors[0];
  if (error !== undefined) throw unreadable(error.message.trimEnd(), error);
  const value = followAliases(parsed, unreadable);
  if (isFields(value)) return value as OpenApiDocument;
  const found = value === null || value === undefined ? "it is empty" : "it holds no object";
  throw new GatetwinError("document-invalid", `Failed to read ${path}: ${found}`);
}

/** YAML can say what JSON cannot: a value that holds itself, or a few lines that unfold to millions. */
function followAliases(
  parsed: { toJS(options: { maxAliasCount: number }): unknown },
  unreadable: (why: string, cause?: unknown) => GatetwinError,
): unknown {
  try {
    const value = parsed.toJS({ maxAliasCount: 1000 });
    JSON.stringify(value);
    return value;
  } catch (cause) {
    const [why] = (cause instanceof Error ? cause.message : String(cause)).split("\n", 1);
    throw unreadable(`its aliases lead nowhere (${why})`, cause);
  }
}

interface Reference {
  ref: string;
  pointer: string;
}

function referencesOf(value: unknown, at: readonly (string | number)[] = []): Reference[] {
  if (typeof value !== "object" || value === null) return [];
  const { $ref } = value as { $ref?: unknown };
  const own = typeof $ref === "string" ? [{ ref: $ref, pointer: `#${toPointer(at)}` }] : [];
  return [...own, ...Object.entries(value).flatMap(([name, member]) => referencesOf(member, [...at, name]))];
}
