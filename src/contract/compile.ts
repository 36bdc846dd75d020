/** Binds validators to an outline: the last step of load → compile → match. */
import { bodyKey, headerKey, keyOf, parameterKey, replyKey } from "./check-keys.ts";
import { typesOf } from "./coerce.ts";
import { decodeParameter } from "./decode-parameter.ts";
import { createExplain, toViolation } from "./explain.ts";
import type { Content, Contract, Operation, Reply, StreamContent } from "./operation.ts";
import type { ContentOutline, HeaderOutline, OperationOutline, Outline, ReplyOutline } from "./outline.ts";
import type { Validators } from "./schema.ts";
import type { Schema } from "./schema-object.ts";
import type { Check, Violation, ViolationPlace } from "./violation.ts";

const NO_QUERY = new URLSearchParams();
const FITS: readonly Violation[] = Object.freeze([]);

/** The frozen contract. */
export function compile(outline: Outline, validators: Validators): Contract {
  const explain = createExplain(outline.schemas);

  const checkOf = (schema: Schema, key: string, place: ViolationPlace): Check => {
    const validate = validators.get(keyOf(schema, key));
    if (validate === undefined) throw new Error(`no validator was compiled for ${key}`);
    return (value) => {
      if (validate(value)) return FITS;
      const findings = explain(schema, value, []);
      const violations = findings.map((finding) => toViolation(finding, place));
      // The validator has the last word: a keyword we cannot put into a sentence is still a violation.
      return violations.length > 0 ? violations : [unexplained(place)];
    };
  };

  const content = (entry: ContentOutline, key: string, place: ViolationPlace): Content => ({
    mediaType: entry.mediaType,
    schema: entry.schema,
    examples: entry.examples,
    isTextual: admitsText(entry.schema, outline.schemas),
    check: checkOf(entry.schema, key, place),
    ...(entry.lists && { lists: entry.lists }),
  });

  /** A header is a text, whatever its schema says of it: it may mean what it is, or what it tells. */
  const asText = (header: HeaderOutline, check: Check): Check => {
    const { name } = header;
    const parameter = { style: "simple", explode: false, ...header, in: "header" as const };
    return (value) => {
      const found = check(value);
      if (found.length === 0) return FITS;
      // The one header that cannot be joined comes as a list.
      if (name === "set-cookie" && Array.isArray(value)) return value.flatMap(check);
      if (typeof value !== "string") return found;
      return check(
        decodeParameter(parameter, { path: {}, query: NO_QUERY, header: { [name]: value } }, outline.schemas),
      );
    };
  };

  const reply = (operation: OperationOutline, { status, headers, content: entries }: ReplyOutline): Reply => {
    const contents = entries.map((entry) => {
      const key = replyKey(operation, status, entry.mediaType);
      const face = content(entry, key, entry.stream ? "event" : "reply");
      return entry.stream ? ({ ...face, ...entry.stream } satisfies StreamContent) : face;
    });
    return {
      status,
      headers: headers.map((header) => ({
        ...header,
        check: asText(header, checkOf(header.schema, headerKey(operation, status, header.name), "header")),
      })),
      content: contents,
      stream: contents.find((face): face is StreamContent => face.mediaType === "text/event-stream"),
    };
  };

  const operations = outline.operations.map(
    (operation): Operation => ({
      id: operation.id,
      api: operation.api,
      profile: operation.profile,
      laws: operation.laws,
      method: operation.method,
      path: operation.path,
      basePath: operation.basePath ?? outline.basePath,
      security: operation.security,
      parameters: operation.parameters.map((parameter) => ({
        ...parameter,
        check: checkOf(parameter.schema, parameterKey(operation, parameter), parameter.in),
      })),
      body: operation.body && {
        required: operation.body.required,
        content: operation.body.content.map((entry) => content(entry, bodyKey(operation, entry.mediaType), "body")),
      },
      replies: operation.replies.map((entry) => reply(operation, entry)),
    }),
  );
  const { title, version, basePath, sequences, schemas } = outline;
  return deepFreeze({ title, version, basePath, operations, sequences, schemas });
}

/** The same contract with only the operations of some APIs. */
export const ofApis = (contract: Contract, apis: readonly string[]): Contract =>
  Object.freeze({
    ...contract,
    operations: Object.freeze(contract.operations.filter(({ api }) => apis.includes(api))),
  });

function admitsText(schema: Schema, schemas: Outline["schemas"]): boolean {
  const types = typesOf(schema, schemas);
  return types.length === 0 || types.includes("string");
}

const unexplained = (place: ViolationPlace): Violation => ({
  code: "no-matching-variant",
  in: place,
  pointer: "",
  keyword: "schema",
  message: `The ${place} does not fit its schema.`,
});

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const item of Object.values(value)) deepFreeze(item);
  return value;
}
