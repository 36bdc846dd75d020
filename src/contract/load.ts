/** Reads an OpenAPI file, YAML or JSON, in one file or many, into one document with internal references only. */
import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { GatetwinError } from "../lib/errors.ts";
import { isFields } from "../lib/fields.ts";
import { decodeFragment, toPointer } from "../lib/json-pointer.ts";
import { type Kind, kindOf, mayRefer } from "./document-tree.ts";
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
    const whole = await bundle(path, veil(document, "object") as OpenApiDocument, { resolve: { http: false } });
    return homeward(whole, basename(path)) as OpenApiDocument;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const { source = "" } = cause as { source?: string };
    const guilty = references.find(({ ref }) => !ref.startsWith("#") && resolve(dirname(path), fileOf(ref)) === source);
    throw new GatetwinError(
      "document-invalid",
      `Failed to follow ${guilty === undefined ? "the references" : `the reference ${guilty.ref} at ${guilty.pointer}`} of ${path}: ${why}`,
      { cause, ...(guilty && { details: { pointer: guilty.pointer, reference: guilty.ref } }) },
    );
  }
}

const fileOf = (ref: string): string => decodeFragment(ref.split("#", 1)[0] as string);

const VEILED = "\u0000$ref";

/** The bundler takes every `$ref` for a reference, that in the value of an example too. `homeward` lifts the veil. */
function veil(value: unknown, kind: Kind): unknown {
  if (Array.isArray(value)) return value.map((item) => veil(item, kind));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name === "$ref" && kind === "data" ? VEILED : name,
      veil(member, kindOf(kind, name, member)),
    ]),
  );
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
      if (name === VEILED) return ["$ref", homeward(member, file)];
      if (name !== "$ref" || typeof member !== "string" || member.startsWith("#"))
        return [name, homeward(member, file)];
      const [place = "", pointer = ""] = member.split("#");
      return [name, decodeFragment(basename(place)) === file ? `#${pointer}` : member];
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
  const quick = readJson(text);
  if (quick !== undefined) return quick;
  const parsed = yaml.parseDocument(text, { merge: true });
  const error = parsed.errors[0];
  if (error !== undefined) throw unreadable(error.message.trimEnd(), error);
  const value = followAliases(parsed, unreadable);
  if (isFields(value)) return value as OpenApiDocument;
  const found = value === null || value === undefined ? "it is empty" : "it holds no object";
  throw new GatetwinError("document-invalid", `Failed to read ${path}: ${found}`);
}

/**
 * JSON whose names are unique is read ten times as fast by its own parser; the other one tells the line of what is wrong.
 * A name that is there twice shows in there being fewer members than names in the text.
 */
function readJson(text: string): OpenApiDocument | undefined {
  let names = 0;
  try {
    const value: unknown = JSON.parse(text);
    for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:?)/g)) if (colon === ":") names++;
    return isFields(value) && membersOf(value) === names ? value : undefined;
  } catch {
    return undefined;
  }
}

function membersOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const members: unknown[] = Object.values(value);
  const inner = members.reduce<number>((sum, member) => sum + membersOf(member), 0);
  return Array.isArray(value) ? inner : members.length + inner;
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

function referencesOf(value: unknown, at: readonly (string | number)[] = [], kind: Kind = "object"): Reference[] {
  if (typeof value !== "object" || value === null || kind === "data") return [];
  const { $ref } = value as { $ref?: unknown };
  const own = mayRefer(kind) && typeof $ref === "string" ? [{ ref: $ref, pointer: `#${toPointer(at)}` }] : [];
  const inner = Object.entries(value).flatMap(([name, member]) =>
    referencesOf(member, [...at, name], Array.isArray(value) ? kind : kindOf(kind, name, member)),
  );
  return [...own, ...inner];
}
