import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
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
