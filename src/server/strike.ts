/** Lets the faults of a turn strike what is about to be sent: its headers now, its bytes when they go out. */
import { essenceOf, isJson } from "../lib/media-type.ts";
import { strikes, type Target, WRONG_TYPE } from "../scenario/damage.ts";
import { changesMessage, rulesBrokenBy } from "../scenario/fault.ts";
import type { Turn } from "./turn.ts";

/**
 * Puts into `turn.broken` what breaks with them.
 *
 * @param findLaws The laws that what goes out breaks: asked only where it is not what was meant. The list may still grow.
 */
export function strike(turn: Turn, target: Omit<Target, "mediaType">, findLaws?: () => string[]): void {
  const { faults, headers } = turn;
  if (faults.length === 0) return;
  const mediaType = headers["content-type"] ?? "";
  const presentation = target.events !== undefined ? "stream" : isJson(essenceOf(mediaType)) ? "json" : "other";
  const striking = faults.filter((fault) => changesMessage(fault) && strikes(fault, { ...target, mediaType }));
  const wrong = faults.find((fault) => fault.kind === "wrong-content-type");
  // Other stages hold the headers as they should be.
  if (wrong !== undefined) turn.headers = { ...headers, "content-type": wrong.mediaType ?? WRONG_TYPE };
  turn.broken = striking.length === 0 ? [] : (findLaws?.() ?? []);
  turn.broken.unshift(...new Set(striking.flatMap((fault) => rulesBrokenBy(fault, presentation))));
}
