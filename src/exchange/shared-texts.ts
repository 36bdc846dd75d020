/** Keeps one copy of texts that come again and again, such as the headers of one client. */

const MOST_TEXTS = 100;
/** Longer ones are seldom the same. */
const MOST_LENGTH = 2_000;

export function createSharedTexts(): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    if (text.length > MOST_LENGTH) return text;
    const known = texts.get(text);
    if (known !== undefined) return known;
    if (texts.size >= MOST_TEXTS) texts.clear();
    texts.set(text, text);
    return text;
  };
}
