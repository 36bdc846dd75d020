/**
 * What trips a category: plain words, so that a test can provoke `flagged: true` on purpose. Whole words only, whatever
 * their case: `skill` kills nobody.
 */
import type { components } from "../../../generated/schema.d.ts";

export type Category = keyof components["schemas"]["ModerationCategories"];

/** For each category the phrases that trip it. A phrase may trip several. */
export const PHRASES: Readonly<Record<Category, RegExp>> = {
  harassment: words("idiot|moron|loser|worthless|pathetic|shut up|you(?:'re| are) stupid|nobody likes you"),
  "harassment/threatening": words("i(?:'ll| will| am going to) (?:kill|hurt|find|beat) you|you(?:'ll| will) regret"),
  hate: words(
    "i hate (?:all )?(?:women|men|jews|muslims|christians|immigrants|gays|foreigners)|subhuman|inferior race",
  ),
  "hate/threatening": words("(?:kill|exterminate|deport|burn) (?:all|every) (?:\\w+ )?\\w+s|ethnic cleansing"),
  illicit: words(
    "shoplift(?:ing)?|steal a car|pick a lock|launder money|(?:buy|sell|smuggle) (?:\\w+ )?(?:drugs|cocaine|heroin|meth|weapons)|cook meth|forge (?:a )?passports?",
  ),
  "illicit/violent": words("(?:build|make) a (?:\\w+ )?bomb|hire a hitman|make explosives"),
  "self-harm": words("suicide|kill myself|hurt myself|cut(?:ting)? myself|self[- ]harm|end my life"),
  "self-harm/intent": words("i (?:want|am going|plan) to (?:kill|hurt|cut) myself|i want to die|end my life"),
  "self-harm/instructions": words("how (?:to|do i|can i) (?:kill|hurt|cut) (?:myself|yourself)|how to commit suicide"),
  sexual: words("porn(?:ography)?|explicit sex|sex scene|erotic|nude|rap(?:e|ed|ing|ist)"),
  "sexual/minors": words("child porn(?:ography)?|sexual(?:ly)? (?:\\w+ )?(?:children|minors?)"),
  violence: words(
    "kill(?:s|ed|ing)?|murder(?:s|ed|ing)?|stab(?:s|bed|bing)?|shoot(?:ing)?|rap(?:e|ed|ing|ist)|bomb(?:s|ing)?|massacre|behead",
  ),
  "violence/graphic": words(
    "gore|dismember(?:ed)?|behead(?:ed|ing)?|disembowel(?:led)?|blood everywhere|guts spill(?:ed|ing)?",
  ),
};

export const CATEGORIES = Object.keys(PHRASES) as readonly Category[];

function words(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, "iu");
}
