/** From measurements to ratios, and from ratios to a table a person can read. */

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Every number relative to that of `base`; undefined where either is missing. */
export const relative = (values, base) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value === undefined || !values[base] ? undefined : value / values[base],
    ]),
  );

const cell = (ratio) => (ratio === undefined ? "–" : ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2));

/** Rows by name, one column of ratios each. */
export function render(columns) {
  const names = [...new Set(Object.values(columns).flatMap(Object.keys))];
  const rows = [
    ["", ...Object.keys(columns)],
    ...names.map((name) => [name, ...Object.values(columns).map((column) => cell(column[name]))]),
  ];
  const widths = rows[0].map((_, index) => Math.max(...rows.map((row) => row[index].length)));
  return rows
    .map((row) =>
      row.map((text, index) => (index === 0 ? text.padEnd(widths[0]) : text.padStart(widths[index]))).join("  "),
    )
    .join("\n");
}
