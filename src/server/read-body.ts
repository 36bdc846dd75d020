/** The contract layer has it, so that a proxy reads bodies as the server does. */
export { type ReadBody, readBody } from "../contract/read-body.ts";
