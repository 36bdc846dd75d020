/** `npm run bench:paced`: how late the events of 1,000 concurrent paced streams are, seen by their clients. */
import { connect } from "node:net";
import { parseArgs } from "node:util";
import { bodies, memoryOf, post, start } from "./measure.mjs";
import { GATETWIN, PEERS } from "./peers.mjs";

const HELP = `Usage: npm run bench:paced -- [options]

  --streams <n>            how many streams run at the same time (1000)
  --tokens-per-second <n>  of each stream (20)
  --tokens <n>             of each stream (100)
  --assert                 exit with 1 when the 99th percentile is 20 ms or more`;

const { values: options } = parseArgs({
  options: {
    streams: { type: "string", default: "1000" },
    "tokens-per-second": { type: "string", default: "20" },
    tokens: { type: "string", default: "100" },
    assert: { type: "boolean" },
    help: { type: "boolean" },
  },
});
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
const streams = Number(options.streams);
const perSecond = Number(options["tokens-per-second"]);
const tokens = Number(options.tokens);
const FIRST_EVENT_MS = 500;
/** Streams begin one after the other within this time, as they do in life. */
const START_MS = 1_000;
const TARGET_MS = 20;

const peer = PEERS.find(({ name }) => name === GATETWIN);
const server = await start({
  ...peer,
  args: (port) => [
    ...peer.args(port),
    "--first-event-ms",
    String(FIRST_EVENT_MS),
    "--tokens-per-second",
    String(perSecond),
  ],
});
const { hostname, port } = new URL(server.url);

/** The role comes first; the last chunk and the sentinel come with the last token. */
const dueOf = (index, events) => FIRST_EVENT_MS + (Math.min(index, events - 3) * 1000) / perSecond;

/**
 * When the head of a stream and each of its events came, in milliseconds since it was asked for. The head goes out when
 * the stream begins.
 */
function stream(index) {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({
      model: "gpt-4o-mini",
      stream: true,
      max_tokens: tokens,
      messages: [{ role: "user", content: `Tell me at length about the tides of harbour ${index}.` }],
    });
    const arrived = [];
    let began = 0;
    let head;
    const socket = connect(Number(port), hostname, () => {
      socket.setNoDelay(true);
      began = performance.now();
      socket.write(
        `POST /v1/chat/completions HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${index}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
      );
    });
    let rest = "";
    socket.on("data", (bytes) => {
      const now = performance.now() - began;
      head ??= now;
      const pieces = (rest + bytes.toString("latin1")).split("data: ");
      // The last piece may be the beginning of the next event's name.
      rest = pieces.at(-1).slice(-6);
      for (let count = 1; count < pieces.length; count++) arrived.push(now);
    });
    socket.on("end", () => resolve({ head, arrived }));
    socket.on("error", reject);
  });
}

/** Streams that are read to their end first: code that runs for the first time is many times as slow. */
const WARM_UP = 300;
await Promise.all(
  Array.from({ length: WARM_UP }, async (_, index) => {
    const reply = await post(server.url, bodies({ stream: true })[index]);
    await reply.text();
  }),
);

const delay = (ms) => new Promise((done) => setTimeout(done, ms));
const all = await Promise.all(
  Array.from({ length: streams }, async (_, index) => {
    await delay((index * START_MS) / streams);
    return stream(index);
  }),
);
const memory = memoryOf(server.pid);
await server.stop();

const sorted = (numbers) => numbers.sort((a, b) => a - b);
/** How late the events are, counted from a moment of their stream. */
const lateFrom = (momentOf) =>
  sorted(all.flatMap((one) => one.arrived.map((now, index) => now - momentOf(one) - dueOf(index, one.arrived.length))));
const at = (numbers, part) =>
  Number(numbers[Math.min(numbers.length - 1, Math.floor(numbers.length * part))].toFixed(1));
const tell = (numbers) =>
  `${at(numbers, 0.5)} ms at the median, ${at(numbers, 0.99)} ms at the 99th percentile, ${at(numbers, 1)} ms at most`;

const late = lateFrom(({ head }) => head);
console.log(`${streams} streams, ${late.length} events, ${perSecond} tokens a second, ${Math.round((memory ?? 0) / 2 ** 20)} MiB.
From request to head: ${tell(sorted(all.map(({ head }) => head)))}.
Late, from the head:    ${tell(late)}.
Late, from the request: ${tell(lateFrom(() => 0))}.`);
const p99 = at(late, 0.99);
console.log(`${p99 < TARGET_MS ? "✓" : "✗"} 99th percentile of lateness: ${p99} ms (below ${TARGET_MS})`);
if (options.assert && p99 >= TARGET_MS) process.exitCode = 1;
