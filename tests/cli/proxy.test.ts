/** `gatetwin proxy` and `gatetwin replay` as a person meets them. */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { temporaryFolder, upstreamOf } from "../proxy/upstream.ts";
import { runCli } from "../support/run-cli.ts";
import { serve } from "../support/serve.ts";

function run(...args: string[]) {
  const { child, ended, says } = runCli(...args);
  const url = async (): Promise<string> => (await says(/http:\/\/127\.0\.0\.1:\d+(?= as|\n)/))[0];
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  return { ended, says, url, stop };
}

const chat = (url: string, body: object) =>
  fetch(`${url}/v1/chat/completions`, {
    method: "POST",
    headers: { authorization: "Bearer sk-harbour-0123456789", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const valid = { model: "gpt-4o-mini", messages: [{ role: "user", content: "Hello" }] };

test("says where it is and what it saw, and ends with 1 when --fail-on was met", async () => {
  const upstream = (await serve()).url;
  const proxy = run("proxy", "--upstream", upstream, "--port", "0", "--fail-on", "error");
  expect((await chat(await proxy.url(), { ...valid, temperature: 9 })).status).toBe(400);
  await proxy.says(/ERROR sudoCreateChatCompletion client out_of_range \/temperature: /);
  const { code, out } = await proxy.stop();
  expect(code).toBe(1);
  expect(out).toContain("1 exchange, 1 error, 0 warnings.");
});

test("never tells the key, even where a message quotes what was sent", async () => {
  const proxy = run("proxy", "--upstream", (await serve()).url, "--port", "0");
  await chat(await proxy.url(), { ...valid, n: "sk-harbour-0123456789" });
  const { out, err } = await proxy.stop();
  expect(out).toContain("client invalid_type /n");
  expect(out + err).not.toContain("sk-harbour");
});

test("ends with 0 when nothing was wrong, or nobody asked", async () => {
  const upstream = (await serve()).url;
  const strict = run("proxy", "--upstream", upstream, "--port", "0", "--fail-on", "warn");
  expect((await chat(await strict.url(), valid)).status).toBe(200);
  expect((await strict.stop()).code).toBe(0);
  const lenient = run("proxy", "--upstream", upstream, "--port", "0");
  await chat(await lenient.url(), { ...valid, temperature: 9 });
  expect((await lenient.stop()).code).toBe(0);
});

test("what was recorded is replayed without the server; a miss is an error", async () => {
  const folder = temporaryFolder();
  const proxy = run("proxy", "--upstream", (await serve()).url, "--port", "0", "--record", folder);
  const live = await (await chat(await proxy.url(), valid)).text();
  expect((await proxy.stop()).out).toContain(`1 recorded in ${folder}`);
  expect(readdirSync(folder)).toEqual(["sudoCreateChatCompletion"]);

  const replay = run("replay", folder, "--port", "0", "--speed", "0");
  await replay.says(/Serving 1 recording at /);
  const url = await replay.url();
  expect(await (await chat(url, valid)).text()).toBe(live);
  expect((await chat(url, { ...valid, n: 2 })).status).toBe(404);
  expect((await replay.stop()).code).toBe(0);
});

test("what a server sends cannot move the cursor of the terminal", async () => {
  const upstream = await upstreamOf((request, response) => {
    request.resume();
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ id: "\u001b[2J\n\u009b31m", "\u001b[1m": 1, object: "\u202e" }));
  });
  const proxy = run("proxy", "--upstream", upstream, "--port", "0");
  await chat(await proxy.url(), valid);
  const { out } = await proxy.stop();
  expect(out).toContain("server schema");
  expect(/(?!\n)[\p{Cc}\u202e]/u.test(out)).toBe(false);
});

test.each([
  ["no upstream", ["proxy"], "--upstream"],
  ["an upstream that is no URL", ["proxy", "--upstream", "nowhere"], "it is no URL; write it as https://"],
  ["a severity that is none", ["proxy", "--upstream", "http://127.0.0.1:1", "--fail-on", "all"], "error, warn"],
  ["a folder that is not there", ["replay", "nowhere"], "Failed to read nowhere: there is no such file or folder"],
  ["a speed that is none", ["replay", ".", "--speed", "fast"], "0 or a positive number"],
])("%s is told without a stack", async (_name, args, words) => {
  const { code, err } = await run(...args).ended;
  expect(code).not.toBe(0);
  expect(err).toContain(words);
  expect(err).not.toContain("    at ");
});

test.each(["proxy", "replay"])("%s --help shows examples", async (command) => {
  const { out, code } = await run(command, "--help").ended;
  expect(code).toBe(0);
  expect(out).toContain("Examples:");
});
