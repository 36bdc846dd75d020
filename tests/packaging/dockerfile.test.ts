/**
 * There is no container here: what the Dockerfile runs is run in folders that hold what its stages hold, with a free port
 * of loopback in place of its own.
 */
import { execFile, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const linesOf = (name: string): string[] =>
  readFileSync(join(root, name), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

/** The stages of the Dockerfile, as lists of instructions. */
const stages = linesOf("Dockerfile").reduce<{ name: string; rest: string }[][]>((soFar, line) => {
  const [, name = "", rest = ""] = /^([A-Z]+) +(.+)$/.exec(line) ?? [];
  if (name === "FROM") soFar.push([]);
  soFar.at(-1)?.push({ name, rest });
  return soFar;
}, []);
const [build = [], image = []] = stages;
const said = (stage: typeof build, name: string): string[] =>
  stage.filter((line) => line.name === name).map(({ rest }) => rest);

/** What .dockerignore lets through: it forbids all, and names what may come. */
const context = linesOf(".dockerignore").flatMap((line) => (line.startsWith("!") ? [line.slice(1)] : []));

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "gatetwin-image-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  symlinkSync(join(root, "node_modules"), join(path, "node_modules"));
  return path;
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true });
}

const run = (command: string, args: readonly string[], cwd: string): Promise<number> =>
  new Promise((done) => {
    execFile(command, args, { cwd }, (error) => done(error === null ? 0 : Number(error.code ?? -1)));
  });

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return String(port);
}

test("the image is small, and its user has no rights", () => {
  for (const stage of stages) expect(said(stage, "FROM")[0]).toMatch(/^node:24-alpine\b/);
  expect(said(image, "USER")).toEqual(["node"]);
  expect(image.findIndex(({ name }) => name === "USER")).toBeGreaterThan(
    image.findLastIndex(({ name }) => name === "COPY"),
  );
});

test("libraries come as they are locked, none of development stays, and none is installed by a script of its own", () => {
  const [install, compile, prune, ...others] = said(build, "RUN");
  expect([compile, others]).toEqual(["npm run build --silent", []]);
  expect(install).toMatch(/^npm ci .*--ignore-scripts/);
  expect(prune).toMatch(/^npm prune --omit=dev .*--ignore-scripts/);
  expect(context).toEqual(expect.arrayContaining(["package.json", "package-lock.json"]));
});

test("what the build sees is enough to build, and what the image holds is enough to serve", async () => {
  const built = folder();
  expect(said(build, "COPY")).toEqual(["package.json package-lock.json ./", ". ."]);
  for (const name of context) copy(join(root, name), join(built, name));
  const [, compile = ""] = said(build, "RUN");
  expect(await run("sh", ["-c", compile], built)).toBe(0);

  const held = folder();
  for (const line of said(image, "COPY")) {
    const [, from = "", to = ""] = /^--from=build \/gatetwin\/(\S+) (\S+)$/.exec(line) ?? [];
    if (from !== "node_modules") copy(join(built, from), join(held, to, to.endsWith("/") ? from : ""));
  }

  const port = await freePort();
  const here = (text = ""): [string, ...string[]] =>
    JSON.parse(text.replaceAll("4010", port).replaceAll("0.0.0.0", "127.0.0.1"));
  const [program, ...args] = [...here(said(image, "ENTRYPOINT")[0]), ...here(said(image, "CMD")[0])];
  const [check, ...checkArgs] = here(/CMD (.+)$/.exec(said(image, "HEALTHCHECK")[0] ?? "")?.[1]);
  expect(said(image, "EXPOSE")).toEqual(["4010"]);
  expect(await run(check, checkArgs, held)).toBe(1);

  const child = spawn(program as string, args, { cwd: held, stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = new Promise((done) => child.once("close", (code) => done(code)));
  await new Promise((ready) => child.stdout.once("data", ready));
  expect(await run(check, checkArgs, held)).toBe(0);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
}, 120_000);
