/** One vector per input, in the form and of the length that were asked for. */
import type { Exchange } from "../exchange/exchange.ts";
import { countInputs, factsOf, isFacts, shown } from "./facts.ts";
import { KEPT, type Law, NOT_JUDGED, type Ruling, severity } from "./law.ts";

function areInOrder({ request, reply }: Exchange): Ruling {
  if (!isFacts(reply.body) || !Array.isArray(reply.body.data)) return NOT_JUDGED;
  const data: readonly unknown[] = reply.body.data;
  const wanted = isFacts(request.body) ? countInputs(request.body.input) : undefined;
  if (wanted !== undefined && data.length !== wanted) {
    return [{ pointer: "/data", message: `There must be ${wanted} vectors, one per input, but ${data.length} came.` }];
  }
  for (const [position, entry] of data.entries()) {
    const { index } = factsOf(entry);
    if (typeof index === "number" && index !== position) {
      return [
        {
          pointer: `/data/${position}/index`,
          message: `The vectors must be in the order of the inputs: here the index must be ${position}, but it is ${index}.`,
        },
      ];
    }
  }
  return wanted === undefined ? NOT_JUDGED : KEPT;
}

function areAsAsked({ request, reply }: Exchange): Ruling {
  if (!isFacts(request.body) || !isFacts(reply.body) || !Array.isArray(reply.body.data)) return NOT_JUDGED;
  const { encoding_format: asked, dimensions } = request.body;
  const isBase64 = asked === "base64";
  let length = typeof dimensions === "number" ? dimensions : undefined;
  for (const [position, entry] of (reply.body.data as readonly unknown[]).entries()) {
    const { embedding } = factsOf(entry);
    const pointer = `/data/${position}/embedding`;
    if (typeof embedding !== "string" && !Array.isArray(embedding)) continue;
    if ((typeof embedding === "string") !== isBase64) {
      const came = isBase64 ? "a list of numbers" : "a text";
      return [
        { pointer, message: `The vector must be ${isBase64 ? "base64" : "a list of numbers"}, but it is ${came}.` },
      ];
    }
    const size = typeof embedding === "string" ? countFloats(embedding) : embedding.length;
    if (size === undefined) {
      return [
        {
          pointer,
          message: `The vector must be base64 of little-endian 32-bit floats, but it is ${shown(embedding)}.`,
        },
      ];
    }
    if (length !== undefined && size !== length) {
      return [{ pointer, message: `The vector must have ${length} components, but it has ${size}.` }];
    }
    length = size;
  }
  return KEPT;
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const BYTES_PER_FLOAT = 4;

/** Components of embeddings, of unit length or not, lie between these; any other bits read as floats mostly do not. */
const SMALLEST = 1e-20;
const LARGEST = 1e10;
/** So many of a vector may be odd before it is none: one in four. */
const MOST_ODD = 0.25;

/** Undefined for what is no base64 of little-endian floats, such as floats of 64 bits or in the other byte order. */
function countFloats(text: string): number | undefined {
  if (text.length % 4 !== 0 || !BASE64.test(text)) return undefined;
  const bytes = Buffer.from(text, "base64");
  if (bytes.length % BYTES_PER_FLOAT !== 0) return undefined;
  const count = bytes.length / BYTES_PER_FLOAT;
  let odd = 0;
  for (let at = 0; at < bytes.length; at += BYTES_PER_FLOAT) {
    const component = Math.abs(bytes.readFloatLE(at));
    if (!Number.isFinite(component)) return undefined;
    if (component > LARGEST || (component !== 0 && component < SMALLEST)) odd++;
  }
  return odd > count * MOST_ODD ? undefined : count;
}

export const embeddingsLaws: readonly Law[] = [
  {
    id: "embeddings.E1",
    summary: "There is one vector per input, and `index` counts them in the order of the inputs.",
    source: "OpenAI API reference, create embeddings: input, and the embedding object: index",
    severity: severity("ERROR"),
    judges: "reply",
    check: areInOrder,
  },
  {
    id: "embeddings.E2",
    summary: "All vectors have the length that `dimensions` asks for and the form that `encoding_format` asks for.",
    source: "OpenAI API reference, create embeddings: dimensions and encoding_format",
    severity: severity("ERROR"),
    judges: "reply",
    check: areAsAsked,
  },
];
