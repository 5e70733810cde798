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
  const line = text.replace(/\r\n?|\n/g, '\n');
  const safe = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\n]/.test(line) ? `'${line}` : line;
  return `"${safe.replace(/"/g, '""')}"`;
}
