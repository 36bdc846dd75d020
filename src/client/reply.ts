/** The types of replies: one member per documented status, so that a test of `status` tells which body is there. */

/** How a body is read; `auto` reads JSON as JSON, text as text and everything else as a Blob. */
export type ParseAs = "auto" | "json" | "text" | "blob" | "arrayBuffer" | "stream";

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type ToNumber<Text extends string> = Text extends `${infer Value extends number}` ? Value : never;
type Hundred<First extends Digit> = ToNumber<`${First}${Digit}${Digit}`>;
type Success = Hundred<2>;
type AnyStatus = Success | Hundred<3> | Hundred<4> | Hundred<5>;

/** The statuses that a key of `responses` stands for: those of a range, or of the default, that no other key names. */
type StatusOf<Key, Keys> = Key extends number
  ? Key
  : Key extends `${infer First extends Digit}XX`
    ? Exclude<Hundred<First>, Keys>
    : Exclude<AnyStatus, StatusOf<Exclude<Keys, "default">, Keys>>;

type Content<Response> = Response extends { content: infer Map } ? Map : never;

/** What is made of each media type unasked; an event stream is read by `stream()`. */
type Parsed<Map> = {
  [Media in keyof Map]: Media extends "text/event-stream"
    ? never
    : Media extends `${string}/json` | `${string}+json`
      ? Map[Media]
      : Media extends `text/${string}` | "application/x-subrip"
        ? string
        : Blob;
}[keyof Map];

type Unasked<Map> = [Map] extends [never] ? undefined : Parsed<Map>;

interface ParsedAs<Map> {
  /** A page is refused: `text` takes it. */
  auto: Unasked<[Map] extends [never] ? never : Omit<Map, `text/html${string}`>>;
  json: { [Media in keyof Map]: Media extends `${string}json` ? Map[Media] : never }[keyof Map];
  text: string;
  blob: Blob;
  arrayBuffer: ArrayBuffer;
  stream: ReadableStream<Uint8Array>;
}

type Succeeded<Status, Data> = [Status] extends [never]
  ? never
  : { status: Status; data: Data; error?: undefined; response: Response };

type Failed<Status, Problem> = [Status] extends [never]
  ? never
  : { status: Status; data?: undefined; error: Problem; response: Response };

/** What a call of an operation resolves to: a union told apart by `status`, and by `error` being undefined. */
export type ReplyOf<Operation, As extends ParseAs = "auto"> = Operation extends { responses: infer Responses }
  ? {
      [Key in keyof Responses]:
        | Succeeded<Extract<StatusOf<Key, keyof Responses>, Success>, ParsedAs<Content<Responses[Key]>>[As]>
        | Failed<Exclude<StatusOf<Key, keyof Responses>, Success>, Unasked<Content<Responses[Key]>>>;
    }[keyof Responses]
  : never;
