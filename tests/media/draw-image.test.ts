import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { expect, test } from "vitest";
import { type DrawImageOptions, drawImage } from "../../src/media/draw-image.ts";
import { mergeImages } from "../../src/media/merge-images.ts";
import { readImage } from "../../src/media/read-image.ts";
import { decode, probe } from "./ffmpeg.ts";

const FORMATS = ["png", "jpeg", "webp"] as const;
const CODECS = { png: "png", jpeg: "mjpeg", webp: "webp" };
const fixture = (name: string) => readFileSync(new URL(`../../fixtures/media/${name}`, import.meta.url));
const draw = (options: Partial<DrawImageOptions> = {}) =>
  drawImage({ prompt: "A red panda reads a contract", width: 160, height: 120, format: "png", seed: 7, ...options });

/** Red, green, blue and alpha of every pixel. */
const pixelsOf = (image: Uint8Array) => {
  const { complaints, bytes } = decode(image, { kind: "pixels" });
  expect(complaints).toBe("");
  return bytes;
};

/** The mean difference of two pictures of one size, 0 to 255. */
const distance = (a: Uint8Array, b: Uint8Array) =>
  a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] as number)), 0) / a.length;

const cases = FORMATS.flatMap((format) =>
  [
    [256, 256],
    [1024, 1536],
    [1792, 1024],
    [7, 3],
    [1, 1],
  ].map(([width = 0, height = 0]) => ({ format, width, height })),
);

test.each(cases)("a $format of $width by $height is one for other decoders too", async ({ format, width, height }) => {
  const image = await draw({ format, width, height });
  expect(probe(image).streams).toMatchObject([{ codec_name: CODECS[format], width, height }]);
  expect(pixelsOf(image).length).toBe(width * height * 4);
  expect(await readImage(image)).toEqual({ format, width, height, hasAlpha: false });
});

test.each(FORMATS)("the same options give the same %s, byte for byte, also at the same time", async (format) => {
  const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => draw({ format })));
  for (const other of others) expect(Buffer.compare(first as Uint8Array, other)).toBe(0);
});

test("prompt, seed and size each make another picture", async () => {
  const first = pixelsOf(await draw());
  expect(distance(first, pixelsOf(await draw({ seed: 8 })))).toBeGreaterThan(5);
  expect(distance(first, pixelsOf(await draw({ prompt: "A blue whale signs it" })))).toBeGreaterThan(5);
});

test("the words are in the picture: one letter makes a difference where the pattern is the same", async () => {
  // White dots on a dark panel: the only white in the picture.
  const white = async (prompt: string) => {
    const pixels = pixelsOf(await draw({ prompt, width: 512, height: 512 }));
    let count = 0;
    for (let index = 0; index < pixels.length; index += 4) {
      if (Math.min(...pixels.subarray(index, index + 3)) > 250) count++;
    }
    return count;
  };
  const [none, one, two] = [await white(""), await white("I"), await white("II")];
  expect(none).toBe(0);
  expect(two).toBe(2 * one);
  expect(one).toBeGreaterThan(100);
});

test.each(["png", "webp"] as const)("a transparent %s has empty corners and a drawn middle", async (format) => {
  const image = await draw({ format, background: "transparent" });
  expect(await readImage(image)).toMatchObject({ hasAlpha: true });
  const pixels = pixelsOf(image);
  expect(pixels[3]).toBe(0);
  expect(pixels.at(-1)).toBe(0);
  expect(pixels[(60 * 160 + 80) * 4 + 3]).toBeGreaterThan(150);
});

test("a JPEG is opaque whatever the background", async () => {
  expect(await readImage(await draw({ format: "jpeg", background: "transparent" }))).toMatchObject({ hasAlpha: false });
});

test.each(["jpeg", "webp"] as const)("the compression of a %s is its quality", async (format) => {
  const sizeAt = async (compression: number) => (await draw({ format, width: 512, height: 512, compression })).length;
  const [low, middle, high] = [await sizeAt(0), await sizeAt(60), await sizeAt(100)];
  expect(low).toBeLessThan(middle);
  expect(middle).toBeLessThan(high);
});

const merged = async (files: readonly Uint8Array[], size = { width: 256, height: 192 }) => {
  const image = await mergeImages(files, size);
  if (image === undefined) throw new Error("no picture");
  expect(await readImage(image)).toMatchObject({ format: "png", ...size });
  return image;
};

test.each(["picture.png", "picture.jpg", "picture.webp", "transparent.png"])("an edit of %s shows it", async (name) => {
  const size = { width: 256, height: 192 };
  const base = await merged([fixture(name)]);
  const edited = pixelsOf(await draw({ ...size, base }));
  const other = pixelsOf(await draw({ ...size, base: await draw({ ...size, prompt: "Something else" }) }));
  // The same prompt and seed draw the same shapes on both, so only the base can make the difference.
  expect(distance(edited, other)).toBeGreaterThan(5);
  const varied = pixelsOf(await draw({ ...size, base, seed: 8 }));
  expect(distance(edited, varied)).toBeGreaterThan(1);
  expect(distance(edited, varied)).toBeLessThan(distance(edited, other));
});

test("every one of many pictures is in the merged one", async () => {
  const plain = (red: number) =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 0, b: 0 } } })
      .png()
      .toBuffer();
  for (const count of [2, 3, 5, 16]) {
    const files = await Promise.all(Array.from({ length: count }, (_, index) => plain((index + 1) * 15)));
    const pixels = pixelsOf(await merged(files));
    const reds = new Set(pixels.filter((_, index) => index % 4 === 0));
    expect([...reds].sort((a, b) => a - b)).toEqual(files.map((_, index) => (index + 1) * 15));
  }
});

test.each([
  ["grey", (image: Sharp) => image.greyscale().toColourspace("b-w").png()],
  ["of 16 bits", (image: Sharp) => image.toColourspace("rgb16").png()],
  ["CMYK", (image: Sharp) => image.toColourspace("cmyk").jpeg()],
  ["with a palette", (image: Sharp) => image.png({ palette: true, colours: 8 })],
])("a picture %s is drawn upon in colour", async (_kind, encode) => {
  const base = await merged([await encode(sharp(fixture("picture.png"))).toBuffer()]);
  const pixels = pixelsOf(await draw({ width: 256, height: 192, base }));
  const isColourful = pixels.some((value, index) => index % 4 === 0 && Math.abs(value - (pixels[index + 2] ?? 0)) > 60);
  expect(isColourful).toBe(true);
});

test.each([
  [9_000, 1],
  [1, 9_000],
])("a picture of %i by %i is merged as well", async (width, height) => {
  const strip = await sharp({ create: { width, height, channels: 3, background: "#c33" } })
    .png()
    .toBuffer();
  await merged([strip], { width: 1024, height: 1024 });
});

test("sixteen pictures fit in one pixel, as far as they can", async () => {
  const file = fixture("picture.png");
  await merged(
    Array.from({ length: 16 }, () => file),
    { width: 1, height: 1 },
  );
  await merged([file, file, file], { width: 1, height: 9 });
});

test("a picture that is damaged, cut short or no picture is not merged", async () => {
  const half = fixture("picture.png").subarray(0, 2_000);
  for (const file of [new Uint8Array(), half, fixture("picture.png").subarray(0, 60), fixture("speech.mp3")]) {
    expect(await mergeImages([fixture("picture.jpg"), file], { width: 16, height: 16 })).toBeUndefined();
  }
});

test("an upload that claims a gigapixel is not decoded", async () => {
  const bomb = Buffer.from(fixture("picture.png"));
  bomb.writeUInt32BE(40_000, 16);
  bomb.writeUInt32BE(40_000, 20);
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
  expect(await readImage(bomb)).toMatchObject({ width: 40_000, height: 40_000 });
  expect(await mergeImages([bomb], { width: 16, height: 16 })).toBeUndefined();
});

test("prompts of every kind are drawn: markup, scripts without glyphs, one endless word, nothing", async () => {
  for (const prompt of [
    "<script>&\"'",
    "日本語の猫 🦊",
    "x".repeat(32_000),
    "",
    " \n\t ",
    "a\u0000b\ud800",
    "word ".repeat(6_400),
  ]) {
    expect(await readImage(await draw({ prompt }))).toMatchObject({ width: 160, height: 120 });
  }
});

test("a call for ten large pictures gets ten different ones", async () => {
  const images = await Promise.all(Array.from({ length: 10 }, (_, seed) => draw({ width: 1792, height: 1024, seed })));
  expect(new Set(images.map((image) => Buffer.from(image).toString("latin1"))).size).toBe(10);
});
