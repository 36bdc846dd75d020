/** Takes a multipart/form-data body (RFC 7578) apart into its fields, in their order. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseMediaType } from "../lib/media-type.ts";
import { type Problem, problem } from "./problem.ts";

/** A file of a multipart body. */
export interface UploadedFile {
  readonly filename: string;
  /** As the client declared it; not to be trusted. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface Field {
  name: string;
  value: string | UploadedFile;
}

/** More parts than this are refused: no operation takes so many. */
const MOST_PARTS = 1000;
const MOST_BOUNDARY = 70;

export async function readMultipart(
  bytes: Buffer,
  contentType: string,
): Promise<{ kind: "fields"; fields: readonly Field[] } | { kind: "refused"; problem: Problem }> {
  const fields: Field[] = [];
  if ((parseMediaType(contentType)?.parameters.boundary ?? "").length > MOST_BOUNDARY)
    return refuse(`its boundary is longer than ${MOST_BOUNDARY} characters, the most there may be (RFC 2046, 5.1.1)`);
  // Loaded with the first upload: most runs see none.
  const { Busboy } = await import("@fastify/busboy");
  // All of it is in memory: a part that asked for a pause and that nobody reads, as it is no field, would never end.
  const room = bytes.length + 1;
  try {
    const parser = new Busboy({
      headers: { "content-type": contentType },
      limits: { parts: MOST_PARTS, fieldSize: bytes.length },
      highWaterMark: room,
      fileHwm: room,
    });
    parser.on("field", (name, value) => fields.push({ name, value }));
    parser.on("file", (name, stream, filename, _encoding, mediaType) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      // A part that breaks off ends the whole body, which the parser reports.
      stream.on("error", () => {});
      const file = { filename: filename ?? "", mediaType, bytes: EMPTY };
      fields.push({ name, value: file });
      stream.on("end", () => Object.assign(file, { bytes: Buffer.concat(chunks) }));
    });
    let isCut = false;
    parser.on("partsLimit", () => {
      isCut = true;
    });
    await pipeline(Readable.from([bytes]), parser);
    if (isCut) return refuse(`it has more than ${MOST_PARTS} parts`);
    // The parser's types promise a name to every part.
    const isNamed = ({ name }: { name: string | undefined }) => name !== undefined;
    if (!fields.every(isNamed)) return refuse("a part has no name, which its Content-Disposition must tell");
    return { kind: "fields", fields };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

const EMPTY = new Uint8Array();

const refuse = (why: string) => ({
  kind: "refused" as const,
  problem: problem(400, "invalid_multipart", `The body is no multipart/form-data: ${why}.`),
});
