/** Real pictures of the size and format that were asked for: the guide to the five image operations. */
import { readFileSync } from "node:fs";
import OpenAI, { toFile } from "openai";
import sharp from "sharp";
import request from "supertest";
import { describe, expect, test } from "vitest";
import { fixedClock } from "../../src/lib/clock.ts";
import { fileAnswer } from "../../src/server/control/files.ts";
import { createHandler } from "../../src/server/create-server.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { serve, strict } from "../support/serve.ts";

const store = createMemoryStore();
const handler = createHandler({ ...strict, store, clock: fixedClock(Date.UTC(2026, 2, 4)) });
const fixture = (name: string) => readFileSync(new URL(`../../fixtures/media/${name}`, import.meta.url));

const PROXY = "/v2/proxy/images/generations";
const GATEWAY = "/v2/gateway/images/generations";
const SUDO = "/v1/images/generations";
const EDITS = "/v2/proxy/images/edits";
const VARIATIONS = "/v2/proxy/images/variations";

const ASK = { model: "openai/dall-e-2", prompt: "The lighthouse of Saint-Malo", size: "256x256" };

const generate = (path: string, body: object, key = "k") =>
  request(handler)
    .post(path)
    .set("authorization", `Bearer ${key}`)
    .send({ ...ASK, ...body });

interface Fields {
  [name: string]: string;
}

/** Uploads pictures, each as an `image` part; the declared name and type are wrong on purpose. */
function upload(path: string, files: readonly Uint8Array[], fields: Fields = {}) {
  const call = request(handler).post(path).set("authorization", "Bearer k");
  const all = { model: "openai/dall-e-2", size: "256x256", ...(path === EDITS && { prompt: "A storm" }), ...fields };
  for (const [name, value] of Object.entries(all)) call.field(name, value);
  for (const file of files) {
    call.attach("image", Buffer.from(file), { filename: "upload.bin", contentType: "application/octet-stream" });
  }
  return call;
}

interface Entry {
  url?: string;
  b64_json?: string;
  revised_prompt?: string;
}

/** The bytes of a picture of a reply, wherever they are. */
async function bytesOf({ url, b64_json }: Entry): Promise<Buffer> {
  if (b64_json !== undefined) return Buffer.from(b64_json, "base64");
  const name = /\/__gatetwin\/files\/(img_\w{24}\.(?:png|jpg|webp))$/.exec(url ?? "")?.[1] as string;
  const reply = await fileAnswer(store.files, name);
  expect(reply.status).toBe(200);
  return Buffer.from(reply.body as Uint8Array);
}

const factsOf = async (entry: Entry) => {
  const { format, width, height } = await sharp(await bytesOf(entry)).metadata();
  return { format, size: `${width}x${height}` };
};

/** Every pixel is decoded, so the whole file is sound. */
const pixelsOf = async (entry: Entry) =>
  sharp(await bytesOf(entry), { failOn: "warning" })
    .ensureAlpha()
    .raw()
    .toBuffer();

describe.each([PROXY, GATEWAY, SUDO])("POST %s", (path) => {
  test.each([1, 2, 10])("n: %i pictures, no two alike", async (n) => {
    const reply = await generate(path, { n, response_format: "b64_json" });
    expect(reply.status).toBe(200);
    expect(new Set(reply.body.data.map(({ b64_json }: Entry) => b64_json)).size).toBe(n);
    for (const entry of reply.body.data) expect(await factsOf(entry)).toEqual({ format: "png", size: "256x256" });
  });

  test.each([0, 11, -1, 1.5, "2"])("n: %j is refused", async (n) => {
    const reply = await generate(path, { n });
    expect([reply.status, reply.body.error.message]).toEqual([400, expect.stringContaining("n")]);
  });

  test.each([
    ["openai/dall-e-2", "256x256"],
    ["openai/dall-e-2", "512x512"],
    ["openai/dall-e-2", "1024x1024"],
    ["openai/dall-e-3", "1792x1024"],
    ["openai/dall-e-3", "1024x1792"],
  ])("%s draws %s", async (model, size) => {
    const reply = await generate(path, { model, size });
    expect(reply.status).toBe(200);
    expect(await factsOf(reply.body.data[0])).toEqual({ format: "png", size });
  });

  test("null is as good as absent, and both mean one square PNG behind a link", async () => {
    const names = ["n", "size", "response_format", "background", "output_format", "output_compression", "quality"];
    for (const value of [null, undefined]) {
      const reply = await generate(path, Object.fromEntries(names.map((name) => [name, value])));
      expect(reply.status).toBe(200);
      expect(reply.body.data).toHaveLength(1);
      expect(reply.body.data[0].url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/__gatetwin\/files\/img_\w+\.png$/);
      expect(await factsOf(reply.body.data[0])).toEqual({ format: "png", size: "1024x1024" });
    }
  });

  test.each(["png", "jpeg", "webp"])("output_format: %s, as base64 and as a link", async (output_format) => {
    for (const response_format of ["url", "b64_json"]) {
      const reply = await generate(path, { output_format, response_format });
      expect(Object.keys(reply.body.data[0])).toEqual([response_format]);
      expect(await factsOf(reply.body.data[0])).toEqual({ format: output_format, size: "256x256" });
    }
  });

  test.each(["jpeg", "webp"])("output_compression: less of it makes a larger %s", async (output_format) => {
    const lengths = [];
    for (const output_compression of [0, 50, 100]) {
      const reply = await generate(path, { output_format, output_compression });
      lengths.push((await bytesOf(reply.body.data[0])).length);
    }
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect(new Set(lengths).size).toBe(3);
  });

  test.each(["png", "webp"])("background: transparent leaves the corners of a %s empty", async (output_format) => {
    const corner = async (background: string) =>
      (await pixelsOf((await generate(path, { output_format, background })).body.data[0]))[3];
    expect(await corner("transparent")).toBe(0);
    expect(await corner("opaque")).toBe(255);
    expect(await corner("auto")).toBe(255);
  });

  test("a JPEG cannot be transparent", async () => {
    const reply = await generate(path, { output_format: "jpeg", background: "transparent" });
    expect([reply.status, reply.body.error.message]).toEqual([400, expect.stringContaining("'background'")]);
  });

  test("dall-e-3 draws one picture a call and says how it read the prompt", async () => {
    const ask = { model: "openai/dall-e-3", size: "1024x1024" };
    const many = await generate(path, { ...ask, n: 2 });
    expect([many.status, many.body.error.message]).toEqual([400, expect.stringContaining("'n'")]);
    const one = await generate(path, { ...ask, style: "natural", quality: "hd" });
    expect(one.body.data[0].revised_prompt).toMatch(/natural.*detail.*The lighthouse of Saint-Malo/);
    const other = await generate(path, { style: "vivid" });
    expect(other.body.data[0]).not.toHaveProperty("revised_prompt");
  });

  test("the same request gets the same picture, under a link of its own for each caller", async () => {
    const ask = async (body: object, key?: string) => (await generate(path, body, key)).body.data[0] as Entry;
    const [first, again, stranger] = [await ask({ n: 1 }), await ask({ n: 1 }), await ask({ n: 1 }, "other")];
    expect(await bytesOf(again)).toEqual(await bytesOf(first));
    expect(await bytesOf(stranger)).toEqual(await bytesOf(first));
    expect(new Set([first.url, again.url, stranger.url]).size).toBe(3);
    expect(await pixelsOf(await ask({ prompt: "A gull" }))).not.toEqual(await pixelsOf(first));
  });

  test("tells the time of the clock and what it cost", async () => {
    const { body } = await generate(path, { n: 2, size: "512x512" });
    expect(body.created).toBe(Date.UTC(2026, 2, 4) / 1_000);
    const { input_tokens, output_tokens, total_tokens, input_tokens_details } = body.usage;
    expect(total_tokens).toBe(input_tokens + output_tokens);
    expect(input_tokens_details).toEqual({ text_tokens: input_tokens, image_tokens: 0 });
    expect(input_tokens).toBeGreaterThan(3);
    const one = await generate(path, { n: 1, size: "512x512" });
    expect(output_tokens).toBe(2 * one.body.usage.output_tokens);
  });
});

describe.each([PROXY, GATEWAY])("what orq says of models and sizes: %s", (path) => {
  test.each(["url", "b64_json", null, undefined])(
    "gpt-image-1 answers in base64, though %s is asked for",
    async (response_format) => {
      const reply = await generate(path, { model: "openai/gpt-image-1", response_format, n: 2 });
      for (const entry of reply.body.data) expect(Object.keys(entry)).toEqual(["b64_json"]);
    },
  );

  test.each(["640x480", "1536x1024", "1x1", "4096x16"])(
    "size: %s is drawn, as no list of sizes is given",
    async (size) => {
      expect(await factsOf((await generate(path, { size })).body.data[0])).toMatchObject({ size });
    },
  );

  test.each(["auto", "", "large"])("size: %j leaves it to the model", async (size) => {
    expect(await factsOf((await generate(path, { size })).body.data[0])).toMatchObject({ size: "1024x1024" });
  });

  test.each(["0x256", "4097x16", "4096x4096", `${"9".repeat(400)}x1`])("size: %s is refused", async (size) => {
    const reply = await generate(path, { size });
    expect([reply.status, reply.body.error.param]).toEqual([400, "size"]);
  });

  test.each(["auto", "low", "medium", "high", "standard", "hd"])("quality: %s is taken", async (quality) => {
    expect((await generate(path, { quality })).status).toBe(200);
  });
});

describe("what Sudo says of models", () => {
  test.each([
    ["dall-e-2", "1792x1024"],
    ["dall-e-3", "256x256"],
  ])("%s does not draw %s", async (model, size) => {
    const reply = await generate(SUDO, { model, size });
    expect([reply.status, reply.body.error.message]).toEqual([400, expect.stringContaining("'size'")]);
  });

  test.each([
    ["dall-e-2", 1_000],
    ["dall-e-3", 4_000],
  ])("%s reads %i characters", async (model, longest) => {
    const ask = { model, size: "1024x1024" };
    expect((await generate(SUDO, { ...ask, prompt: "🌊".repeat(longest) })).status).toBe(200);
    const reply = await generate(SUDO, { ...ask, prompt: "a".repeat(longest + 1) });
    expect([reply.status, reply.body.error.message]).toEqual([400, expect.stringContaining("'prompt'")]);
  });

  test("any other model takes every size", async () => {
    for (const size of ["256x256", "1792x1024", "1024x1792"]) {
      const reply = await generate(SUDO, { model: "some-model", size });
      expect(await factsOf(reply.body.data[0])).toMatchObject({ size });
    }
  });

  test("the reply tells how the pictures were drawn", async () => {
    const { body } = await generate(SUDO, { output_format: "webp", background: "transparent", quality: "hd" });
    expect(body).toMatchObject({ output_format: "webp", background: "transparent", quality: "hd", size: "256x256" });
  });

  test("gpt-image-1 answers in base64 unless a link is asked for", async () => {
    const ask = async (response_format?: string) =>
      Object.keys((await generate(SUDO, { model: "gpt-image-1", response_format })).body.data[0]);
    expect(await ask()).toEqual(["b64_json"]);
    expect(await ask("url")).toEqual(["url"]);
  });

  test("words that name no format or background are left to the model", async () => {
    const { body } = await generate(SUDO, { output_format: "constructor", background: "a beach" });
    expect(body).toMatchObject({ output_format: "png", background: "auto" });
    expect(await factsOf(body.data[0])).toMatchObject({ format: "png" });
  });
});

describe.each([EDITS, VARIATIONS])("POST %s", (path) => {
  test.each(["picture.png", "picture.jpg", "picture.webp", "transparent.png"])(
    "%s is taken by its bytes, whatever it is called",
    async (name) => {
      const reply = await upload(path, [fixture(name)], { n: "2", response_format: "b64_json" });
      expect(reply.status).toBe(200);
      expect(reply.body).toMatchObject({ output_format: "png", size: "256x256", quality: "standard" });
      expect(reply.body.created).toBe(Date.UTC(2026, 2, 4) / 1_000);
      const [first, second] = reply.body.data;
      expect(first.b64_json).not.toBe(second.b64_json);
      for (const entry of [first, second]) expect(await factsOf(entry)).toEqual({ format: "png", size: "256x256" });
    },
  );

  test("the outcome shows what was sent", async () => {
    const plain = (background: string) =>
      sharp({ create: { width: 64, height: 64, channels: 3, background } })
        .webp()
        .toBuffer();
    for (const [colour, channel] of [
      ["red", 0],
      ["blue", 2],
    ] as const) {
      const { body } = await upload(path, [await plain(colour)]);
      const { channels } = await sharp(await bytesOf(body.data[0])).stats();
      const [strong, weak] = [channels[channel]?.mean ?? 0, channels[2 - channel]?.mean ?? 0];
      expect(strong).toBeGreaterThan(weak + 40);
    }
  });

  test.each(["256x256", "512x512", "1024x1024", undefined])("size: %s, behind a link", async (size) => {
    const call = request(handler).post(path).set("authorization", "Bearer k").field("model", "m").field("prompt", "p");
    if (size !== undefined) call.field("size", size);
    const { body } = await call.attach("image", fixture("picture.png"), "lighthouse.png");
    expect(Object.keys(body.data[0])).toEqual(["url"]);
    expect(await factsOf(body.data[0])).toEqual({ format: "png", size: size ?? "1024x1024" });
  });

  test.each([
    ["nothing", new Uint8Array()],
    ["a text", Buffer.from("bytes")],
    ["a recording", fixture("speech.wav")],
    ["a GIF", Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=", "base64")],
    ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ["the header of a PNG", fixture("picture.png").subarray(0, 8)],
    ["half a PNG", fixture("picture.png").subarray(0, 2_000)],
  ])("%s is refused, though it is declared a PNG", async (_what, bytes) => {
    const reply = await upload(path, []).attach("image", Buffer.from(bytes), {
      filename: "a.png",
      contentType: "image/png",
    });
    expect([reply.status, reply.body.error.param]).toEqual([400, "image"]);
  });

  test("a picture may come as a text: a data: URL is read like a file, a link stands for itself", async () => {
    const url = `data:image/png;base64,${fixture("picture.png").toString("base64")}`;
    const costs = [];
    for (const call of [upload(path, [fixture("picture.png")]), upload(path, [], { image: url })]) {
      costs.push((await call).body.usage.input_tokens_details.image_tokens);
    }
    expect(costs[1]).toBe(costs[0]);
    const link = await upload(path, [], { image: "https://tides.example/lighthouse.png" });
    expect(await factsOf(link.body.data[0])).toEqual({ format: "png", size: "256x256" });
    const broken = await upload(path, [], { image: "data:image/png;base64,AAAA" });
    expect([broken.status, broken.body.error.param]).toEqual([400, "image"]);
  });

  test("a picture of 50 MB is refused, and one just under that is read", async () => {
    const sized = (length: number) => Buffer.concat([fixture("picture.png"), Buffer.alloc(length)]).subarray(0, length);
    const large = await upload(path, [sized(50 * 2 ** 20)]);
    expect([large.status, large.body.error.param]).toEqual([400, "image"]);
    expect((await upload(path, [sized(50 * 2 ** 20 - 1)])).status).toBe(200);
  });

  test.each(["0", "11", "two"])("n: %s is refused", async (n) => {
    const reply = await upload(path, [fixture("picture.png")], { n });
    expect([reply.status, reply.body.error.param]).toEqual([400, "n"]);
  });

  test("the pictures that were sent cost tokens", async () => {
    const { usage } = (await upload(path, [fixture("picture.png")])).body;
    expect(usage.input_tokens_details.image_tokens).toBeGreaterThan(0);
    expect(usage.total_tokens).toBe(usage.input_tokens + usage.output_tokens);
  });
});

describe("many pictures", () => {
  const files = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      fixture(["picture.png", "picture.jpg", "picture.webp"][index % 3] ?? ""),
    );

  test("an edit takes up to sixteen, and each of them costs", async () => {
    const costs = [];
    for (const count of [1, 2, 16]) {
      const reply = await upload(EDITS, files(count));
      expect(reply.status).toBe(200);
      costs.push(reply.body.usage.input_tokens_details.image_tokens);
    }
    expect(costs).toEqual([costs[0], 2 * costs[0], 16 * costs[0]]);
    const reply = await upload(EDITS, files(17));
    expect([reply.status, reply.body.error.param]).toEqual([400, "image"]);
  });

  test("one bad picture among good ones is named", async () => {
    const reply = await upload(EDITS, [...files(2), Buffer.from("no picture")]);
    expect([reply.status, reply.body.error.message]).toEqual([400, expect.stringContaining("file 3 of 3")]);
  });

  test("a variation takes one", async () => {
    expect((await upload(VARIATIONS, files(2))).status).toBe(400);
  });
});

test("gpt-image-1 edits in base64, and a variation follows response_format", async () => {
  const ask = async (path: string) =>
    Object.keys(
      (await upload(path, [fixture("picture.png")], { model: "openai/gpt-image-1", response_format: "url" })).body
        .data[0],
    );
  expect(await ask(EDITS)).toEqual(["b64_json"]);
  expect(await ask(VARIATIONS)).toEqual(["url"]);
});

describe("the official client", () => {
  const connect = async (base: string) => {
    const { url } = await serve({ store });
    return new OpenAI({ baseURL: `${url}${base}`, apiKey: "test-key", maxRetries: 0 });
  };
  const picture = () => toFile(fixture("picture.png"), "lighthouse.png", { type: "image/png" });

  test.each([
    ["/v1", "dall-e-2"],
    ["/v2/proxy", "openai/dall-e-2"],
    ["/v2/gateway", "openai/dall-e-2"],
  ])("%s: images.generate", async (base, model) => {
    const client = await connect(base);
    const reply = await client.images.generate({ model, prompt: "A gull", n: 3, size: "512x512" });
    expect(reply.data).toHaveLength(3);
    for (const entry of reply.data ?? []) expect(await factsOf(entry)).toMatchObject({ size: "512x512" });
  });

  test("images.edit, of one picture and of two", async () => {
    const client = await connect("/v2/proxy");
    for (const image of [await picture(), [await picture(), await picture()]]) {
      const reply = await client.images.edit({ model: "openai/gpt-image-1", image, prompt: "Add a storm" });
      expect(await factsOf(reply.data?.[0] ?? {})).toEqual({ format: "png", size: "1024x1024" });
    }
  });

  test("images.edit with a mask, which orq does not document and leaves out", async () => {
    const client = await connect("/v2/proxy");
    const mask = await toFile(fixture("transparent.png"), "mask.png", { type: "image/png" });
    const ask = { model: "openai/dall-e-2", image: await picture(), prompt: "Add a storm", size: "512x512" } as const;
    const reply = await client.images.edit({ ...ask, mask, n: 2 });
    for (const entry of reply.data ?? []) expect(await factsOf(entry)).toMatchObject({ size: "512x512" });
  });

  test("images.createVariation", async () => {
    const client = await connect("/v2/proxy");
    const reply = await client.images.createVariation({ image: await picture(), model: "openai/dall-e-2", n: 2 });
    expect(reply.data).toHaveLength(2);
    for (const entry of reply.data ?? []) expect(await factsOf(entry)).toMatchObject({ size: "1024x1024" });
  });

  test("a refused picture becomes the client's own error", async () => {
    const client = await connect("/v2/proxy");
    const image = await toFile(Buffer.from("no picture"), "a.png", { type: "image/png" });
    const error = await client.images.edit({ image, model: "m", prompt: "p" }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OpenAI.BadRequestError);
    expect((error as InstanceType<typeof OpenAI.BadRequestError>).param).toBe("image");
  });
});

test.each([
  ["png", "image/png"],
  ["jpeg", "image/jpeg"],
  ["webp", "image/webp"],
])("the link to a %s can be followed, without a key", async (output_format, mediaType) => {
  const { url } = await serve();
  const client = new OpenAI({ baseURL: `${url}/v2/proxy`, apiKey: "test-key", maxRetries: 0 });
  const ask = { model: "openai/dall-e-3", prompt: "A gull", size: "1792x1024", output_format } as const;
  const { data } = await client.images.generate(ask as OpenAI.ImageGenerateParamsNonStreaming);
  const link = data?.[0]?.url as string;
  const reply = await fetch(link);
  const bytes = Buffer.from(await reply.arrayBuffer());
  expect([reply.status, reply.headers.get("content-type")]).toEqual([200, mediaType]);
  expect(reply.headers.get("content-length")).toBe(String(bytes.length));
  expect(await sharp(bytes).metadata()).toMatchObject({ format: output_format, width: 1792, height: 1024 });
  const head = await fetch(link, { method: "HEAD" });
  expect([head.status, head.headers.get("content-length")]).toEqual([200, String(bytes.length)]);
  expect((await fetch(link.replace(/img_\w+/, "img_none"))).status).toBe(404);
});

test("many calls at once are all answered, and a chat call is answered meanwhile", async () => {
  const { url } = await serve();
  const post = (path: string, body: object) =>
    fetch(url + path, {
      method: "POST",
      headers: { authorization: "Bearer k", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  let finished = 0;
  const images = Array.from({ length: 100 }, async (_, index) => {
    const reply = await post(PROXY, { ...ASK, prompt: `Gull ${index}` });
    await reply.arrayBuffer();
    finished++;
    return reply.status;
  });
  const chat = post("/v1/chat/completions", { model: "m", messages: [{ role: "user", content: "Hello" }] }).then(
    ({ status }) => ({ status, before: finished }),
  );
  const [{ status, before }, ...statuses] = await Promise.all([chat, ...images]);
  expect(status).toBe(200);
  expect(before).toBeLessThan(100);
  expect(new Set(statuses)).toEqual(new Set([200]));
});
