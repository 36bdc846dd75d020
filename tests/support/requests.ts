/** One valid request per operation: the first example of the document, or what its parameters need. */
import { readFileSync } from "node:fs";
import type { Operation } from "../../src/contract/operation.ts";

export interface ExampleRequest {
  method: string;
  path: string;
  body?: unknown;
  mediaType?: string;
}

/** @param id Stands for the parameter of the path: `keepCompletion` makes one that is known. */
export function exampleRequest({ method, path, body }: Operation, id = "chatcmpl-tide0042"): ExampleRequest {
  const filled = path.replaceAll(/\{[^}]+\}/g, id);
  const content = body?.content[0];
  return { method, path: filled, ...(content && { body: content.examples[0]?.value, mediaType: content.mediaType }) };
}

const media = (name: string) =>
  new File([readFileSync(new URL(`../../fixtures/media/${name}`, import.meta.url))], name);

/** A `file` is a recording in our APIs; every other upload is a picture. */
const upload = (field: string) => media(field === "file" ? "speech.wav" : "picture.png");

/** The id of a completion that the server keeps for the key of `toFetch`. */
export async function keepCompletion(url: string): Promise<string> {
  const body = { model: "gpt-4o-mini", messages: [{ role: "user", content: "Keep this." }], store: true };
  const init = toFetch({ method: "POST", path: "", body, mediaType: "application/json" });
  const { id } = (await (await fetch(`${url}/v1/chat/completions`, init)).json()) as { id: string };
  return id;
}

/** The request as fetch takes it. Files of multipart examples become small real uploads. */
export function toFetch(
  { method, body, mediaType }: ExampleRequest,
  files: readonly string[] = ["file", "image", "mask"],
): RequestInit {
  const headers = { authorization: "Bearer test-key" };
  if (body === undefined) return { method, headers };
  if (mediaType !== "multipart/form-data")
    return { method, headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(body) };
  const form = new FormData();
  for (const [name, value] of Object.entries(body as Record<string, unknown>)) {
    for (const one of [value].flat()) {
      if (files.includes(name)) form.append(name, upload(name));
      else form.append(name, String(one));
    }
  }
  return { method, headers, body: form };
}
