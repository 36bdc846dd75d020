/** Lets the faults of a turn strike what is about to be sent: its headers now, its bytes when they go out. */
import { strikes, type Target, WRONG_TYPE } from "../scenario/damage.ts";
import type { Turn } from "./turn.ts";

export function strike(turn: Turn, target: Omit<Target, "mediaType">): void {
  const { faults, headers } = turn;
  if (faults.length === 0) return;
  const mediaType = headers["content-type"] ?? "";
  turn.striking = faults.filter((fault) => strikes(fault, { ...target, mediaType }));
  const wrong = faults.find((fault) => fault.kind === "wrong-content-type");
  // Other stages hold the headers as they should be.
  if (wrong !== undefined) turn.headers = { ...headers, "content-type": wrong.mediaType ?? WRONG_TYPE };
}
