/** Reads the outline of a contract out of an OpenAPI document. */
import { toPointer } from "../lib/json-pointer.ts";
import { isJson, parseMediaType } from "../lib/media-type.ts";
import { checkDocument } from "./check-document.ts";
import { SEPARATORS } from "./decode-parameter.ts";
import { createDirections, type Direction } from "./directions.ts";
import { hoistReferences } from "./hoist-references.ts";
import { methodsOf } from "./methods.ts";
import { normalize } from "./normalize.ts";
import type {
  ContentOutline,
  CredentialOutline,
  HeaderOutline,
  OperationOutline,
  Outline,
  ParameterOutline,
  ParameterPlace,
  ReplyOutline,
  StreamOutline,
} from "./outline.ts";
import { readItemSchema } from "./read-item-schema.ts";
import type { Schema } from "./schema-object.ts";
import { readSequences } from "./sequence.ts";

type Node = Record<string, unknown>;

/** Reads a whole document whose references are all internal. Throws GatetwinError `document-invalid` with a pointer. */
export function readOutline(document: Node): Outline {
  const { root, follow } = hoistReferences(document);
  checkDocument(root, follow);
  const schemes = map(map(root.components).securitySchemes);
  const profiles = new Map(list(root.tags).map((tag) => [map(tag).name, map(tag)["x-gatetwin-profile"]]));
  const directions = createDirections(
    Object.fromEntries(
      Object.entries(map(map(root.components).schemas)).map(([name, schema]) => [name, normalize(schema as Schema)]),
    ),
  );
  const turned = (entries: readonly ContentOutline[], direction: Direction): ContentOutline[] =>
    entries.map((entry) => ({ ...entry, schema: directions.of(entry.schema, direction) }));
  const operations: OperationOutline[] = [];
  for (const [path, rawItem] of Object.entries(map(root.paths))) {
    if (path.startsWith("x-")) continue;
    const item = follow(rawItem);
    for (const { method, operation: given } of methodsOf(item)) {
      const operation = map(given);
      const parameters = [...list(item.parameters), ...list(operation.parameters)].map((entry) =>
        parameter(follow(entry)),
      );
      const body = operation.requestBody === undefined ? undefined : follow(operation.requestBody);
      operations.push({
        id: String(operation.operationId ?? `${method.toLowerCase()} ${path}`),
        api: String(list(operation.tags)[0] ?? "default"),
        profile: String(profiles.get(list(operation.tags)[0]) ?? "openai"),
        laws: list(operation["x-gatetwin-laws"]).map(String),
        method,
        path,
        ...ownBasePath(operation.servers ?? item.servers),
        // A parameter of the operation replaces one of the path with the same name and place (OpenAPI 3.1, 4.8.10).
        parameters: [
          ...new Map(parameters.map((entry) => [toPointer([entry.in, entry.name.toLowerCase()]), entry])).values(),
        ],
        ...(body && {
          body: { required: body.required === true, content: turned(contents(body.content, follow), "request") },
        }),
        // What goes before the answer (1XX) is none, and a client would wait on for one.
        replies: Object.entries(map(operation.responses)).flatMap(([status, entry]) => {
          if (/^(1|x-)/i.test(status)) return [];
          const told = reply(status, follow(entry), follow);
          return { ...told, content: turned(told.content, "reply") };
        }),
        security: list(operation.security ?? root.security).map((needed) =>
          Object.keys(map(needed)).flatMap((name) => credential(follow(schemes[name] ?? {}))),
        ),
      });
    }
  }
  return {
    title: String(map(root.info).title ?? "untitled"),
    version: String(map(root.info).version ?? ""),
    basePath: basePath(root.servers),
    operations,
    sequences: readSequences(root["x-gatetwin-sequences"]),
    schemas: directions.schemas(),
  };
}

function parameter(node: Node): ParameterOutline {
  // The whole query as one value (OpenAPI 3.2) is a form whose fields are those of its schema.
  if (node.in === "querystring") return { ...parameter({ ...node, in: "query" }), style: "form", explode: true };
  const place = String(node.in) as ParameterPlace;
  const style = String(node.style ?? (place === "query" || place === "cookie" ? "form" : "simple"));
  const [[mediaType = "", content] = []] = Object.entries(map(node.content));
  const schema = (node.schema ?? map(content).schema ?? true) as Schema;
  return {
    name: String(node.name),
    in: place,
    required: node.required === true || place === "path",
    style: node.content === undefined ? style : isJson(parseMediaType(mediaType)?.essence ?? "") ? "json" : "text",
    explode: typeof node.explode === "boolean" ? node.explode : style === "form",
    schema: normalize(schema),
  };
}

function contents(node: unknown, follow: (value: unknown) => Node): ContentOutline[] {
  return Object.entries(map(node)).map(([mediaType, entry]) => {
    const content = follow(entry);
    const essence = parseMediaType(mediaType)?.essence ?? mediaType.toLowerCase();
    const examples = Object.entries(map(content.examples)).flatMap(([name, example]) => {
      const { value, dataValue } = follow(example);
      return value === undefined && dataValue === undefined ? [] : [{ name, value: dataValue ?? value }];
    });
    const told = (schema: Schema) => ({
      mediaType: essence,
      schema,
      examples: content.example === undefined ? examples : [{ name: "example", value: content.example }, ...examples],
    });
    const whole = normalize((content.schema ?? true) as Schema);
    const item = content.itemSchema === undefined ? undefined : normalize(content.itemSchema as Schema);
    if (essence !== "text/event-stream")
      // Any other sequence is to its `schema` what a list of its items is (OpenAPI 3.2, Sequential Media Types).
      return {
        ...told(item === undefined || content.schema !== undefined ? whole : LIST_OF(item)),
        ...(content.encoding !== undefined && essence === "application/x-www-form-urlencoded" && listsOf(content)),
      };
    const read =
      item === undefined
        ? { schema: whole, stream: {} }
        : readItemSchema(item, (one) => normalize(resolved(one, follow)));
    const own = content["x-gatetwin-stream"] as StreamOutline | undefined;
    return { ...told(read.schema), stream: { sentinel: null, named: false, laws: null, ...read.stream, ...own } };
  });
}

function listsOf({ encoding }: Node): { lists: Record<string, string> } {
  const styled = Object.entries(map(encoding)).flatMap(([name, given]): [string, string][] => {
    const { style = "form", explode } = map(given);
    const separator = SEPARATORS[String(style)] ?? ",";
    return explode === false || separator !== "," ? [[name, separator]] : [];
  });
  return { lists: Object.fromEntries(styled) };
}

const LIST_OF = (items: Schema): Schema => ({ type: "array", items });

const resolved = (schema: Schema, follow: (value: unknown) => Node): Schema =>
  typeof schema === "boolean" ? schema : (follow(schema) as Schema);

function reply(status: string, node: Node, follow: (value: unknown) => Node): ReplyOutline {
  const headers = Object.entries(map(node.headers)).flatMap(([name, entry]): HeaderOutline[] => {
    // The media types of the content say it, and what is said here is to be ignored (OpenAPI 3.1, 4.8.17).
    if (name.toLowerCase() === "content-type") return [];
    const header = follow(entry);
    const [[mediaType = "", content] = []] = Object.entries(map(header.content));
    return [
      {
        name: name.toLowerCase(),
        required: header.required === true,
        schema: normalize((header.schema ?? map(content).schema ?? true) as Schema),
        ...(isJson(parseMediaType(mediaType)?.essence ?? "") && { style: "json" as const }),
        ...(header.explode === true && { explode: true as const }),
      },
    ];
  });
  return {
    status: status.toUpperCase() === "DEFAULT" ? "default" : status.toUpperCase(),
    headers,
    content: contents(node.content, follow),
  };
}

function credential(scheme: Node): CredentialOutline[] {
  if (scheme.type === "apiKey") {
    return [{ kind: "apiKey", in: scheme.in as CredentialOutline["in"], name: String(scheme.name) }];
  }
  // A certificate of the client is none of the request's.
  if (scheme.type === "mutualTLS") return [];
  const isBasic = String(scheme.scheme ?? "").toLowerCase() === "basic";
  // OAuth and OpenID Connect tokens travel as bearer tokens too (RFC 6750).
  return [{ kind: isBasic ? "basic" : "bearer", in: "header", name: "authorization" }];
}

/** The path of the first server, its variables at their defaults. */
function basePath(servers: unknown): string {
  const server = map(list(servers)[0]);
  const variables = map(server.variables);
  const url = String(server.url ?? "").replaceAll(/\{([^{}]*)\}/g, (whole, name: string) =>
    String(map(variables[name]).default ?? whole),
  );
  // It may be relative to the place of the document, which is nowhere.
  const path = url.replace(/^[a-z][\w+.-]*:\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "");
  return path.replace(/^(?:\.{0,2}\/)*(?=[^/])|^\.{1,2}$/, "/").replace(/\/+$/, "");
}

/** An empty list names no server (OpenAPI 3.1, 4.8.1). */
const ownBasePath = (servers: unknown): { basePath?: string } =>
  list(servers).length === 0 ? {} : { basePath: basePath(servers) };

const map = (value: unknown): Node => (typeof value === "object" && value !== null ? (value as Node) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
