/** `gatetwin spec`: documents of one gateway alone that hold by themselves. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { specCommand } from "../../src/cli/commands/spec.ts";
import { openContract } from "../../src/contract/open-contract.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import { createDecoder } from "../../src/sse/decode.ts";
import type { Json } from "../support/collect/json.ts";

const APIS = [...new Set(ownContract().operations.map(({ api }) => api))];
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gatetwin-"));
  return () => rmSync(folder, { recursive: true });
});

async function write(name: string, ...options: string[]): Promise<{ file: string; text: string }> {
  const file = join(folder, name);
  await specCommand().parseAsync([...options, "-o", file], { from: "user" });
  return { file, text: readFileSync(file, "utf8") };
}

const lint = (file: string): string =>
  execFileSync(process.execPath, ["node_modules/@redocly/cli/bin/cli.js", "lint", file, "--extends", "spec"], {
    encoding: "utf8",
    stdio: "pipe",
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  });

test.each(APIS)("%s alone is the same contract, in a valid document without anything left over", async (api) => {
  const { file, text } = await write(`${api}.yaml`, "--api", api);
  const cut = await openContract(file);
  const owned = ownContract().operations.filter((operation) => operation.api === api);
  expect(cut.operations.map(({ id }) => id)).toEqual(owned.map(({ id }) => id));
  for (const [index, operation] of cut.operations.entries()) {
    const whole = owned[index];
    expect(operation.replies.map(({ status }) => status)).toEqual(whole?.replies.map(({ status }) => status));
    expect([operation.security, operation.laws, operation.profile]).toEqual([
      whole?.security,
      whole?.laws,
      whole?.profile,
    ]);
    for (const { examples, check } of operation.body?.content ?? [])
      for (const { value } of examples) if (!/image|audio/.test(operation.path)) expect(check(value)).toEqual([]);
  }
  const document = parse(text);
  expect(document.info).toMatchObject({ title: `Gatetwin: ${api}`, description: document.tags[0].description });
  expect(document.tags.map((tag: Json) => tag.name)).toEqual([api]);
  for (const [kind, named] of Object.entries(document.components))
    for (const name of Object.keys(named as object))
      expect(kind === "securitySchemes" || text.includes(`#/components/${kind}/${name}`), `${kind}/${name}`).toBe(true);
  lint(file);
});

test("JSON and YAML say the same", async () => {
  const { text: json } = await write("sudo.json", "--api", "sudo", "--format", "json");
  const { text: yaml } = await write("sudo.yaml", "--api", "sudo");
  expect(parse(yaml)).toEqual(JSON.parse(json));
  expect(JSON.parse(json).openapi).toBe("3.1.0");
});

test("OpenAPI 3.2 tells streams as events, with an example that is one", async () => {
  const { file, text } = await write("all.json", "--openapi", "3.2", "--format", "json");
  const document = JSON.parse(text);
  expect(document.openapi).toBe("3.2.0");
  const streams = Object.values<Json>(document.paths).flatMap((item) =>
    Object.values<Json>(item).flatMap(
      (operation) => operation.responses?.["200"]?.content?.["text/event-stream"] ?? [],
    ),
  );
  expect(streams).toHaveLength(7);
  for (const { schema, itemSchema, examples, "x-gatetwin-stream": framing } of streams) {
    expect(schema).toBeUndefined();
    expect(Object.keys(itemSchema.properties)).toEqual(framing.named ? ["event", "data"] : ["data"]);
    const [payload, sentinel] = itemSchema.properties.data.anyOf;
    expect(document.components.schemas).toHaveProperty(payload.contentSchema.$ref.split("/").at(-1));
    expect(sentinel).toEqual({ const: "[DONE]" });
    const events = createDecoder().push(new TextEncoder().encode(examples.stream.serializedValue));
    expect(events.length).toBeGreaterThan(3);
    expect(events.at(-1)?.data).toBe("[DONE]");
    expect(events.slice(0, -1).map(({ data, event }) => JSON.parse(data).type ?? event)).toEqual(
      events.slice(0, -1).map(({ event }) => event),
    );
  }
  lint(file);
});

test("an unknown API names the one that was meant", async () => {
  await expect(write("x.yaml", "--api", "orq-prox")).rejects.toThrow("did you mean orq-proxy?");
});

test("where nothing can be written, it says so", async () => {
  await expect(write("sudo.yaml/below", "--api", "sudo")).rejects.toThrow(/^Failed to write .*sudo\.yaml\/below/);
});
