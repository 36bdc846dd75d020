/** The five operations on completions that were kept with `store: true`. */
import type { components } from "../../../generated/schema.d.ts";
import { problem } from "../../contract/problem.ts";
import type { Behaviour, Call, Outcome } from "../behaviour.ts";
import type { ChatCompletion } from "../chat/completion.ts";
import type { ChatMessage } from "../chat/messages.ts";
import { textIn } from "../unchecked.ts";
import { deleteCompletion, findCompletion, keepCompletion, listCompletions } from "./kept-completions.ts";
import { pageOf } from "./page.ts";

type Metadata = Readonly<Record<string, string>>;
type StoredMessage = components["schemas"]["SudoStoredMessage"];

/** The parameters of both lists; the contract has checked them. */
interface ListQuery {
  after?: string;
  limit?: number;
  order?: string;
  model?: string;
  metadata?: Metadata;
}

/** The document leaves the order a free text: whatever is not `desc` is the default. */
const orderOf = ({ order }: ListQuery) => (order === "desc" ? "desc" : "asc");

const idOf = ({ params }: Call): string => params.path.completion_id as string;

const reply = (body: unknown): Outcome => ({ kind: "reply", status: 200, mediaType: "application/json", body });

export const listChatCompletions: Behaviour = async ({ world, params }) => {
  const query = params.query as ListQuery;
  const page = await pageOf(listCompletions(world, orderOf(query)), {
    ...query,
    isListed: (completion) => isAskedFor(completion, query),
  });
  return page === undefined ? unknownCursor(query, "stored completion") : reply(page);
};

function isAskedFor(completion: ChatCompletion, { model, metadata = {} }: ListQuery): boolean {
  const notes = new Map(Object.entries(completion.metadata ?? {}));
  return (
    (model === undefined || completion.model === model) &&
    Object.entries(metadata).every(([name, value]) => notes.get(name) === value)
  );
}

export const getChatCompletion: Behaviour = async (call) => {
  const kept = await findCompletion(call.world, idOf(call));
  return kept === undefined ? notFound(call) : reply(kept.completion);
};

export const updateChatCompletion: Behaviour = async (call) => {
  const kept = await findCompletion(call.world, idOf(call));
  if (kept === undefined) return notFound(call);
  const { metadata } = call.body as { metadata: Metadata };
  const completion = { ...kept.completion, metadata };
  await keepCompletion(call.world, { ...kept, completion });
  return reply(completion);
};

export const deleteChatCompletion: Behaviour = async (call) => {
  const id = idOf(call);
  const isDeleted = await deleteCompletion(call.world, id);
  return isDeleted ? reply({ id, object: "chat.completion.deleted", deleted: true }) : notFound(call);
};

export const listChatCompletionMessages: Behaviour = async (call) => {
  const query = call.params.query as ListQuery;
  const kept = await findCompletion(call.world, idOf(call));
  if (kept === undefined) return notFound(call);
  const messages = kept.messages.map((message, index) => storedMessage(message, `${kept.completion.id}-${index}`));
  const page = await pageOf(orderOf(query) === "desc" ? messages.reverse() : messages, query);
  return page === undefined ? unknownCursor(query, "message of this completion") : reply(page);
};

/** Words and parts have a field each, of which one is null. Tool calls are not among what the document names. */
function storedMessage({ role, content, name }: ChatMessage, id: string): StoredMessage {
  const message = {
    id,
    role,
    content: typeof content === "string" ? content : null,
    content_parts: Array.isArray(content) ? content : null,
    ...(textIn(name) !== "" && { name }),
  };
  // The parts are those of the request, which the contract has checked; the view of a message names less of them.
  return message as StoredMessage;
}

const notFound = (call: Call): Outcome => ({
  kind: "refusal",
  problem: problem(
    404,
    "not_found",
    `No stored completion with id '${idOf(call)}'. A completion is kept only when it is created with 'store' true, and only for the key that created it.`,
    { param: "completion_id" },
  ),
});

/** Neither the first page nor an empty one would be true: a client would list twice, or believe that it has seen all. */
const unknownCursor = ({ after }: ListQuery, what: string): Outcome => ({
  kind: "refusal",
  problem: problem(
    404,
    "not_found",
    `Invalid 'after': no ${what} with id '${after}'. Pass the 'last_id' of the page before.`,
    { param: "after" },
  ),
});
