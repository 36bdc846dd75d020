/** A source for a text: a link at its end and where it stands. The pages are of example.com, which nobody owns. */

import type { components } from "../../../generated/schema.d.ts";

export type Citation = components["schemas"]["UrlCitation"]["url_citation"];

/** The text with a link after it, as `([title](url))`. */
export function cite(text: string, topic: string): { text: string; citation: Citation } {
  const slug = topic
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const url = `https://example.com/${slug || "search"}`;
  const title = `Example: ${topic}`;
  const cited = `${text} ([${title}](${url}))`;
  return { text: cited, citation: { start_index: text.length + 1, end_index: cited.length, url, title } };
}
