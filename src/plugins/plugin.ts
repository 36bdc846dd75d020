/** What each of the plugins exports beside its own. */
export type { ExpectationError } from "./explain.ts";
export type { GatetwinOptions } from "./session.ts";
export { type RunningTwin, startThread as startGatetwin, type ThreadOptions as StartOptions } from "./start-thread.ts";
export type { ApiName, ExpectedRequest, FaultOrder, RequestFilter, Side, Twin } from "./twin.ts";
