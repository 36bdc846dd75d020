/** Draws the pictures of one call and hands them over: as base64, or as links to files of the twin. */
import type { ImageFormat } from "../../media/read-image.ts";
import type { Call } from "../behaviour.ts";
import type { Size } from "./size.ts";

export interface Delivery {
  prompt: string;
  count: number;
  size: Size;
  format: ImageFormat;
  background: "transparent" | "opaque" | "auto";
  /** Quality of a JPEG or WebP, 0 to 100. */
  compression: number;
  as: "url" | "b64_json";
  /** What the pictures start from. */
  base?: Uint8Array;
}

export type DeliveredImage = { url: string } | { b64_json: string };

const EXTENSIONS: Readonly<Record<ImageFormat, string>> = { png: "png", jpeg: "jpg", webp: "webp" };
const LARGEST_SEED = 999_000;

/** In the order of their ids. Neighbouring seeds differ as much as distant ones, and no two of a call are the same. */
export async function deliver(call: Call, delivery: Delivery): Promise<DeliveredImage[]> {
  // Loaded with the first picture.
  const { drawImage } = await import("../../media/draw-image.ts");
  const { count, size, as, ...drawing } = delivery;
  const first = call.random.fork("picture").int(1, LARGEST_SEED);
  const draw = (index: number) => drawImage({ ...drawing, ...size, seed: first + index });
  const indexes = Array.from({ length: count }, (_, index) => index);
  if (as === "b64_json")
    return Promise.all(indexes.map(async (index) => ({ b64_json: Buffer.from(await draw(index)).toString("base64") })));
  const ids = indexes.map(() => call.newId("img"));
  return Promise.all(
    ids.map(async (id, index) => {
      await call.files.put(id, { mediaType: `image/${drawing.format}`, bytes: await draw(index) });
      return { url: `${call.baseUrl}/__gatetwin/files/${id}.${EXTENSIONS[drawing.format]}` };
    }),
  );
}
