/** Chance for how an answer is sent, which has no part in what it says. */
import { createRandom, hash, type Random } from "../lib/random.ts";
import type { Turn } from "./turn.ts";

/**
 * Drawn from the id of the exchange: the same in every run, and another draw for a client that tries again. Each purpose
 * has a sequence of its own.
 */
export const chanceOf = ({ headers }: Turn, purpose: "ordered faults" | "scripted faults" | "pace"): Random =>
  createRandom(hash(purpose, hash(headers["x-request-id"] ?? "")));
