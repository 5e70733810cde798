/** Search in a few pages, as pure functions: whole text, any script, accents optional. */

/** @typedef {{url: string, page: string, title: string, text: string}} Entry */

/**
 * A text as it is compared: no case, no accents or vowel marks, one width of characters.
 * @param {string} text
 */
export function fold(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/’/g, "'");
}

/**
 * The entries in which each of the words stands, best first: titles count more than text.
 * Parts of words match, so that languages without spaces, endings and compounds are found too.
 * @param {Entry[]} entries
 * @param {string} query
 * @param {number} [most]
 * @returns {Entry[]}
 */
export function find(entries, query, most = 12) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return entries
    .map((entry) => ({ entry, score: score(entry, words) }))
    .filter((one) => one.score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map((one) => one.entry);
}

function score(entry, words) {
  const title = fold(entry.title);
  const text = `${title} ${fold(entry.page)} ${fold(entry.text)}`;
  if (!words.every((word) => text.includes(word))) return 0;
  return 1 + words.filter((word) => title.includes(word)).length * 10;
}

/**
 * The part of a text around the first of the words.
 * @param {string} text
 * @param {string} query
 * @param {number} [length] in UTF-16 units
 */
export function excerpt(text, query, length = 120) {
  const word = fold(query).split(/\s+/).find(Boolean) ?? '';
  const found = unfolded(text, fold(text).indexOf(word));
  const from = found < length / 2 ? 0 : beginning(text, Math.floor(found - length / 3), length / 6);
  const part = text.slice(from, from + length).replace(HALVES, '').trim();
  return (from > 0 ? '…' : '') + part + (from + length < text.length ? '…' : '');
}

// Half a character, or a mark without its letter, where a text was cut.
const HALVES = /^[\p{M}\p{Cs}]+|\p{Cs}+$/gu;

/** The position in a text of a position in the folded text: marks go, and `…` becomes three. */
function unfolded(text, position) {
  let at = 0;
  for (let passed = 0; passed < position; ) {
    const letter = String.fromCodePoint(text.codePointAt(at));
    passed += fold(letter).length;
    at += letter.length;
  }
  return at;
}

/** The beginning of a word not far before a position; where there are no spaces, the position. */
function beginning(text, position, far) {
  const word = text.lastIndexOf(' ', position) + 1;
  return position - word < far ? word : position;
}
