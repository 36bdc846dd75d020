/** Reads the small JSON bodies that the control API takes. */
import type { IncomingMessage } from "node:http";
import { isDeeper, MOST_LEVELS } from "../../lib/depth.ts";
import { ControlError, invalid } from "./answer.ts";

const MOST_BYTES = 1024 * 1024;

/** Throws ControlError 413 for more than 1 MiB, and 400 for what is no JSON, with the place or what is around it. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > MOST_BYTES)
      throw new ControlError(413, "payload_too_large", `The body is larger than ${MOST_BYTES} bytes.`, {
        connection: "close",
      });
    chunks.push(chunk as Buffer);
  }
  if (size === 0) throw invalid("The body is missing. Send a JSON object.");
  const text = Buffer.concat(chunks).toString("utf8");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw invalid(`The body is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (isDeeper(value)) throw invalid(`The body is nested deeper than ${MOST_LEVELS} levels.`);
  return value;
}
