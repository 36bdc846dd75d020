/** The types of what a call takes: parameters, body and the options of fetch. */
import type { ParamsOption } from "openapi-fetch";

export type Method = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

/** The paths that have this method. */
export type PathWith<Paths, Name extends Method> = {
  [Path in keyof Paths]: Paths[Path] extends { [Key in Name]: object } ? Path : never;
}[keyof Paths] &
  string;

export type OperationAt<Paths, Path extends keyof Paths, Name extends Method> = Paths[Path] extends {
  [Key in Name]: infer Operation;
}
  ? Operation
  : never;

/** Files of forms may be given as bytes too, which then have no name. */
type Upload<Value> = Value extends Blob
  ? Blob | Uint8Array
  : Value extends readonly (infer Item)[]
    ? Upload<Item>[]
    : Value;

type Form<Body> = { [Name in keyof Body]: Upload<Body[Name]> };

type BodyOf<Content> = {
  [Media in keyof Content]: Media extends "multipart/form-data" ? Form<Content[Media]> | FormData : Content[Media];
}[keyof Content];

type BodyOption<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? { body: BodyOf<Content> }
  : Operation extends { requestBody?: { content: infer Content } | undefined }
    ? [Content] extends [never]
      ? { body?: never }
      : { body?: BodyOf<Content> }
    : { body?: never };

/** What a call of an operation takes. `signal` and the like go to fetch as they are. */
export type InitOf<Operation> = ParamsOption<Operation> &
  BodyOption<Operation> &
  Omit<RequestInit, "body" | "headers" | "method"> & {
    /** More headers of this call; `null` takes one away that the client would send. */
    headers?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  };

type RequiredKeys<Value> = { [Key in keyof Value]-?: object extends Pick<Value, Key> ? never : Key }[keyof Value];

/** The arguments behind the path: none are needed where no member is. */
export type Arguments<Init> = [RequiredKeys<Init>] extends [never] ? [init?: Init] : [init: Init];
