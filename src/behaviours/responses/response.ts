/** A response as both APIs send it, and the items of its output that the twin writes itself. */
import type { components } from "../../../generated/schema.d.ts";

type Schemas = components["schemas"];

export type ResponseReply = Schemas["ResponseReply"];
export type OutputItem = Schemas["ResponseOutputItem"];
export type MessageItem = Schemas["ResponseMessage"];
export type MessagePart = Schemas["ResponseMessagePart"];
export type OutputText = Schemas["ResponseOutputText"];
export type Annotation = Schemas["ResponseUrlCitation"] | Schemas["ResponseFileCitation"];
export type ReasoningItem = Schemas["ResponseReasoning"];
export type FunctionCallItem = Schemas["ResponseFunctionCall"];
/** A search that the gateway itself ran. */
export type SearchCallItem = Schemas["ResponseWebSearchCall"] | Schemas["ResponseFileSearchCall"];
