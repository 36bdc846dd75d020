/** `gatetwin types`: what it writes compiles, and changes only where the document does. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";
import { typesCommand } from "../../src/cli/commands/types.ts";
import { GatetwinError } from "../../src/lib/errors.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gatetwin-"));
  return () => rmSync(folder, { recursive: true });
});

async function write(name: string, ...options: string[]): Promise<string> {
  const file = join(folder, name);
  await typesCommand().parseAsync([...options, "-o", file], { from: "user" });
  return readFileSync(file, "utf8");
}

/** What the compiler says of files with these texts, strict and without skipping anything. */
function complaints(texts: Readonly<Record<string, string>>): string[] {
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  const program = ts.createProgram(
    Object.keys(texts).map((name) => join(folder, name)),
    {
      strict: true,
      noEmit: true,
      exactOptionalPropertyTypes: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: [],
    },
  );
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

const header = (text: string) => text.slice(0, text.indexOf("\n"));

test("all four are what the package ships, under a header of their own", async () => {
  const text = await write("all.d.ts");
  const shipped = readFileSync(new URL("../../generated/schema.d.ts", import.meta.url), "utf8");
  expect(text.slice(text.indexOf("\n"))).toBe(shipped.slice(shipped.indexOf("\n")));
  expect(header(text)).toBe("/** Types of Gatetwin, written by `gatetwin types`. Do not edit. */");
});

test("one API has its paths and schemas alone, and compiles by itself", async () => {
  const text = await write("deep/sudo.d.ts", "--api", "sudo");
  expect(header(text)).toBe("/** Types of Gatetwin (sudo), written by `gatetwin types`. Do not edit. */");
  expect(text).not.toMatch(/"\/v2\/|Orq/);
  const use = `import type { components, paths } from "./sudo.d.ts";
    export const chunk = (one: components["schemas"]["SudoChatChunk"]): string => one.choices[0]?.delta.content ?? "";
    // @ts-expect-error no such path
    export type Absent = paths["/v2/router/chat/completions"];`;
  expect(complaints({ "sudo.d.ts": text, "use.ts": use })).toEqual([]);
  expect(await write("again.d.ts", "--api", "sudo")).toBe(text);
});

const DOCUMENT = `
openapi: 3.0.3
info: {title: "Harbour */ master", version: "1"}
paths:
  /boats/{id}/photo:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    put:
      tags: [boats]
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              required: [photo]
              properties:
                photo: {type: string, format: binary}
                mask: {type: string, format: binary, nullable: true}
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                oneOf: [{$ref: "#/components/schemas/Sail"}, {$ref: "#/components/schemas/Motor"}]
                discriminator: {propertyName: kind, mapping: {sail: "#/components/schemas/Sail", motor: "#/components/schemas/Motor"}}
  /berths:
    get:
      tags: [berths]
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {$ref: "#/paths/~1boats~1%7Bid%7D~1photo/put/responses/200/content/application~1json/schema"}}}
components:
  schemas:
    Sail: {type: object, required: [kind], properties: {kind: {type: string}, masts: {type: integer}}}
    Motor: {type: object, required: [kind], properties: {kind: {type: string}, power: {type: number}}}
    Unused: {type: object}
`;

test("any document will do: bytes are blobs, and discriminators narrow", async () => {
  writeFileSync(join(folder, "harbour.yaml"), DOCUMENT);
  const text = await write("harbour.d.ts", "--spec", join(folder, "harbour.yaml"));
  expect(header(text)).toBe("/** Types of Harbour * / master, written by `gatetwin types`. Do not edit. */");
  const use = `import type { paths } from "./harbour.d.ts";
    type Put = paths["/boats/{id}/photo"]["put"];
    export const body: NonNullable<Put["requestBody"]>["content"]["multipart/form-data"] = { photo: new Blob(), mask: null };
    // @ts-expect-error a photo is bytes
    export const wrong: typeof body = { photo: "boat.png" };
    export const masts = (boat: Put["responses"][200]["content"]["application/json"]) =>
      boat.kind === "sail" ? boat.masts : undefined;`;
  expect(complaints({ "harbour.d.ts": text, "use.ts": use })).toEqual([]);
});

test("an API of a document is cut out with what it refers to elsewhere", async () => {
  writeFileSync(join(folder, "harbour.yaml"), DOCUMENT);
  const text = await write("berths.d.ts", "--spec", join(folder, "harbour.yaml"), "--api", "berths");
  expect(text).not.toContain("photo:");
  expect(text).not.toContain("Unused");
  expect(text).toContain("Motor: {");
  expect(complaints({ "berths.d.ts": text })).toEqual([]);
});

test.each([
  [["--api", "suod"], "did you mean sudo?"],
  [["--spec", "nowhere.yaml"], "there is no such file"],
])("%j is refused with a hint", async (options, words) => {
  await expect(write("x.d.ts", ...options)).rejects.toThrow(words);
});

const RESPONSES = `{"200": {description: ok, content: {application/json: {schema: {$ref: "REF"}}}}}`;
const beginning = `openapi: 3.1.0\ninfo: {title: T, version: "1"}\n`;
const referring = (ref: string): string =>
  `${beginning}paths: {/y: {get: {responses: ${RESPONSES.replace("REF", ref)}}}}\n`;

test.each([
  ["an anchor that holds itself", `${beginning}paths: {}\nx-a: &a [*a]\n`, "its aliases lead nowhere"],
  [
    "references that go in a circle",
    `${referring("#/components/schemas/A")}components: {schemas: {A: {$ref: "#/components/schemas/B"}, B: {$ref: "#/components/schemas/A"}}}`,
    "it leads back to itself",
  ],
  ["a reference to nothing", referring("#/components/schemas/No"), "nothing is there"],
  ["a reference into the network", referring("https://example.com/s.yaml"), "nothing is fetched from a network"],
  ["no OpenAPI", `swagger: "2.0"`, "it is Swagger 2.0"],
])("%s is refused in words, not with a stack", async (_name, document, words) => {
  const file = join(folder, "refused.yaml");
  writeFileSync(file, document);
  const refused = write("refused.d.ts", "--spec", file);
  await expect(refused).rejects.toThrow(GatetwinError);
  await expect(refused).rejects.toThrow(words);
});
