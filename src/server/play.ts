/**
 * Gives steps to a socket at the time they are due. Times are counted from the beginning and not from one another, so
 * that nothing drifts; a slow reader is waited for, and one that leaves costs nothing from then on.
 */
import type { ServerResponse } from "node:http";
import type { Clock } from "../lib/clock.ts";
import type { PlayStep } from "../scenario/script.ts";
import { encode, encodeComment } from "../sse/encode.ts";

export interface PlayOptions {
  clock: Clock;
  /** Milliseconds of silence after which a comment keeps the connection alive. Never by default. */
  keepAliveMs?: number | undefined;
  /** When it all began, in `elapsed` of the clock. Now by default. */
  beganMs?: number | undefined;
}

/** Events that are due together go out in writes of about this size, so that a slow reader fills no memory. */
const WRITE_CHARACTERS = 32_768;

const COMMENT = encodeComment("keep-alive");

/** Returns at once. The reply ends with the last step, or when its client is gone. */
export function play(
  steps: Iterable<PlayStep>,
  response: ServerResponse,
  { clock, keepAliveMs, beganMs = clock.elapsed() }: PlayOptions,
): void {
  const iterator = steps[Symbol.iterator]();
  /** When the next step is due, in milliseconds since the beginning. */
  let due = 0;
  let lastWrite = 0;
  let pending = "";
  let cancel: (() => void) | undefined;

  const now = () => clock.elapsed() - beganMs;

  /** False when the reader has to catch up first. */
  const write = (text: string | Uint8Array): boolean => {
    lastWrite = now();
    return response.write(text);
  };
  const flush = (): boolean => {
    const text = pending;
    pending = "";
    return text === "" || write(text);
  };

  const wake = (at: number, then: () => void): void => {
    cancel = clock.after(at - now(), () => {
      cancel = undefined;
      then();
    });
  };

  const rest = (): void => {
    const comment = keepAliveMs === undefined ? Number.POSITIVE_INFINITY : lastWrite + keepAliveMs;
    if (due <= comment) wake(due, run);
    else {
      wake(comment, () => {
        if (response.writableNeedDrain || write(COMMENT)) rest();
        else response.once("drain", rest);
      });
    }
  };

  const run = (): void => {
    while (!response.destroyed) {
      if (now() < due) {
        if (flush()) rest();
        else response.once("drain", run);
        return;
      }
      const { done, value: step } = iterator.next();
      if (done === true) return void response.end(pending);
      switch (step.kind) {
        case "event":
          pending += encode(step.event);
          break;
        case "raw":
          flush();
          if (!write(step.text)) return void response.once("drain", run);
          break;
        case "wait":
          due += step.ms;
          break;
        case "silence":
          flush();
          if (step.ms === undefined) return;
          due += step.ms;
          wake(due, run);
          return;
        case "close":
          flush();
          closeConnection(response);
          return;
        default:
          step satisfies never;
      }
      if (pending.length >= WRITE_CHARACTERS && !flush()) return void response.once("drain", run);
    }
  };

  response.once("close", () => {
    cancel?.();
    response.removeListener("drain", run);
    response.removeListener("drain", rest);
  });
  run();
}

/** What was written still arrives; nothing tells the client that more was to come. */
export const closeConnection = (response: ServerResponse): void => {
  if (response.socket) response.socket.destroySoon();
  else response.destroy();
};
