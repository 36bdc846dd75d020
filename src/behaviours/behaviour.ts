/** What an operation of the twin does: from a valid call to a finished reply. Knows nothing of sockets. */
import type { IncomingHttpHeaders } from "node:http";
import type { Contract, Operation } from "../contract/operation.ts";
import type { Problem } from "../contract/problem.ts";
import type { Clock } from "../lib/clock.ts";
import type { Random } from "../lib/random.ts";
import type { Delivery } from "../scenario/delivery.ts";
import type { Files, World } from "../store/store.ts";

export type { UploadedFile } from "../contract/read-multipart.ts";

/** A request bound to an operation, parsed, checked and typed. */
export interface Call {
  readonly contract: Contract;
  readonly operation: Operation;
  readonly params: {
    readonly path: Readonly<Record<string, unknown>>;
    readonly query: Readonly<Record<string, unknown>>;
    readonly header: Readonly<Record<string, unknown>>;
  };
  /** As they came, by lower-case name; credentials among them. */
  readonly headers: IncomingHttpHeaders;
  /** The JSON value; for multipart an object whose files are `UploadedFile`; undefined without a body. */
  readonly body: unknown;
  /** The bearer token, or the empty string where none is asked for. */
  readonly token: string;
  /** What this token has stored; no other token sees it. */
  readonly world: World;
  /** Files that replies link to, served under `${baseUrl}/__gatetwin/files/<id>`. */
  readonly files: Files;
  /** Chance for content: the same for the same request and seed, whether it streams or not. */
  readonly random: Random;
  /** The chance that a call of this operation with another body has: what is passed on is answered as if sent directly. */
  readonly chanceFor: (body: unknown) => Random;
  /** A fresh id such as `chatcmpl-…`: also depends on the token and on how often it has asked the same before. */
  readonly newId: (prefix: string) => string;
  readonly clock: Clock;
  /** Aborts when the client has left; made when first asked for. */
  readonly gone: () => AbortSignal;
  /** Where this server is reached, without a trailing slash, for links to itself. */
  readonly baseUrl: string;
}

/** The finished answer. A stream is another presentation of the same reply, made later. */
export type Outcome =
  | {
      kind: "reply";
      status: number;
      headers?: Readonly<Record<string, string>>;
      /** `type/subtype`, with parameters where they matter. */
      mediaType: string;
      /** A JSON value, a text or bytes, as the media type says. */
      body: unknown;
      /** How it is sent, when not as usual. */
      delivery?: Delivery;
    }
  /** A request that fits its schema and still cannot be served: unknown id, impossible caller's schema … */
  | { kind: "refusal"; problem: Problem; delivery?: Delivery };

export type Behaviour = (call: Call) => Outcome | Promise<Outcome>;
