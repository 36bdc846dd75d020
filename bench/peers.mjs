/** Who is measured, and how each is started on a port. */
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const prism = fileURLToPath(new URL(".", import.meta.resolve("@stoplight/prism-cli")));

export const GATETWIN = "Gatetwin";
export const BARE = "bare node:http";

/** `streams: false`: it sends no stream of chat chunks, so there is nothing to compare. */
export const PEERS = [
  { name: BARE, args: (port) => [path("servers/node-http.mjs"), port] },
  { name: "bare Express", args: (port) => [path("servers/express.mjs"), port] },
  {
    name: "Prism",
    streams: false,
    args: (port) => [`${prism}index.js`, "mock", path("../generated/openapi.json"), "-p", port, "-v", "silent"],
  },
  { name: "@copilotkit/aimock", args: (port) => [path("servers/aimock.mjs"), port] },
  { name: GATETWIN, args: (port) => [path("../bin/gatetwin.js"), "serve", "--port", port] },
];
