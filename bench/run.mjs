/** `npm run bench`: Gatetwin and its peers side by side, in one run. Only ratios are shown. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { bodies, load, memoryOf, post, STREAM, start, verify } from "./measure.mjs";
import { memoryAfter } from "./memory.mjs";
import { AIMOCK, BARE, GATETWIN, PEERS, PRISM, PRISM_DYNAMIC } from "./peers.mjs";
import { SCENARIOS, writeScenarios } from "./scenarios.mjs";
import { median, relative, render } from "./table.mjs";

const HELP = `Usage: npm run bench -- [options]

  --quick             one short round, to see that it works
  --rounds <n>        rounds per server, taken in turn; medians are compared (3)
  --seconds <n>       how long each load lasts (3)
  --json <file>       where the measurements go (bench/results/latest.json)
  --assert            exit with 1 when a target is missed

Examples:
  $ npm run bench
  $ npm run bench -- --rounds 5 --json bench.json`;

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean" },
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "3" },
    json: { type: "string", default: "bench/results/latest.json" },
    assert: { type: "boolean" },
    help: { type: "boolean" },
  },
});
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
const rounds = options.quick ? 1 : Number(options.rounds);
const seconds = options.quick ? 1 : Number(options.seconds);
if (!(rounds >= 1 && seconds >= 1)) {
  console.error("--rounds and --seconds must be numbers from 1.");
  process.exit(2);
}
const say = (text) => process.stderr.write(`${text}\n`);

const LOADED = `${GATETWIN}, loaded`;
const SCRIPTED = `${GATETWIN}, ${SCENARIOS.toLocaleString("en")} scenarios`;
const STORED = 2_000;
const MOST_GROWTH_MIB = 20;
/** More requests than a journal of the default size holds. */
const JOURNALLED = 12_000;

/** Keeps 2,000 completions in the world of the token that is measured, and fills the journal. */
async function fill(url) {
  await postAll(url, bodies({ store: true }), STORED);
  await postAll(url, bodies(), JOURNALLED);
}

async function postAll(url, all, count) {
  const one = async (index) => {
    const reply = await post(url, all[index % all.length]);
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${url} answered ${reply.status}: ${text.slice(0, 300)}`);
  };
  for (let from = 0; from < count; from += 20)
    await Promise.all(Array.from({ length: Math.min(20, count - from) }, (_, offset) => one(from + offset)));
}

const scenarios = await writeScenarios();
const twin = PEERS.find(({ name }) => name === GATETWIN);
const peers = [
  ...PEERS,
  { ...twin, name: LOADED },
  { ...twin, name: SCRIPTED, args: (port) => [...twin.args(port), "--scenarios", scenarios.folder] },
];
const measured = Object.fromEntries(
  peers.map(({ name }) => [name, { start: [], json: [], newJson: [], stream: [], newStream: [], p99: [] }]),
);

say("Start-up …");
for (let round = 0; round < rounds; round++) {
  for (const peer of PEERS) {
    const server = await start(peer);
    measured[peer.name].start.push(server.startMs);
    await server.stop();
  }
}

const servers = new Map();
try {
  for (const peer of peers) {
    const server = await start(peer);
    servers.set(peer.name, server);
    await verify(peer, server.url);
    if (peer.name === LOADED) await fill(server.url);
    say(`Warming up ${peer.name} …`);
    await load(server.url, { seconds: 1 });
  }
  for (let round = 1; round <= rounds; round++) {
    for (const { name, streams = true } of peers) {
      say(`Round ${round} of ${rounds}: ${name}`);
      const { url } = servers.get(name);
      // The engine gives memory back while the others have their turn: what comes first would pay for that.
      await load(url, { seconds: 1 });
      const json = await load(url, { seconds });
      measured[name].json.push(json.perSecond);
      measured[name].p99.push(json.p99);
      measured[name].newJson.push((await load(url, { seconds, isNew: true })).perSecond);
      if (!streams) continue;
      measured[name].stream.push((await load(url, { seconds, more: STREAM })).perSecond);
      measured[name].newStream.push((await load(url, { seconds, more: STREAM, isNew: true })).perSecond);
    }
  }
  for (const [name, { pid }] of servers) measured[name].memory = memoryOf(pid);
} finally {
  for (const { stop } of servers.values()) stop();
  await scenarios.remove();
}

const [FEW, MANY] = options.quick ? [200, 4_000] : [1_000, 100_000];
say(`Memory after ${FEW} and after ${MANY} streams …`);
const [few, many] = await memoryAfter([FEW, MANY]);
const MEBIBYTE = 1024 * 1024;

const medians = (key) =>
  Object.fromEntries(
    peers.map(({ name }) => [name, measured[name][key].length > 0 ? median(measured[name][key]) : undefined]),
  );
const columns = {
  "JSON req/s": relative(medians("json"), BARE),
  "JSON p99": relative(medians("p99"), BARE),
  "new JSON req/s": relative(medians("newJson"), BARE),
  "stream req/s": relative(medians("stream"), BARE),
  "new stream req/s": relative(medians("newStream"), BARE),
  "start-up": relative(medians("start"), BARE),
  memory: relative(Object.fromEntries(peers.map(({ name }) => [name, measured[name].memory])), BARE),
};
console.log(
  `Relative to ${BARE}; more is better for req/s, less for the rest. "New" is a request that never came before.\n\n${render(columns)}\n`,
);

const json = medians("json");
const stream = medians("stream");
const targets = [
  [`JSON chat against ${AIMOCK}`, json[GATETWIN] / json[AIMOCK], 3],
  [`JSON chat against ${BARE}`, json[GATETWIN] / json[BARE], 0.6],
  [`JSON chat against ${PRISM_DYNAMIC}, which makes its answers too`, json[GATETWIN] / json[PRISM_DYNAMIC], 40],
  [`JSON chat against ${PRISM}, which repeats an example`, json[GATETWIN] / json[PRISM], 40],
  [`20-chunk stream against ${AIMOCK}`, stream[GATETWIN] / stream[AIMOCK], 3],
  [`${STORED} stored completions and a full journal against a fresh server`, json[LOADED] / json[GATETWIN], 0.9],
  [`${SCENARIOS} loaded scenarios against none`, json[SCRIPTED] / json[GATETWIN], 0.9],
].map(([name, ratio, least]) => ({ name, ratio, least, met: ratio >= least }));
for (const { name, ratio, least, met } of targets)
  console.log(`${met ? "✓" : "✗"} ${name}: ${ratio.toFixed(2)} (at least ${least})`);

const growth = (many - few) / MEBIBYTE;
const isSteady = growth <= MOST_GROWTH_MIB;
console.log(
  `${isSteady ? "✓" : "✗"} memory after ${MANY} streams over that after ${FEW}: ${growth.toFixed(1)} MiB (at most ${MOST_GROWTH_MIB})`,
);

mkdirSync(dirname(options.json), { recursive: true });
writeFileSync(
  options.json,
  `${JSON.stringify({ node: process.version, rounds, seconds, measured, columns, targets, growth }, undefined, 2)}\n`,
);
say(`\nMeasurements: ${options.json}`);
if (options.assert && (!isSteady || targets.some(({ met }) => !met))) process.exitCode = 1;
