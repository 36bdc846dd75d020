/** The same with Express 5 and its JSON parser. */
import express from "express";
import { chunks, event, whole } from "./answer.mjs";

const app = express();
app.use(express.json());
app.post("/v1/chat/completions", (request, response) => {
  const { model, stream } = request.body;
  if (!stream) return response.json(whole(model));
  response.type("text/event-stream");
  for (const chunk of chunks(model)) response.write(event(chunk));
  response.end(event("[DONE]"));
});
app.listen(Number(process.argv[2]), "127.0.0.1");
