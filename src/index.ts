/** Gatetwin as a library: a fake gateway that keeps its contract. Its types name those of Node, unasked from TypeScript 6 on. */
/// <reference types="node" preserve="true" />
export { openContract } from "./contract/open-contract.ts";
export type { Contract, Operation } from "./contract/operation.ts";
export { ownContract } from "./contract/own-contract.ts";
export type { Violation } from "./contract/violation.ts";
export { type Clock, fixedClock, systemClock } from "./lib/clock.ts";
export { type ErrorCode, GatetwinError } from "./lib/errors.ts";
export type { Scenario } from "./scenario/scenario.ts";
export { createHandler, createServer, type ServerOptions } from "./server/create-server.ts";
export { type RunningServer, type StartOptions, start } from "./server/start.ts";
export { createMemoryStore, type MemoryStoreOptions } from "./store/memory.ts";
export type { Files, Store, StoredFile, World } from "./store/store.ts";
