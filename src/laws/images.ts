/** As many pictures as asked for, in the form, the file format and the size that were asked for. */
import type { Exchange } from "../exchange/exchange.ts";
import { countOf, type Facts, factsOf, isFacts, listOf, shown } from "./facts.ts";
import { type Fault, KEPT, type Law, NOT_JUDGED, type Ruling, severity } from "./law.ts";

function areDrawn({ request, reply }: Exchange): Ruling | Promise<Ruling> {
  if (!isFacts(request.body) || !isFacts(reply.body) || !Array.isArray(reply.body.data)) return NOT_JUDGED;
  const data: readonly unknown[] = reply.body.data;
  const wanted = countOf(request.body.n);
  if (wanted !== undefined && data.length !== wanted) {
    return [{ pointer: "/data", message: `There must be ${wanted} pictures as asked for, but ${data.length} came.` }];
  }
  const files: { pointer: string; base64: string }[] = [];
  for (const [position, entry] of data.entries()) {
    const { url, b64_json: base64 } = factsOf(entry);
    const fault = wrongForm(request.body, { url, base64 }, `/data/${position}`);
    if (fault !== undefined) return [fault];
    if (typeof base64 === "string") files.push({ pointer: `/data/${position}/b64_json`, base64 });
  }
  return files.length === 0 ? KEPT : judgeFiles(files, { request: request.body, reply: reply.body });
}

/** These answer in base64 whatever is asked, as the pages of the gateways say. */
const knowsOnlyBase64 = (model: unknown): boolean => typeof model === "string" && /gpt-image|chatgpt-image/.test(model);

/** The models that may have answered: a gateway's own block can name others. */
function modelsOf({ model, orq }: Facts): readonly unknown[] {
  const { fallbacks, load_balancer } = factsOf(orq);
  return [model, ...[...listOf(fallbacks), ...listOf(load_balancer)].map((entry) => factsOf(entry).model)];
}

function wrongForm(
  request: Facts,
  { url, base64 }: { url: unknown; base64: unknown },
  pointer: string,
): Fault | undefined {
  const asked = request.response_format;
  const hasUrl = typeof url === "string";
  const hasBase64 = typeof base64 === "string";
  if (asked === "b64_json" && !hasBase64)
    return { pointer, message: "The picture must come as b64_json, but it does not." };
  if (asked === "url" && !hasUrl && !(hasBase64 && modelsOf(request).some(knowsOnlyBase64))) {
    return { pointer, message: "The picture must come as a url, but it does not." };
  }
  if (!hasUrl && !hasBase64)
    return { pointer, message: "The picture must come as url or b64_json, but it has neither." };
  if (hasUrl && !(URL.canParse(url) && /^(https?|data):/i.test(url))) {
    return { pointer: `${pointer}/url`, message: `url must be an http or data URL, but it is ${shown(url)}.` };
  }
  return undefined;
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

async function judgeFiles(
  files: readonly { pointer: string; base64: string }[],
  { request, reply }: { request: Facts; reply: Facts },
): Promise<Ruling> {
  const { readImage } = await import("../media/read-image.ts");
  const sizes = [sizeOf(request.size), sizeOf(reply.size)].filter((size) => size !== undefined);
  const formats = [
    modelsOf(request).every(knowsOnlyBase64) ? request.output_format : undefined,
    reply.output_format,
  ].filter(isFormat);
  for (const { pointer, base64 } of files) {
    const isBase64 = base64.length % 4 === 0 && BASE64.test(base64);
    const facts = isBase64 ? await readImage(Buffer.from(base64, "base64")) : undefined;
    if (facts === undefined)
      return [{ pointer, message: "b64_json must hold the bytes of a picture, but it does not." }];
    const format = formats.find((name) => name !== facts.format);
    if (format !== undefined)
      return [
        { pointer, message: `The picture must be a file of ${shown(format)}, but it is ${shown(facts.format)}.` },
      ];
    const came = `${facts.width}x${facts.height}`;
    const size = sizes.find((wanted) => wanted !== came);
    if (size !== undefined) return [{ pointer, message: `The picture must be ${size} pixels, but it is ${came}.` }];
  }
  return KEPT;
}

/** `auto` and the like leave the size to the model. */
const sizeOf = (value: unknown): string | undefined =>
  typeof value === "string" && /^[1-9]\d*x[1-9]\d*$/.test(value) ? value : undefined;

const isFormat = (value: unknown): value is string => value === "png" || value === "jpeg" || value === "webp";

export const imagesLaws: readonly Law[] = [
  {
    id: "images.I1",
    summary: "There are `n` pictures, as url or b64_json as asked for; the bytes are of the format and size asked for.",
    source: "OpenAI API reference, create image: n, response_format, output_format and size",
    severity: severity("ERROR"),
    judges: "reply",
    check: areDrawn,
  },
];
