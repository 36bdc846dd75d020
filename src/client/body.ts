/** How a body goes on the wire: as a form where it holds a file, as JSON otherwise. */

type Part = string | Blob;

const isFile = (value: unknown): value is Blob | Uint8Array => value instanceof Blob || value instanceof Uint8Array;

const hasFile = (body: object): boolean =>
  Object.values(body).some((value) => (Array.isArray(value) ? value.some(isFile) : isFile(value)));

/**
 * Every form of the gateways has a file, and no JSON body can. In a form lists repeat their name, objects become JSON,
 * and what is null or undefined is left out.
 */
export function serializeBody(body: unknown): string | FormData {
  if (body instanceof FormData) return body;
  if (typeof body !== "object" || body === null || !hasFile(body)) return JSON.stringify(body);
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      // Without a name for its file a Blob would be called "blob", and a File by its own.
      if (one !== null && one !== undefined) form.append(name, toPart(one));
    }
  }
  return form;
}

function toPart(value: unknown): Part {
  if (value instanceof Blob) return value;
  if (value instanceof Uint8Array) return new Blob([value as Uint8Array<ArrayBuffer>]);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
