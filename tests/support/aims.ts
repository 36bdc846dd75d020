/** The corners of a schema, as verify aims at them. */
export { type Aim, aimsOf } from "../../src/verify/plan/aims.ts";
