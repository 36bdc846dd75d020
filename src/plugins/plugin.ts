/** What each of the plugins exports beside its own. Their types name those of Node, unasked from TypeScript 6 on. */
/// <reference types="node" preserve="true" />
export type { ExpectationError } from "./explain.ts";
export type { GatetwinOptions } from "./session.ts";
export { type RunningTwin, startThread as startGatetwin, type ThreadOptions as StartOptions } from "./start-thread.ts";
export type { ApiName, ExpectedRequest, FaultOrder, RequestFilter, Side, Twin } from "./twin.ts";
