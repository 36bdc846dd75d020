/** Finds the operation: 404 names the nearest path, 405 lists the methods in `Allow`. */

import type { Match } from "../../contract/match.ts";
import { problem } from "../../contract/problem.ts";
import { Refusal } from "../refusal.ts";
import { type Stage, turnOf } from "../turn.ts";

export function route(match: Match): Stage {
  return function route(request, _response, next) {
    const turn = turnOf(request);
    const method = request.method ?? "GET";
    const found = match(method, turn.path);
    switch (found.kind) {
      case "found":
        turn.operation = found.operation;
        turn.pathParameters = found.params;
        return next();
      case "wrong-method": {
        turn.operation = found.operation;
        const allow = found.allow.join(", ");
        const message = `${turn.path} does not answer ${method}. It answers ${allow}.`;
        return next(new Refusal(problem(405, "method_not_allowed", message, { headers: { allow } })));
      }
      case "unknown-path": {
        turn.operation = found.neighbour;
        const known = found.near ?? found.neighbour?.path;
        const hint =
          known === undefined ? "" : found.near ? ` Did you mean ${known}?` : ` A path of this server is ${known}.`;
        return next(new Refusal(problem(404, "unknown_path", `Nothing is at ${turn.path.slice(0, 200)}.${hint}`)));
      }
      default:
        found satisfies never;
    }
  };
}
