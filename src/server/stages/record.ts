/** Opens the turn and gives it its fixed headers; what every later stage writes goes into it. */
import type { Clock } from "../../lib/clock.ts";
import { openTurn, type Stage } from "../turn.ts";

/** The `Date` header follows the twin's clock, so that two runs send the same bytes. */
export function record(clock: Clock): Stage {
  let second = -1;
  let date = "";
  return function record(request, response, next) {
    const turn = openTurn(request);
    const now = Math.floor(clock.now() / 1000);
    if (now !== second) {
      second = now;
      date = new Date(now * 1000).toUTCString();
    }
    response.sendDate = false;
    turn.headers.date = date;
    next();
  };
}
