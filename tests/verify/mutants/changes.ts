/** Small ways to spoil a reply: as JSON, as the events of a stream, or as text. */
import type { Answered, Asked, Fault } from "./faulty-server.ts";

/** Loose on purpose: these are faults. */
// biome-ignore lint/suspicious/noExplicitAny: a fault may reach into any reply
export type Json = any;

const typeOf = ({ headers }: Answered): string => headers["content-type"] ?? "";
const isGood = ({ status }: Answered): boolean => status < 300;

export const withText = (answered: Answered, text: string): Answered => ({
  ...answered,
  bytes: Buffer.from(text, "utf8"),
});
const textOf = ({ bytes }: Answered): string => bytes.toString("utf8");

/** Changes successful JSON replies in place, or returns another. */
export const json = (change: (reply: Json, asked: Json, whole: Asked) => unknown): Fault => ({
  answer: (answered, asked) => {
    if (!isGood(answered) || !typeOf(answered).includes("json")) return answered;
    const reply = JSON.parse(textOf(answered));
    const changed = change(reply, asked.body, asked) ?? reply;
    return withText(answered, JSON.stringify(changed));
  },
});

/** Changes the text of successful streams. */
export const stream = (change: (text: string, asked: Json) => string): Fault => ({
  answer: (answered, { body }) =>
    isGood(answered) && typeOf(answered).includes("event-stream")
      ? withText(answered, change(textOf(answered), body))
      : answered,
});

export interface Event {
  event?: string;
  /** Parsed where it is JSON. */
  data: Json;
}

const read = (text: string): Event[] =>
  text
    .split("\n\n")
    .filter((block) => block !== "")
    .map((block) => {
      const field = (name: string) =>
        block
          .split("\n")
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      const data = field("data") ?? "";
      const event = field("event");
      return { ...(event !== undefined && { event }), data: data.startsWith("{") ? JSON.parse(data) : data };
    });

const write = (events: readonly Event[]): string =>
  events
    .map(
      ({ event, data }) =>
        `${event === undefined ? "" : `event: ${event}\n`}data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`,
    )
    .join("");

/** Changes the events of successful streams in place, or returns others. */
export const events = (change: (events: Event[], asked: Json) => unknown): Fault =>
  stream((text, asked) => {
    const all = read(text);
    const changed = change(all, asked);
    return write(Array.isArray(changed) ? changed : all);
  });

/** Changes each chunk of a stream that has a payload. */
export const chunks = (change: (chunk: Json, at: number) => unknown): Fault =>
  events((all) => {
    for (const [at, { data }] of all.entries()) if (typeof data === "object") change(data, at);
  });

/** Any reply as it is. */
export const whatever = (answer: (answered: Answered, asked: Asked) => Answered): Fault => ({ answer });

export const asking = (change: (asked: Asked) => Partial<Asked> | undefined): Fault => ({
  ask: (asked) => ({ ...asked, ...change(asked) }),
});

/** What reaches the server is this JSON. */
export const sending = (body: unknown): Partial<Asked> => ({ body, bytes: Buffer.from(JSON.stringify(body)) });
