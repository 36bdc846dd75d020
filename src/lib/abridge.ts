/** A JSON text cut short so that it still reads as one: what is open at the cut is closed. */

/** The text itself when it is short enough; else its beginning, an ellipsis, and the quotes and brackets that it owes. */
export function abridge(json: string, most: number): string {
  if (json.length <= most) return json;
  const open: string[] = [];
  let isInText = false;
  let end = 0;
  for (; end < most; end++) {
    const char = json[end] as string;
    if (isInText && char === "\\") end++;
    else if (char === '"') isInText = !isInText;
    else if (!isInText && (char === "{" || char === "[")) open.push(char === "{" ? "}" : "]");
    else if (!isInText && (char === "}" || char === "]")) open.pop();
  }
  return `${json.slice(0, end)}…${isInText ? '"' : ""}${open.reverse().join("")}`;
}
