/** The floor: node:http alone reads JSON and writes JSON, or 20 events. */
import { createServer } from "node:http";
import { chunks, event, whole } from "./answer.mjs";

createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    const { model, stream } = JSON.parse(Buffer.concat(parts).toString("utf8"));
    if (!stream) {
      response.setHeader("content-type", "application/json");
      return response.end(JSON.stringify(whole(model)));
    }
    response.setHeader("content-type", "text/event-stream");
    for (const chunk of chunks(model)) response.write(event(chunk));
    response.end(event("[DONE]"));
  });
}).listen(Number(process.argv[2]), "127.0.0.1");
