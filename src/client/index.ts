/** A typed client of the gateways that runs wherever fetch does. */
export { collect } from "./collect.ts";
export { type Client, type ClientOptions, createClient } from "./create-client.ts";
export type { ParseAs, ReplyOf } from "./reply.ts";
export { type EventStream, type StreamPath, stream } from "./stream.ts";
export { StreamError, type StreamFailure } from "./stream-error.ts";
export type { StreamFinding, StreamJudge, Strict } from "./strict.ts";
