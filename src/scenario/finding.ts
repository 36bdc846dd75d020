/** What is wrong with a scenario, and where: what loading, linting and the control API all report. */

export interface Finding {
  /** The file, or how code or a request gave the scenario, such as `scenarios[0]`. */
  source: string;
  /** From 1; absent where there is no text. */
  line?: number;
  column?: number;
  /** JSON pointer into the scenario. */
  pointer: string;
  /**
   * `unreadable`, `schema`, `match`, `outcome`, `name`, `tie`, or the id of the law that an outcome would break.
   */
  rule: string;
  message: string;
}

/** `file:line:column message`, as terminals and editors make links of it. */
export const tell = ({ source, line, column, pointer, message, rule }: Finding): string =>
  `${source}${line === undefined ? "" : `:${line}:${column}`} ${message} [${rule}${pointer === "" ? "" : ` at ${pointer}`}]`;
