/** What a family of replies knows of itself, so that a scenario can put its words over one. */
import type { Call } from "../behaviour.ts";
import type { Said } from "./said.ts";

/** A reply may lack anything that a scenario has replaced. */
export interface Override<Reply> {
  /** The reply with these words in place of its own. */
  say(reply: Reply, said: Said, call: Call): Reply;
  /** The reply with what its parts lack when only something of them was said, and what repeats them brought into line. */
  complete(reply: Reply, call: Call): Reply;
  /** The reply with the usage that its words have. */
  recount(reply: Reply, call: Call): Reply;
}
