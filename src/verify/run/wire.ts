/** A planned body as the bytes that are sent. */
import { hash } from "../../lib/random.ts";
import type { CaseBody, Upload } from "../case.ts";

export interface WireBody {
  contentType: string;
  bytes: Uint8Array;
}

export function toWire(body: CaseBody): WireBody {
  switch (body.kind) {
    case "json":
      return { contentType: body.mediaType, bytes: Buffer.from(JSON.stringify(body.value)) };
    case "text":
      return { contentType: body.mediaType, bytes: Buffer.from(body.text) };
    case "form":
      return body.mediaType === undefined ? form(body.value) : urlEncoded(body.mediaType, body.value);
    default:
      return body satisfies never;
  }
}

export const isUpload = (value: unknown): value is Upload =>
  typeof value === "object" && value !== null && (value as Partial<Upload>).bytes instanceof Uint8Array;

/** The parts of a form in their order: a list is one part for each item. */
export const partsOf = (fields: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, unknown] => [name, one]));

/** A field as text: what has no form of its own goes as JSON. */
export const fieldText = (value: unknown): string =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);

function urlEncoded(contentType: string, fields: Readonly<Record<string, unknown>>): WireBody {
  const pairs = partsOf(fields).map(([name, value]) => [name, isUpload(value) ? value.filename : fieldText(value)]);
  return { contentType, bytes: Buffer.from(new URLSearchParams(pairs).toString()) };
}

/** multipart/form-data, RFC 7578. The boundary follows from the fields, so that the same form is the same bytes. */
function form(fields: Readonly<Record<string, unknown>>): WireBody {
  const parts = partsOf(fields);
  const told = JSON.stringify(parts, (_key, value) => (value instanceof Uint8Array ? value.length : value));
  const boundary = `gatetwin-${hash(told).toString(36)}`;
  const chunks: Uint8Array[] = [];
  for (const [name, value] of parts) {
    const disposition = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"`;
    if (isUpload(value))
      chunks.push(
        Buffer.from(`${disposition}; filename="${quoted(value.filename)}"\r\nContent-Type: ${value.mediaType}\r\n\r\n`),
        value.bytes,
      );
    else chunks.push(Buffer.from(`${disposition}\r\n\r\n${fieldText(value)}`));
    chunks.push(Buffer.from("\r\n"));
  }
  chunks.push(Buffer.from(`--${boundary}--\r\n`));
  return { contentType: `multipart/form-data; boundary=${boundary}`, bytes: Buffer.concat(chunks) };
}

/** As browsers escape it (WHATWG HTML, multipart form data). */
const quoted = (text: string): string => text.replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll('"', "%22");
