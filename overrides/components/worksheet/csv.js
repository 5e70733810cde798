/** Tables for a spreadsheet (RFC 4180). */

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises
 * against CSV injection; the mark at the start tells Excel that the text is UTF-8.
 * @param {string[][]} rows
 * @returns {string}
 */
export function toCsv(rows) {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text) {
  // Also after what separates cells elsewhere: a French spreadsheet splits at semicolons.
  const safe = text.replace(/(^|[;,\t\n"])(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g, "$1'");
  return `"${safe.replace(/"/g, '""')}"`;
}
