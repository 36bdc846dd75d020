/** The files that replies link to, as `GET /__gatetwin/files/<id>.<extension>` hands them out. */
import { problem } from "../../contract/problem.ts";
import type { Files } from "../../store/store.ts";
import type { Answer } from "../write.ts";

/** The documents give a link 60 minutes; what it links to never changes. */
const CACHE_SECONDS = 3_600;

/** @param name The last segment of the path: an id, with or without an extension. */
export async function fileAnswer(files: Files, name: string): Promise<Answer> {
  const [id = ""] = name.split(".", 1);
  const file = await files.get(id);
  if (file === undefined) return unknownFile(name);
  const headers = { "content-type": file.mediaType, "cache-control": `public, max-age=${CACHE_SECONDS}, immutable` };
  return { status: 200, headers, body: file.bytes };
}

function unknownFile(name: string): Answer {
  const { status, message, type, param, code } = problem(404, "file_not_found", `No file ${name.slice(0, 80)} here.`);
  const headers = { "content-type": "application/json", "cache-control": "no-store" };
  return { status, headers, body: JSON.stringify({ error: { message, type, param, code } }) };
}
