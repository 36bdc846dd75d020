/** The client where there is no Node: its bundle, and a page of another origin in headless Chromium. */
import { createServer } from "node:http";
import { builtinModules } from "node:module";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, onTestFinished, test } from "vitest";
import type * as ClientModule from "../../src/client/index.ts";
import { openBrowser } from "../support/chromium.ts";
import { serve } from "../support/serve.ts";

const entry = new URL("../../src/client/index.ts", import.meta.url).pathname;

async function bundle() {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
  });
  return {
    text: outputFiles[0]?.text ?? "",
    inputs: Object.values(metafile.inputs),
    names: Object.keys(metafile.inputs),
  };
}

test("the bundle has no Node built-in, nothing but the client, and less than 10 kB gzipped", async () => {
  const { text, inputs, names } = await bundle();
  const imports = inputs.flatMap((input) => input.imports.map(({ path }) => path));
  expect(imports.filter((path) => path.startsWith("node:") || builtinModules.includes(path))).toEqual([]);
  expect(names.filter((name) => !/(^|\/)(src\/(client|sse|lib)|node_modules\/openapi-fetch)\//.test(name))).toEqual([]);
  expect(gzipSync(text, { level: 9 }).length).toBeLessThan(10_000);
});

const PAGE = `<!doctype html><script type="module">import * as client from "/client.js"; globalThis.client = client;</script>`;
interface Page {
  client: typeof ClientModule;
}

test("a page of another origin calls, uploads, streams and collects", { timeout: 60_000 }, async () => {
  const { url } = await serve();
  const { text } = await bundle();
  const site = createServer((request, response) => {
    const isScript = request.url === "/client.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? text : PAGE);
  });
  await new Promise<void>((ready) => site.listen(0, "127.0.0.1", ready));
  onTestFinished(() => void site.close());
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);

  const seen = await page.evaluate(async (baseUrl) => {
    const { createClient, stream, collect, StreamError } = (globalThis as unknown as Page).client;
    const client = createClient({ baseUrl, apiKey: "page" });
    const body = { model: "gpt-4o-mini", messages: [{ role: "user" as const, content: "When is high tide?" }] };
    const path = "/v1/chat/completions";
    const whole = await client.POST(path, { body });
    const told = await collect(stream(client, path, { body }));

    let early = 0;
    for await (const _ of stream(client, path, { body })) if (++early === 2) break;
    const controller = new AbortController();
    const aborted = await (async () => {
      for await (const _ of stream(client, path, { body, signal: controller.signal })) controller.abort();
      return "not at all";
    })().catch((error: unknown) => (error as Error).name);

    const nobody = createClient({ baseUrl, apiKey: "" });
    const refused = await collect(stream(nobody, path, { body })).catch((error: unknown) =>
      error instanceof StreamError && error.failure.kind === "http" ? error.failure.status : error,
    );
    const spoken = {
      model: "openai/tts-1" as const,
      input: "High tide.",
      voice: "alloy" as const,
      response_format: "wav" as const,
    };
    const speech = (await client.POST("/v2/proxy/audio/speech", { body: spoken })).data as Blob;
    const bytes = new Uint8Array(await speech.arrayBuffer());
    const heard = await client.POST("/v2/proxy/audio/transcriptions", {
      body: { model: "openai/whisper-1", file: bytes },
    });
    const requestId = whole.response.headers.get("x-request-id");
    return { whole: whole.data, told, early, aborted, refused, type: speech.type, heard: heard.status, requestId };
  }, url);

  expect(seen.told).toEqual(seen.whole);
  expect(seen.requestId).toMatch(/^req_/);
  expect(seen).toMatchObject({ early: 2, aborted: "AbortError", refused: 401, type: "audio/wav", heard: 200 });
});
