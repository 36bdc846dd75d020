/** Who is measured, and how each is started on a port. */
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const prism = fileURLToPath(new URL(".", import.meta.resolve("@stoplight/prism-cli")));

export const GATETWIN = "Gatetwin";
export const BARE = "bare node:http";
export const AIMOCK = "@copilotkit/aimock";
/** It answers with the first example of the document, over and over. */
export const PRISM = "Prism";
/** It makes each answer from the schema, as Gatetwin does. */
export const PRISM_DYNAMIC = "Prism, dynamic";

const mockOfPrism = (port) => [
  `${prism}index.js`,
  "mock",
  path("../generated/openapi.json"),
  "-p",
  port,
  "-v",
  "silent",
];

/**
 * `streams: false`: it sends no stream of chat chunks, so there is nothing to compare. `writes: false`: its answers hold
 * whatever the schema allows, and not always a text.
 */
export const PEERS = [
  { name: BARE, args: (port) => [path("servers/node-http.mjs"), port] },
  { name: "bare Express", args: (port) => [path("servers/express.mjs"), port] },
  { name: PRISM, streams: false, args: mockOfPrism },
  { name: PRISM_DYNAMIC, streams: false, writes: false, args: (port) => [...mockOfPrism(port), "--dynamic"] },
  { name: AIMOCK, args: (port) => [path("servers/aimock.mjs"), port] },
  { name: GATETWIN, args: (port) => [path("../bin/gatetwin.js"), "serve", "--port", port] },
];
