/** Choices in the fragment of an address: never what was typed. */

/**
 * @param {string} hash
 * @param {Object<string, string[]>} known the values that each choice may have
 * @returns {Object<string, string>} only what is known
 */
export function readLink(hash, known) {
  const given = new URLSearchParams(hash.slice(1));
  const sound = Object.entries(known).filter(([name, values]) => values.includes(given.get(name)));
  return Object.fromEntries(sound.map(([name]) => [name, given.get(name)]));
}

/**
 * @param {string} hash
 * @param {string[]} known ids
 * @returns {string[]} those that the link picks
 */
export function readPicks(hash, known) {
  const ids = new URLSearchParams(hash.slice(1)).get('picks') ?? '';
  return [...new Set(ids.split('.'))].filter((id) => known.includes(id)).slice(0, 5);
}

/**
 * @param {Object<string, string>} choices those without a value are left out
 * @param {string[]} [picks]
 * @returns {string} `#moment=during&tone=bold`, or nothing
 */
export function writeLink(choices, picks = []) {
  const given = Object.entries({ ...choices, picks: picks.join('.') }).filter(([, value]) => value);
  return given.length ? `#${new URLSearchParams(given)}` : '';
}
