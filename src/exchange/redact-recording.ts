/** Takes every credential out of a recording and leaves all other bytes as they are: the only way to a disk. */
import { isJson, parseMediaType } from "../lib/media-type.ts";
import { isSecretHeader, isSecretName, isSecretSent, redactSecret, redactValue } from "../lib/redact.ts";
import { headerOf, type RecordedHeaders, type Recording } from "./recording.ts";
import { passwordsIn, redactForm, redactJsonFields, redactParts, secretsIn } from "./redact-text.ts";
import { type CredentialName, pathOf } from "./render-entry.ts";

/** @param credentials Those of the contract, in addition to the names that always hold one. */
export function redactRecording(recording: Recording, credentials: readonly CredentialName[] = []): Recording {
  const { request, reply } = recording;
  const isNamed = (place: "header" | "query", name: string): boolean =>
    credentials.some((known) => known.in === place && known.name.toLowerCase() === name.toLowerCase());
  const isHidden = (name: string): boolean => isSecretHeader(name) || isNamed("header", name);
  const isHiddenParameter = (name: string): boolean => isSecretSent(name, "query") || isNamed("query", name);
  const query = new URLSearchParams(request.url.slice(pathOf(request.url).length));
  const secrets = [
    ...[request.headers, reply.headers].flatMap((headers) =>
      Object.entries(headers).flatMap(([name, value]) =>
        isHidden(name) ? [value].flat().flatMap((one) => secretsOf(name, one)) : [],
      ),
    ),
    ...[...query].flatMap(([name, value]) => (isHiddenParameter(name) ? [value] : [])),
    ...[request.url, ...[request.headers, reply.headers].flatMap(Object.values).flat()].flatMap(passwordsIn),
    ...secretsOfBody(request, isSentField),
    ...secretsOfBody(reply, isSecretName),
  ];
  const clean = (text: string): string => redactValue(text, secrets) as string;
  const headers = (all: RecordedHeaders): RecordedHeaders =>
    Object.fromEntries(
      Object.entries(all).map(([name, value]) => {
        const hide = (one: string) => (isHidden(name) ? redactSecret(one) : clean(one));
        return [name, typeof value === "string" ? hide(value) : value.map(hide)];
      }),
    );
  const body = ({ body: bytes, headers: all }: Told, isField: (name: string) => boolean) =>
    bytes === undefined || bytes.length === 0
      ? bytes
      : redactBytes(bytes, { essence: essenceIn(all), secrets, isField });
  return {
    ...recording,
    request: {
      ...request,
      url: clean(redactQuery(request.url, isHiddenParameter)),
      headers: headers(request.headers),
      body: body(request, isSentField),
    },
    reply: { ...reply, headers: headers(reply.headers), body: body(reply, isSecretName) },
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

/** A side of an exchange, as far as its body goes. */
type Told = Pick<Recording["request"], "headers" | "body">;

const isSentField = (name: string): boolean => isSecretSent(name, "field");
const essenceIn = (headers: RecordedHeaders): string =>
  parseMediaType(headerOf(headers, "content-type"))?.essence ?? "";
const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");

/** Whether a body of this kind has fields to look for. */
const hasFields = (essence: string): boolean =>
  essence === "" || essence.startsWith("text/") || isJson(essence) || essence === "multipart/form-data";

function secretsOfBody({ headers, body }: Told, isField: (name: string) => boolean): string[] {
  const essence = essenceIn(headers);
  const isRead = hasFields(essence) || essence === "application/x-www-form-urlencoded";
  if (body === undefined || body.length === 0 || !isRead) return [];
  return secretsIn(latin1(body), essence, isField).map((secret) => Buffer.from(secret, "latin1").toString("utf8"));
}

interface Hiding {
  essence: string;
  secrets: readonly string[];
  isField: (name: string) => boolean;
}

/** Byte by byte as characters: a form may hold text and pictures at once, and what is no text must stay as it is. */
function redactBytes(bytes: Uint8Array, { essence, secrets, isField }: Hiding): Uint8Array {
  const known = secrets.flatMap(asInJson).map((secret) => Buffer.from(secret, "utf8").toString("latin1"));
  const before = latin1(bytes);
  let text = redactValue(before, known) as string;
  if (essence === "application/x-www-form-urlencoded") text = redactForm(text, isField);
  else if (essence === "multipart/form-data") text = redactJsonFields(redactParts(text, isField), isField);
  else if (hasFields(essence)) text = redactJsonFields(text, isField);
  return text === before ? bytes : Buffer.from(text, "latin1");
}

/** A secret as it is, and as JSON may write it; some write a slash as `\/`. */
const asInJson = (secret: string): string[] => {
  const quoted = JSON.stringify(secret).slice(1, -1);
  return [secret, quoted, quoted.replaceAll("/", "\\/")];
};
