/** The contract layer has it, so that a proxy can refuse in the same words. */
export { type ErrorReply, errorReply } from "../contract/error-reply.ts";
