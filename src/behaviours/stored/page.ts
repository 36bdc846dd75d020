/** One page of a list, by cursor: it begins behind the entry that the caller saw last. */

export interface PageOptions<Entry> {
  /** The id of the last entry of the page before. Left out or empty, the page is the first one. */
  after?: string | undefined;
  /** 20 by default; 0 is an empty page that still tells whether there is more. */
  limit?: number | undefined;
  /** Which entries are listed. `after` may name one that is not. */
  isListed?: (entry: Entry) => boolean;
}

export interface Page<Entry> {
  object: "list";
  data: Entry[];
  /** Empty, like `last_id`, when there is no entry. */
  first_id: string;
  last_id: string;
  has_more: boolean;
}

/** The page, or undefined when no entry has the id `after`. */
export async function pageOf<Entry extends { id: string }>(
  entries: Iterable<Entry> | AsyncIterable<Entry>,
  { after = "", limit = 20, isListed = () => true }: PageOptions<Entry>,
): Promise<Page<Entry> | undefined> {
  const data: Entry[] = [];
  let isBehind = after === "";
  let hasMore = false;
  for await (const entry of entries) {
    if (!isBehind) {
      isBehind = entry.id === after;
    } else if (isListed(entry)) {
      hasMore = data.length === limit;
      if (hasMore) break;
      data.push(entry);
    }
  }
  if (!isBehind) return undefined;
  return { object: "list", data, first_id: data[0]?.id ?? "", last_id: data.at(-1)?.id ?? "", has_more: hasMore };
}
