/** Edits and variations: pictures that start from those that were sent. */

import type { Problem } from "../../contract/problem.ts";
import type { Behaviour, Outcome } from "../behaviour.ts";
import { deliver } from "./deliver.ts";
import { isGptImage, presentationOf } from "./models.ts";
import { readSize, toText } from "./size.ts";
import { readUploads, type Source, undecodable } from "./uploads.ts";
import { usageOf } from "./usage.ts";

/** What is read of a request. A variation has no prompt. The documents know no mask. */
interface EditRequest {
  image: Source | readonly Source[];
  model: string;
  prompt?: string;
  n?: number | null;
  size?: string | null;
  response_format?: "url" | "b64_json" | null;
}

export interface EditOptions {
  /** Whether a GPT Image model answers in base64 even when a link is asked for. */
  base64Only: boolean;
}

export const createImageEdit = ({ base64Only }: EditOptions): Behaviour =>
  async function imageEdit(call) {
    // The contract has checked the body; only what the interface names is read.
    const request = call.body as EditRequest;
    const { model, prompt = "" } = request;
    const count = request.n ?? 1;
    const read = readSize(request.size);
    if ("problem" in read) return refuse(read.problem);
    const { size } = read;
    const sent = await readUploads([request.image].flat(), size);
    if ("problem" in sent) return refuse(sent.problem);
    const { mergeImages } = await import("../../media/merge-images.ts");
    // Read once, not for every picture of the call.
    const base = await mergeImages(
      sent.uploads.map(({ bytes }) => bytes),
      size,
    );
    if (base === undefined) return refuse(undecodable);
    const quality = isGptImage(model) ? "medium" : "standard";
    const data = await deliver(call, {
      prompt,
      count,
      size,
      format: "png",
      background: "auto",
      compression: 100,
      as: presentationOf(request, base64Only),
      base,
    });
    return {
      kind: "reply",
      status: 200,
      mediaType: "application/json",
      body: {
        created: Math.floor(call.clock.now() / 1_000),
        output_format: "png",
        size: toText(size),
        quality,
        data,
        usage: usageOf({ prompt, read: sent.uploads, size, quality, count }),
      },
    };
  };

const refuse = (why: Problem): Outcome => ({ kind: "refusal", problem: why });
