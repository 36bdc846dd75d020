/** The package as others get it: packed, and unpacked into an empty project. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import { beforeAll, expect, test, vi } from "vitest";

const root = join(import.meta.dirname, "../..");
const modules = join(root, "node_modules");
const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  dependencies: Record<string, string>;
  bundleDependencies: string[];
  exports: Record<string, Target>;
};

/** What an entry leads to, by the conditions of who asks. */
type Target = string | { [condition: string]: Target };

const filesOf = (target: Target): string[] =>
  typeof target === "string" ? [target] : Object.values(target).flatMap(filesOf);

/** The dependencies that npm puts where the project sees them. */
const beside = Object.keys(own.dependencies).filter((name) => !own.bundleDependencies.includes(name));

let project: string;
let tarball: string;

/** A compiler reads a megabyte of types each time. */
vi.setConfig({ testTimeout: 120_000 });

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "gatetwin-"));
  run("npm", "pack", "--ignore-scripts", "--silent", "--pack-destination", project);
  tarball = join(project, readdirSync(project).find((name) => name.endsWith(".tgz")) as string);
  mkdirSync(join(project, "node_modules/gatetwin"), { recursive: true });
  run("tar", "-xzf", tarball, "--strip-components=1", "-C", join(project, "node_modules/gatetwin"));
  // What npm would install beside it.
  for (const name of beside) {
    const place = join(project, "node_modules", name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(modules, name), place);
  }
  return () => rmSync(project, { recursive: true });
});

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd: root, encoding: "utf8", stdio: "pipe" });
}

test("publint and are-the-types-wrong accept it", () => {
  run(process.execPath, join(modules, "publint/src/cli.js"), "run", tarball, "--strict");
  run(process.execPath, join(modules, "@arethetypeswrong/cli/dist/index.js"), tarball);
});

test("it has all that its exports name, and no source or test", () => {
  const files = run("tar", "-tzf", tarball).trim().split("\n");
  for (const path of filesOf(own.exports)) expect(files).toContain(`package/${path.slice(2)}`);
  const ours = files.filter((file) => !file.startsWith("package/node_modules/"));
  expect(
    ours.filter((file) => /(^|\/)(tests|bench|scripts)\/|\/fixtures\/(?!scenarios\/)|\.test\./.test(file)),
  ).toEqual([]);
  expect(ours.filter((file) => /(?<!\.d)\.ts$/.test(file))).toEqual([]);
});

test("what npm installs beside it brings no global types but those of Node", () => {
  // A compiler reads every package of @types that it sees, and those of web codecs contradict the ones it has itself.
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const {
      dependencies,
      peerDependencies,
      peerDependenciesMeta = {},
    } = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
    for (const next of Object.keys({ ...dependencies, ...peerDependencies }))
      if (!peerDependenciesMeta[next]?.optional) visit(next);
  };
  for (const name of beside) if (name !== "sharp") visit(name);
  // The types of JSON Schema are a module.
  const types = [...seen].filter((name) => name.startsWith("@types/"));
  expect(types.sort()).toEqual(["@types/json-schema", "@types/node"]);
});

/** What the compiler says of a file in the project, strict and without skipping a declaration. */
function complaints(text: string, options: ts.CompilerOptions, type = "module"): string[] {
  writeFileSync(join(project, "package.json"), JSON.stringify({ type }));
  const file = join(project, "use.ts");
  writeFileSync(file, text);
  const configFilePath = join(project, "tsconfig.json");
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    configFilePath,
    ...options,
  });
  return ts.getPreEmitDiagnostics(program).map(({ file: where, start, messageText }) => {
    const line = where?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0;
    return `${where?.fileName}:${line + 1} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

const NODE16 = { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 };
const COMMONJS = { module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10 };

test.each<[string, ts.CompilerOptions, string?]>([
  ["bundler", { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
  ["node16", NODE16],
  ["node16, of CommonJS", NODE16, "commonjs"],
  ["commonjs, which reads no exports", COMMONJS],
])("the types of the client hold in a strict project: %s", (_name, options, type) => {
  const text = readFileSync(join(import.meta.dirname, "client.types.ts"), "utf8")
    .replace("../../src/client/index.ts", "gatetwin/client")
    .replace("../../src/types.ts", "gatetwin/types");
  // No types but those of the language and of the web: what a page has.
  expect(complaints(text, { ...options, target: ts.ScriptTarget.ES2020, types: [] }, type)).toEqual([]);
});

test.each<[string, ts.CompilerOptions, string?]>([
  ["nodenext", { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }],
  ["node16, of CommonJS", NODE16, "commonjs"],
  ["commonjs", COMMONJS],
])("so do those of the server and the plugins, which bring those of Node: %s", (_name, options, type) => {
  const text = `export * as server from "gatetwin"; export * as strict from "gatetwin/client/strict";
    export * as jest from "gatetwin/jest"; export * as node from "gatetwin/node-test";
    export * as vitest from "gatetwin/vitest";
    import { StreamError } from "gatetwin/client"; import { type ErrorCode, GatetwinError } from "gatetwin";
    export function told(error: unknown): ErrorCode | number | undefined {
      if (error instanceof StreamError) return (error as StreamError<string>).received[0]?.length;
      return error instanceof GatetwinError ? (error satisfies GatetwinError).code : undefined;
    }`;
  expect(complaints(text, { ...options, target: ts.ScriptTarget.ES2022, types: [] }, type)).toEqual([]);
});

test("both import and require reach a server and a client that streams", () => {
  const body = `async function main({ start }, { createClient, stream, collect }) {
    const server = await start();
    const client = createClient({ baseUrl: server.url, apiKey: "k" });
    const body = { model: "gpt-4o-mini", messages: [{ role: "user", content: "Tide?" }] };
    const { object } = await collect(stream(client, "/v1/chat/completions", { body }));
    await server.close();
    console.log(object);
  }`;
  const programs = {
    "main.cjs": `${body}; main(require("gatetwin"), require("gatetwin/client"));`,
    "main.mjs": `${body}; main(await import("gatetwin"), await import("gatetwin/client"));`,
  };
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(project, name), text);
    expect(run(process.execPath, join(project, name))).toBe("chat.completion\n");
  }
});

test("what is required is what is imported, so that an error of one is an error of the other", () => {
  const entries = Object.keys(own.exports).filter((entry) => !/\.json$|jest$|vitest$/.test(entry));
  writeFileSync(
    join(project, "same.cjs"),
    `(async () => {
      for (const entry of ${JSON.stringify(entries)}) {
        const name = "gatetwin" + entry.slice(1);
        require("node:assert").equal(require(name), await import(name), name);
      }
    })();`,
  );
  run(process.execPath, join(project, "same.cjs"));
});
