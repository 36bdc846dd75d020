/** Valid requests of an operation without end: first one for every corner of its schemas, then mixtures, from a seed. */
import { readFileSync } from "node:fs";
import type { UploadedFile } from "../../src/behaviours/behaviour.ts";
import type { Content, Contract, Operation, Parameter } from "../../src/contract/operation.ts";
import { refName } from "../../src/contract/resolve.ts";
import type { Schema } from "../../src/contract/schema-object.ts";
import { GatetwinError } from "../../src/lib/errors.ts";
import { createRandom, type Random } from "../../src/lib/random.ts";
import { synthesize } from "../../src/synthesis/synthesize.ts";
import { aimsOf } from "./aims.ts";
import { sample } from "./sample.ts";

export interface GeneratedRequest {
  operation: Operation;
  /** Where it comes from: `generate` makes the same request of the same numbers. */
  origin: { index: number; seed: number; aim: string };
  method: string;
  /** With its query. */
  path: string;
  /** A JSON value; for a form an object whose files are `UploadedFile`. */
  body?: unknown;
  mediaType?: string;
}

export interface RequestGenerator {
  /** How many corners there are: each index below leads to another one. */
  corners: number;
  generate(index: number, options: { seed: number; ids?: readonly string[] }): GeneratedRequest;
}

/** Shares of the optional fields that are given. */
const FULLNESSES = [0, 0.1, 0.3, 0.6, 1];

export function createRequestGenerator(operation: Operation, contract: Contract): RequestGenerator {
  const content = operation.body?.content[0];
  const aims = content ? aimsOf(content.schema, contract.schemas) : [];
  const query = operation.parameters.filter((parameter) => parameter.in === "query");
  return {
    corners: aims.length,
    generate(index, { seed, ids = [] }) {
      const random = createRandom(seed).fork(`${operation.id} ${index}`);
      const making = { random, contract };
      const aim = aims[index];
      const path = operation.path.replaceAll(/\{[^}]+\}/g, () => encodeURIComponent(idOf(random, ids)));
      return {
        operation,
        origin: { index, seed, aim: aim?.label ?? "" },
        method: operation.method,
        path: path + queryOf(query, random, contract),
        ...(content && { body: withId(asSent(content, bodyOf(content, aim?.schema, making)), random, ids) }),
        ...(content && { mediaType: content.mediaType }),
      };
    },
  };
}

const asSent = ({ mediaType }: Content, body: unknown): unknown =>
  mediaType === "multipart/form-data" ? asForm(body as Record<string, unknown>) : body;

/** An earlier response is mostly one that there is. */
const withId = (body: unknown, random: Random, ids: readonly string[]): unknown =>
  typeof (body as { previous_response_id?: unknown })?.previous_response_id === "string"
    ? { ...(body as object), previous_response_id: idOf(random, ids) }
    : body;

/** Mostly something that is there, where anything is. */
const idOf = (random: Random, ids: readonly string[]): string =>
  ids.length > 0 && random.next() < 0.8 ? random.pick(ids) : random.pick(["chatcmpl-none", "x", "Ø/?#%", "..."]);

function queryOf(parameters: readonly Parameter[], random: Random, contract: Contract): string {
  const query = new URLSearchParams();
  for (const { name, schema, style, required } of parameters) {
    if (!required && random.next() < 0.5) continue;
    const value = random.next() < 0.5 ? make(schema, { random, contract }) : sample(schema, contract.schemas, random);
    if (style !== "deepObject") query.set(name, String(value));
    else for (const [key, member] of Object.entries(value as object)) query.set(`${name}[${key}]`, String(member));
  }
  return query.size > 0 ? `?${query}` : "";
}

interface Making {
  random: Random;
  contract: Contract;
}

/** A body that fits: in the corner aimed at where there is one, else from one of two makers that know nothing of each other. */
function bodyOf(content: Content, aim: Schema | undefined, making: Making): unknown {
  const { random, contract } = making;
  const isValid = (value: unknown) => content.check(value).length === 0;
  if (aim !== undefined) {
    try {
      const value = make(aim, making);
      if (isValid(value)) return value;
    } catch (error) {
      // A corner of one part of the schema can contradict another part.
      if (!(error instanceof GatetwinError)) throw error;
    }
  }
  for (let attempt = 0; attempt < 8 && random.next() < 0.7; attempt++) {
    const value = sample(content.schema, contract.schemas, random);
    if (isValid(value)) return value;
  }
  return make(content.schema, making);
}

const make = (schema: Schema, { random, contract }: Making): unknown =>
  synthesize(schema, {
    random: random.fork("make"),
    resolve: (ref) => contract.schemas[refName(ref) ?? ""] ?? true,
    fullness: random.pick(FULLNESSES),
  });

/** The request as fetch takes it. */
export function toInit(
  { method, body, mediaType }: Pick<GeneratedRequest, "method" | "body" | "mediaType">,
  token = "generated",
): RequestInit {
  const headers = { authorization: `Bearer ${token}` };
  if (mediaType === undefined) return { method, headers };
  if (mediaType === "multipart/form-data") return { method, headers, body: formOf(body as Record<string, unknown>) };
  return { method, headers: { ...headers, "content-type": mediaType }, body: JSON.stringify(body) };
}

const media = (filename: string, mediaType: string) => {
  let file: UploadedFile | undefined;
  return () => {
    file ??= { filename, mediaType, bytes: readFileSync(new URL(`../../fixtures/media/${filename}`, import.meta.url)) };
    return file;
  };
};

/** What the fields that are files carry: real media. */
const FILES: Readonly<Record<string, readonly (() => UploadedFile)[]>> = {
  file: [media("speech.wav", "audio/wav"), media("speech.mp3", "audio/mpeg"), media("speech.webm", "audio/webm")],
  image: [
    media("picture.png", "image/png"),
    media("picture.jpg", "image/jpeg"),
    media("picture.webp", "image/webp"),
    media("transparent.png", "image/png"),
  ],
};

/** A form cannot tell null from absent, nor hold objects: such members are left out. Files become real ones. */
function asForm(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    const files = FILES[name];
    const sendable = (one: unknown, index: number) => (files ? (files[index % files.length] as () => unknown)() : one);
    const some = [value]
      .flat()
      .filter((one) => one !== null && typeof one !== "object")
      .map(sendable);
    if (some.length > 0) fields[name] = Array.isArray(value) ? some : some[0];
  }
  return fields;
}

function formOf(body: Readonly<Record<string, unknown>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    for (const one of [value].flat()) {
      if (typeof one !== "object") form.append(name, String(one));
      else {
        const { filename, mediaType, bytes } = one as UploadedFile;
        form.append(name, new File([new Uint8Array(bytes)], filename, { type: mediaType }));
      }
    }
  }
  return form;
}
