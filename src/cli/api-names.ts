/** The value of `--api`: names of APIs with commas between them. */
export const apiNames = (text: string): string[] => text.split(",").map((name) => name.trim());
