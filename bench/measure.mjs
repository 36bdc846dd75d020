/** Measures one server: its start, its throughput, its memory. Each runs in a process of its own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";

const PATH = "/v1/chat/completions";
const HEADERS = { authorization: "Bearer bench", "content-type": "application/json" };
/** Every message differs from its neighbours, and comes again after so many, as a suite or a load test asks. */
const DIFFERENT = 400;

export const bodies = (more = {}) =>
  Array.from({ length: DIFFERENT }, (_, index) =>
    JSON.stringify({
      model: "gpt-4o-mini",
      messages: [{ role: "user", content: `When is high tide at pier ${index} of the harbour?` }],
      ...more,
    }),
  );

/** 18 tokens, a first and a last chunk: 20. */
export const STREAM = { stream: true, max_tokens: 18 };

const freePort = async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
};

export const post = (url, body) => fetch(url + PATH, { method: "POST", headers: HEADERS, body });

/** Starts a peer. `startMs` runs from the spawn to the end of its first answer. Throws when it gives none in 60 s. */
export async function start({ name, args }) {
  const port = String(await freePort());
  const began = performance.now();
  const child = spawn(process.execPath, args(port), { stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (text) => (complaint = (complaint + text).slice(-2000)));
  const url = `http://127.0.0.1:${port}`;
  const [body] = bodies();
  while (performance.now() - began < 60_000 && child.exitCode === null) {
    const reply = await post(url, body).catch(() => undefined);
    if (reply !== undefined) {
      const text = await reply.text();
      if (reply.ok) return { url, pid: child.pid, startMs: performance.now() - began, stop: () => stop(child) };
      child.kill();
      throw new Error(`${name} answered ${reply.status}: ${text.slice(0, 300)}`);
    }
    await sleep(4);
  }
  child.kill();
  throw new Error(`${name} did not answer. It said: ${complaint}`);
}

/** Resolves when the process is gone, so that it takes nothing from the next one. */
async function stop(child) {
  const gone = once(child, "exit");
  child.kill();
  await gone;
}

/**
 * Requests a second and the 99th percentile of latency, over ten connections. Throws when an answer is no success.
 * With `isNew` no request ever comes again, so that nothing which is remembered helps.
 */
export async function load(url, { seconds, more, isNew }) {
  const result = await fire(url, { duration: seconds }, { more, isNew });
  return { perSecond: result.requests.total / result.duration, p99: result.latency.p99 };
}

/** Sends so many requests, and waits for all answers. */
export const loadCount = (url, { count, more }) => fire(url, { amount: count }, { more });

let asked = 0;
const askAnew = (request) => ({ ...request, body: request.body.replace("harbour", `harbour ${++asked}`) });

async function fire(url, extent, { more, isNew = false }) {
  const setup = isNew ? { setupRequest: askAnew } : {};
  const result = await autocannon({
    url,
    connections: 10,
    ...extent,
    requests: bodies(more).map((body) => ({ method: "POST", path: PATH, headers: HEADERS, body, ...setup })),
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${url} failed`);
  return result;
}

/** Resident memory in bytes, or undefined where the system does not tell it in /proc. */
export function memoryOf(pid) {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

/** Throws when a server does not answer as the comparison needs it: a text, and a stream of about 20 chunks. */
export async function verify({ name, streams = true, writes = true }, url) {
  const [body] = bodies();
  const whole = await (await post(url, body)).json();
  if (writes && typeof whole.choices?.[0]?.message?.content !== "string")
    throw new Error(`${name} answered without a text`);
  if (!streams) return;
  const [streaming] = bodies(STREAM);
  const text = await (await post(url, streaming)).text();
  const count = text.split("\n").filter((line) => line.startsWith("data: {")).length;
  if (count < 19 || count > 21 || !text.includes("data: [DONE]"))
    throw new Error(`${name} streamed ${count} chunks in place of 20`);
}
