/** Takes every credential out of a recording and leaves all other bytes as they are: the only way to a disk. */
import { isJson, parseMediaType } from "../lib/media-type.ts";
import { isSecretHeader, isSecretName, redactSecret, redactValue } from "../lib/redact.ts";
import { headerOf, type RecordedHeaders, type Recording } from "./recording.ts";
import { redactForm, redactJsonFields, redactParts } from "./redact-text.ts";
import { type CredentialName, pathOf } from "./render-entry.ts";

/** Headers of other gateways, such as `x-goog-api-key`, `x-auth-token` or `ocp-apim-subscription-key`. */
const SECRET_HEADER = /(^|-)(api-?key|subscription-key|token|secret|password|authorization)$/i;

/** @param credentials Those of the contract, in addition to the names that always hold one. */
export function redactRecording(recording: Recording, credentials: readonly CredentialName[] = []): Recording {
  const { request, reply } = recording;
  const isNamed = (place: "header" | "query", name: string): boolean =>
    credentials.some((known) => known.in === place && known.name.toLowerCase() === name.toLowerCase());
  const isHidden = (name: string): boolean =>
    isSecretHeader(name) || SECRET_HEADER.test(name) || isNamed("header", name);
  const isHiddenParameter = (name: string): boolean => isSecretName(name) || isNamed("query", name);
  const query = new URLSearchParams(request.url.slice(pathOf(request.url).length));
  const secrets = [
    ...[request.headers, reply.headers].flatMap((headers) =>
      Object.entries(headers).flatMap(([name, value]) =>
        isHidden(name) ? [value].flat().flatMap((one) => secretsOf(name, one)) : [],
      ),
    ),
    ...[...query].flatMap(([name, value]) => (isHiddenParameter(name) ? [value] : [])),
  ];
  const clean = (text: string): string => redactValue(text, secrets) as string;
  const headers = (all: RecordedHeaders): RecordedHeaders =>
    Object.fromEntries(
      Object.entries(all).map(([name, value]) => {
        const hide = (one: string) => (isHidden(name) ? redactSecret(one) : clean(one));
        return [name, typeof value === "string" ? hide(value) : value.map(hide)];
      }),
    );
  const body = (bytes: Uint8Array | undefined, all: RecordedHeaders) =>
    bytes === undefined || bytes.length === 0 ? bytes : redactBytes(bytes, headerOf(all, "content-type"), secrets);
  return {
    ...recording,
    request: {
      ...request,
      url: clean(redactQuery(request.url, isHiddenParameter)),
      headers: headers(request.headers),
      body: body(request.body, request.headers),
    },
    reply: { ...reply, headers: headers(reply.headers), body: body(reply.body, reply.headers) },
    breaches: redactValue(recording.breaches, secrets) as Recording["breaches"],
  };
}

const NO_REPLY: Recording["reply"] = { status: 200, headers: {}, body: undefined, firstByteMs: 0, durationMs: 0 };

/** A request alone, or with what is said of it. */
export const redactRequest = <Said extends Recording["breaches"]>(
  request: Recording["request"],
  credentials: readonly CredentialName[],
  breaches?: Said,
): { request: Recording["request"]; breaches: Said } =>
  // What redacts keeps the shape of what it is given, which its type cannot say.
  redactRecording(
    { operationId: undefined, startedAt: "", request, reply: NO_REPLY, breaches: breaches ?? [] },
    credentials,
  ) as unknown as { request: Recording["request"]; breaches: Said };

/** What is secret in a header: what follows the scheme, and the values of cookies but not what is said about them. */
function secretsOf(name: string, value: string): string[] {
  if (name !== "cookie" && name !== "set-cookie") return [value, value.replace(/^\S+\s+/, "")];
  const pairs = name === "cookie" ? value.split(/;\s*/) : [value.split(";", 1)[0] as string];
  return pairs.map((pair) => pair.slice(pair.indexOf("=") + 1));
}

function redactQuery(url: string, isHidden: (name: string) => boolean): string {
  const path = pathOf(url);
  const query = url.slice(path.length + 1);
  return query === "" ? url : `${path}?${redactForm(query, isHidden)}`;
}

/** Byte by byte as characters: a form may hold text and pictures at once, and what is no text must stay as it is. */
function redactBytes(bytes: Uint8Array, contentType: string | undefined, secrets: readonly string[]): Uint8Array {
  const known = secrets.flatMap(asInJson).map((secret) => Buffer.from(secret, "utf8").toString("latin1"));
  const before = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const essence = parseMediaType(contentType)?.essence ?? "";
  let text = redactValue(before, known) as string;
  if (essence === "application/x-www-form-urlencoded") text = redactForm(text, isSecretName);
  else if (essence === "multipart/form-data") text = redactJsonFields(redactParts(text));
  else if (essence === "" || essence.startsWith("text/") || isJson(essence)) text = redactJsonFields(text);
  return text === before ? bytes : Buffer.from(text, "latin1");
}

/** A secret as it is, and as JSON may write it; some write a slash as `\/`. */
const asInJson = (secret: string): string[] => {
  const quoted = JSON.stringify(secret).slice(1, -1);
  return [secret, quoted, quoted.replaceAll("/", "\\/")];
};
