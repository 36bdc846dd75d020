/** A response that says what a scenario wants, item by item, counted anew. */
import type { Call } from "../behaviour.ts";
import { type ResponseRequest, type ResponseView, viewOf } from "../responses/request.ts";
import type {
  FunctionCallItem,
  MessageItem,
  MessagePart,
  OutputItem,
  ReasoningItem,
  ResponseReply,
} from "../responses/response.ts";
import { logprobsOf } from "../text/logprobs.ts";
import { countTokens, tokenize } from "../text/tokens.ts";
import type { Override } from "./override.ts";
import { endOf, type Said } from "./said.ts";

export const overrideResponse: Override<ResponseReply> = {
  say(reply, said, call) {
    const view = viewOf(call.body as ResponseRequest);
    const kept = reply.output.filter(({ type }) =>
      type === "reasoning" ? said.reasoning === undefined : isBeside(type, said),
    );
    const thought: ReasoningItem[] =
      said.reasoning === undefined
        ? []
        : [{ id: call.newId("rs"), type: "reasoning", summary: [{ type: "summary_text", text: said.reasoning }] }];
    const maxTokens = (view.maxTokens ?? Number.POSITIVE_INFINITY) - countTokens(said.reasoning ?? "");
    const end = endOf(said, { maxTokens });
    const finish = said.isAnswer ? end.finish : said.finish;
    const isIncomplete = finish === "length" || finish === "content_filter";
    const answer = said.isAnswer ? answerOf(said, { text: end.text, isIncomplete, isCut: end.isCut, view, call }) : [];
    const output = [...thought, ...kept, ...answer];
    const whole = { ...reply, output, output_text: wordsOf(output) };
    return finish === undefined ? whole : ended(whole, isIncomplete ? finish : undefined);
  },
  complete(reply, call) {
    const output = reply.output.map((item) =>
      aligned({ ...item, id: item.id ?? call.newId("item") } as OutputItem, call),
    );
    return { ...reply, output, output_text: wordsOf(output) };
  },
  recount(reply) {
    const { usage } = reply;
    if (!usage) return reply;
    const hidden = reply.output.some(({ type }) => type === "reasoning")
      ? reply.output.reduce((sum, item) => sum + (item.type === "reasoning" ? thoughtTokens(item) : 0), 0)
      : (usage.output_tokens_details?.reasoning_tokens ?? 0);
    const written = reply.output.reduce((sum, item) => sum + tokensOf(item), 0);
    return {
      ...reply,
      usage: {
        ...usage,
        output_tokens: written + hidden,
        output_tokens_details: { ...usage.output_tokens_details, reasoning_tokens: hidden },
        total_tokens: (usage.input_tokens ?? 0) + written + hidden,
      },
    };
  },
};

/** Likelihoods repeat the text token by token: a stream tells it from them. */
function aligned(item: OutputItem, { body, random }: Call): OutputItem {
  if (item.type !== "message" || !item.content) return item;
  const content = item.content.map((part) => {
    if (part.type !== "output_text" || !part.logprobs) return part;
    const tokens = part.logprobs as readonly { token: string }[];
    if (tokens.map(({ token }) => token).join("") === part.text) return part;
    const top = viewOf(body as ResponseRequest).topLogprobs ?? 0;
    return { ...part, logprobs: logprobsOf(tokenize(part.text), { top, random }) };
  });
  return { ...item, content };
}

/** Searches stay; the words and calls that were generated make room for those that are said. */
const isBeside = (type: string, said: Said): boolean =>
  !said.isAnswer || (type !== "message" && type !== "function_call");

interface AnswerOptions {
  text: string;
  isIncomplete: boolean;
  isCut: boolean;
  view: ResponseView;
  call: Call;
}

function answerOf(said: Said, { text, isIncomplete, isCut, view, call }: AnswerOptions): OutputItem[] {
  const items: OutputItem[] = [];
  const part = partOf(said, text, { view, call });
  // An item that is incomplete is the last one.
  const calls = isCut ? [] : said.calls;
  if (part !== undefined) {
    const status = isIncomplete && calls.length === 0 ? "incomplete" : "completed";
    items.push({
      id: call.newId("msg"),
      type: "message",
      role: "assistant",
      status,
      content: [part],
    } satisfies MessageItem);
  }
  for (const { name, arguments: args, id } of calls) {
    items.push({
      id: call.newId("fc"),
      type: "function_call",
      call_id: id ?? call.newId("call"),
      name,
      arguments: args,
      status: "completed",
    } satisfies FunctionCallItem);
  }
  return items;
}

function partOf(
  said: Said,
  text: string,
  { view, call }: Pick<AnswerOptions, "view" | "call">,
): MessagePart | undefined {
  if (said.refusal !== undefined) return { type: "refusal", refusal: said.refusal };
  if (said.text === undefined || text === "") return undefined;
  const top = view.topLogprobs;
  const logprobs = top === undefined ? {} : { logprobs: logprobsOf(tokenize(text), { top, random: call.random }) };
  return { type: "output_text", text, annotations: [], ...logprobs };
}

/** The reply with the status that it ends with. */
function ended(reply: ResponseReply, why: "length" | "content_filter" | undefined): ResponseReply {
  if (why === undefined) return { ...reply, status: "completed", incomplete_details: null };
  const last = reply.output.at(-1);
  const output =
    last?.type === "message"
      ? [...reply.output.slice(0, -1), { ...last, status: "incomplete" as const }]
      : reply.output;
  const reason = why === "length" ? "max_output_tokens" : "content_filter";
  return { ...reply, output, status: "incomplete", incomplete_details: { reason } };
}

const wordsOf = (output: readonly OutputItem[]): string =>
  output
    .flatMap((item) => (item.type === "message" ? (item.content ?? []) : []))
    .map((part) => (part.type === "output_text" ? part.text : ""))
    .join("");

const thoughtTokens = ({ summary, content }: ReasoningItem): number =>
  [...summary, ...(content ?? [])].reduce((sum, { text }) => sum + countTokens(text), 0);

function tokensOf(item: OutputItem): number {
  if (item.type === "function_call") return countTokens(item.name) + countTokens(item.arguments);
  if (item.type !== "message") return 0;
  return (item.content ?? []).reduce(
    (sum, part) => sum + countTokens(part.type === "refusal" ? part.refusal : part.text),
    0,
  );
}
