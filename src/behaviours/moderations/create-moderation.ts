/** Moderations that plain words can trip, with scores that agree with the flags. */
import type { components } from "../../../generated/schema.d.ts";
import { createRandom, hash } from "../../lib/random.ts";
import type { Behaviour } from "../behaviour.ts";
import { CATEGORIES, type Category, PHRASES } from "./categories.ts";

type ModerationReply = components["schemas"]["ModerationReply"];
type Result = ModerationReply["results"][number];

interface Part {
  type: string;
  text?: string;
}

interface ModerationRequest {
  input: string | readonly (string | Part)[];
  model?: string;
}

const USUAL_MODEL = "omni-moderation-latest";

export const createModeration: Behaviour = (call) => {
  // The contract has checked the body; only what the interface names is read.
  const { input, model = USUAL_MODEL } = call.body as ModerationRequest;
  const body: ModerationReply = { id: call.newId("modr"), model, results: inputsOf(input).map(judge) };
  return { kind: "reply", status: 200, mediaType: "application/json", body };
};

interface Input {
  text: string;
  types: readonly ("text" | "image")[];
}

/** Every text is an input of its own; the parts of a multimodal input are judged together, as on the original API. */
function inputsOf(input: ModerationRequest["input"]): Input[] {
  if (typeof input === "string") return [{ text: input, types: ["text"] }];
  const parts = input.filter((one) => typeof one === "object");
  if (parts.length === 0) return input.map((text) => ({ text: text as string, types: ["text"] }));
  return [
    {
      // A picture is judged by nothing: what it shows is not known here.
      text: parts.map(({ text = "" }) => text).join("\n"),
      types: [...new Set(parts.map(({ type }) => (type === "text" ? "text" : "image")))],
    },
  ];
}

function judge({ text, types }: Input): Result {
  const random = createRandom(hash(text));
  const scoreOf = (isTripped: boolean) =>
    isTripped ? 0.7 + 0.29 * random.next() : 0.000_01 + 0.02 * random.next() ** 4;
  const plain = text.replaceAll("’", "'");
  const tripped = new Map(CATEGORIES.map((name) => [name, PHRASES[name].test(plain)]));
  const each = <Value>(tell: (name: Category) => Value) =>
    Object.fromEntries(CATEGORIES.map((name) => [name, tell(name)])) as Record<Category, Value>;
  return {
    flagged: [...tripped.values()].includes(true),
    categories: each((name) => tripped.get(name) === true),
    category_scores: each((name) => Math.round(scoreOf(tripped.get(name) === true) * 1e6) / 1e6),
    category_applied_input_types: each(() => [...types]),
  };
}
