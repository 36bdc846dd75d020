/** Asks for the credentials that the operation documents. Any key will do, as long as there is one. */
import type { IncomingMessage } from "node:http";
import type { CredentialOutline } from "../../contract/outline.ts";
import { problem } from "../../contract/problem.ts";
import { Refusal } from "../refusal.ts";
import { type Stage, type Turn, turnOf } from "../turn.ts";

export const authenticate: Stage = function authenticate(request, _response, next) {
  const turn = turnOf(request);
  const alternatives = turn.operation?.security ?? [];
  if (alternatives.length === 0) return next();
  for (const needed of alternatives) {
    const secrets = needed.map((credential) => read(credential, request, turn));
    if (secrets.every((secret) => secret !== undefined)) {
      turn.token = secrets.join(" ");
      return next();
    }
  }
  const [first] = alternatives.flat();
  const challenge = first?.kind === "basic" ? 'Basic realm="gatetwin"' : "Bearer";
  next(
    new Refusal(problem(401, "missing_api_key", hint(first, request), { headers: { "www-authenticate": challenge } })),
  );
};

/** The secret a request carries for a credential; undefined when it is missing, empty or of another scheme. */
function read({ kind, in: place, name }: CredentialOutline, request: IncomingMessage, turn: Turn): string | undefined {
  if (kind === "apiKey") {
    const header = request.headers[name.toLowerCase()];
    const value = place === "query" ? turn.query.get(name) : place === "header" ? header : cookie(request, name);
    return typeof value === "string" && value.trim() !== "" ? value : undefined;
  }
  const [, scheme, secret] = /^(\S+)\s+(\S.*)$/.exec(request.headers.authorization ?? "") ?? [];
  return scheme?.toLowerCase() === kind ? secret?.trim() : undefined;
}

const cookie = (request: IncomingMessage, name: string): string | undefined =>
  request.headers.cookie
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

function hint(credential: CredentialOutline | undefined, request: IncomingMessage): string {
  if (credential?.kind === "apiKey")
    return `No API key was sent. Send it in the ${credential.in} parameter ${credential.name}.`;
  const wanted = credential?.kind === "basic" ? "Basic <credentials>" : "Bearer <key>";
  const sent = request.headers.authorization;
  if (sent === undefined) return `No API key was sent. Send it as "Authorization: ${wanted}".`;
  const [scheme] = sent.split(/\s/, 1);
  const isRight = scheme?.toLowerCase() === credential?.kind;
  return isRight
    ? `The API key is empty. Send it as "Authorization: ${wanted}".`
    : `The key came in the wrong scheme. Send it as "Authorization: ${wanted}".`;
}
