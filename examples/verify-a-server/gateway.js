import { createServer, request as send } from "node:http";

/**
 * Passes requests on to a gateway and adds up the tokens of whole answers anew.
 *
 * @param {string} upstream Where the requests go.
 * @param {(usage: { prompt_tokens: number, completion_tokens: number }) => number} total What `total_tokens` shall say.
 */
export const createGateway = (upstream, total) =>
  createServer((request, response) => {
    const { method, headers } = request;
    const onward = send(upstream + request.url, { method, headers }, async (reply) => {
      const isWhole = reply.statusCode === 200 && reply.headers["content-type"].startsWith("application/json");
      if (!isWhole) {
        response.writeHead(reply.statusCode, reply.rawHeaders);
        reply.pipe(response);
        return;
      }
      const parts = await reply.toArray();
      const { usage, ...answer } = JSON.parse(Buffer.concat(parts));
      const counted = JSON.stringify({ ...answer, usage: { ...usage, total_tokens: total(usage) } });
      response.writeHead(200, { ...reply.headers, "content-length": Buffer.byteLength(counted) });
      response.end(counted);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
