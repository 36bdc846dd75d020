/** @copilotkit/aimock with one fixture that answers every message, in pieces as long as the other peers' are. */
import { LLMock } from "@copilotkit/aimock";
import { TEXT } from "./answer.mjs";

const mock = new LLMock({
  port: Number(process.argv[2]),
  host: "127.0.0.1",
  chunkSize: 7,
  latency: 0,
  logLevel: "silent",
});
mock.onMessage(/./, { content: TEXT });
await mock.start();
