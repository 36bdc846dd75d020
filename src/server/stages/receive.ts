/** Reads the whole body into memory, up to a limit. */
import { problem } from "../../contract/problem.ts";
import { Refusal } from "../refusal.ts";
import { type Stage, turnOf } from "../turn.ts";

/** Refuses with 413 as soon as the size is known or passed; what still arrives is thrown away, never kept. */
export function receive(maxBodyBytes: number): Stage {
  return function receive(request, response, next) {
    const declared = Number(request.headers["content-length"] ?? 0);
    const isEmpty = declared === 0 && request.headers["transfer-encoding"] === undefined;
    if (isEmpty) return next();
    const refuse = () => {
      chunks.length = 0;
      request.removeAllListeners("data");
      request.resume();
      // The rest of the body would be read as the next request.
      turnOf(request).headers.connection = "close";
      next(
        new Refusal(
          problem(
            413,
            "payload_too_large",
            `The body is larger than ${maxBodyBytes} bytes, the most this server takes.`,
          ),
        ),
      );
    };
    const chunks: Buffer[] = [];
    let size = 0;
    if (declared > maxBodyBytes) return refuse();
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBodyBytes) chunks.push(chunk);
      else {
        request.removeAllListeners("end");
        refuse();
      }
    });
    request.on("end", () => {
      turnOf(request).bytes = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
      next();
    });
    // A client that gives up while it sends has nobody left to answer to.
    request.on("error", () => response.destroy());
  };
}
