import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Operation } from "../../src/contract/operation.ts";
import { ownContract } from "../../src/contract/own-contract.ts";
import type { Rule } from "../../src/scenario/scenario.ts";
import { openScenarios, watchScenarios } from "../../src/server/scenarios.ts";
import { createFakeClock } from "../support/fake-clock.ts";
import { serve } from "../support/serve.ts";

const saying = (text: string) => `name: tides\nrules:\n  - outcome: { text: ${text} }\n`;

test("--watch answers by what the files say now, and keeps the last good ones", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gatetwin-watch-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "tides.yaml");
  writeFileSync(path, saying("low"));
  const told: string[] = [];
  let wake = () => {};
  const onReload = (text: string) => {
    told.push(text);
    wake();
  };
  const { url } = await serve({ scenarios: [folder], watch: true, onReload });
  const reloaded = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  const said = async (): Promise<string> => {
    const body = JSON.stringify({ model: "m", messages: [{ role: "user", content: "Tide?" }] });
    const headers = { authorization: "Bearer k", "content-type": "application/json" };
    const reply = await fetch(`${url}/v1/chat/completions`, { method: "POST", headers, body });
    return ((await reply.json()) as { choices: { message: { content: string } }[] }).choices[0]?.message.content ?? "";
  };
  expect(await said()).toBe("low");

  let reload = reloaded();
  writeFileSync(path, saying("rising"));
  await reload;
  expect([await said(), told.at(-1)]).toEqual(["rising", "scenarios were reloaded."]);

  reload = reloaded();
  writeFileSync(path, "name: tides\nrules:\n  - outcome: { txt: high }\n");
  await reload;
  expect(await said()).toBe("rising");
  expect(told.at(-1)).toMatch(/the last good ones still answer:\n.*tides\.yaml:3:16 .*did you mean text\?/);

  reload = reloaded();
  writeFileSync(join(folder, "more.yml"), "name: more\nrules:\n  - match: { model: m }\n    outcome: { text: more }\n");
  writeFileSync(path, saying("high tide"));
  await reload;
  expect(await said()).toBe("more");
});

test("a file that is still being written is not read, though what there is of it may be whole rules", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gatetwin-watch-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "tides.yaml");
  writeFileSync(path, saying("low"));
  const clock = createFakeClock();
  const ended = new AbortController();
  const read: string[] = [];
  const library = {
    reload: async () => {
      read.push(readFileSync(path, "utf8"));
      return [];
    },
  };
  const watching = watchScenarios(library, [path], { clock, signal: ended.signal, onReload: () => {} });
  const look = async () => {
    clock.advance(200);
    await new Promise(setImmediate);
  };
  const more = (model: string) => `  - { match: { model: ${model} }, outcome: { text: x } }\n`;
  for (const model of ["a", "b", "c"]) {
    appendFileSync(path, more(model));
    await look();
  }
  expect(read).toEqual([]);
  await look();
  await look();
  expect(read).toEqual([saying("low") + more("a") + more("b") + more("c")]);
  ended.abort();
  await watching;
});

/** How often others have their turn during some work. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const other = () => {
    turns++;
    if (!isDone) setImmediate(other);
  };
  setImmediate(other);
  await work;
  isDone = true;
  return turns;
}

test("two thousand rules are read again while others have their turn", async () => {
  const rules = Array.from({ length: 2_000 }, (_, nth) => `  - match: { model: m${nth} }\n    outcome: { text: x }\n`);
  const folder = mkdtempSync(join(tmpdir(), "gatetwin-watch-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "many.yaml");
  writeFileSync(path, `name: many\nrules:\n${rules.join("")}`);
  const library = openScenarios({ scenarios: [path] }, ownContract());
  let elapsed = 0;
  const reload = library.reload({ elapsed: () => (elapsed += 10) });
  expect(await turnsDuring(reload)).toBeGreaterThan(2_000);
  expect(await reload).toEqual([]);
});

test("two thousand rules are given to a token while others have their turn, and the last that is given counts", async () => {
  const library = openScenarios({}, ownContract());
  let elapsed = 0;
  const give = (...rules: Rule[]) => library.give("key", [{ name: "many", rules }], { elapsed: () => (elapsed += 10) });
  const pattern = (nth: number): Rule => ({ match: { message: { regex: `a${nth}b` } }, outcome: { text: "x" } });
  const many = give(...Array.from({ length: 2_000 }, (_, nth) => pattern(nth)));
  const last = give({ name: "last", outcome: { text: "y" } });
  expect(await turnsDuring(many)).toBeGreaterThan(2_000);
  expect(await many).toEqual({ names: ["many"], rules: 2_000 });
  expect(await last).toEqual({ names: ["many"], rules: 1 });
  const operation = ownContract().operations.find(({ id }) => id === "sudoCreateChatCompletion") as Operation;
  const asked = { operation, token: "key", headers: {}, body: { model: "m", messages: [] }, newId: () => "1" };
  expect(library.decide(asked)).toMatchObject({ rule: "many/last" });
});
