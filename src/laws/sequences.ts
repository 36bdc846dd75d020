/** The laws of several exchanges, and of requests that break the contract: verify alone can ask them. */

import { severity } from "./law.ts";
import type { LawFacts } from "./laws.ts";

const everywhere = severity("ERROR");
const KEPT_COMPLETIONS = "The pages of the five operations on kept chat completions";
const HTTP = "RFC 9110, HTTP Semantics";

export const sequenceLaws: readonly LawFacts[] = [
  {
    id: "store.S1",
    summary: "what is created with store true can be read and is equal; what is not stored is 404",
    source: KEPT_COMPLETIONS,
    severity: everywhere,
  },
  {
    id: "store.S2",
    summary: "what was deleted can be neither read, listed nor deleted again",
    source: KEPT_COMPLETIONS,
    severity: everywhere,
  },
  {
    id: "store.S3",
    summary: "an update changes the metadata and nothing else",
    source: KEPT_COMPLETIONS,
    severity: everywhere,
  },
  {
    id: "page.P1",
    summary: "limit, order and after are honoured; first_id, last_id and has_more are true to the data",
    source: KEPT_COMPLETIONS,
    severity: everywhere,
  },
  {
    id: "page.P2",
    summary: "the filters by metadata and model are honoured",
    source: KEPT_COMPLETIONS,
    severity: everywhere,
  },
  {
    id: "auth.A1",
    summary: "no key, an empty key and a wrong scheme are refused with 401",
    source: "The security of the OpenAPI document; RFC 6750, 3.1",
    severity: everywhere,
  },
  {
    id: "auth.A2",
    summary: "one key never reads, lists, changes or deletes what another created",
    source: "The security of the OpenAPI document",
    severity: everywhere,
  },
  {
    id: "method.M1",
    summary: "an undeclared method is refused with 405 and Allow",
    source: `${HTTP}, 15.5.6 and 10.2.1`,
    severity: everywhere,
  },
  {
    id: "input.V1",
    summary: "a request that breaks its schema is refused, and the error names the field",
    source: "The request schemas of the OpenAPI document",
    severity: everywhere,
  },
  {
    id: "input.V2",
    summary: "every request that fits its schema is accepted, at every boundary",
    source: "The request schemas of the OpenAPI document",
    severity: everywhere,
  },
  {
    id: "input.V3",
    summary: "malformed JSON is refused with 400 and a wrong media type with 415, never with 5xx",
    source: `${HTTP}, 15.5.1 and 15.5.16`,
    severity: everywhere,
  },
];
