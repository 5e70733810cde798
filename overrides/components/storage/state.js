/** What is kept of a reader's ticks, as pure functions over plain values. */

export const VERSION = 1;

/**
 * @typedef {{done: boolean, at: number}} Tick  `at`: milliseconds since 1970, never going back
 * @typedef {{version: number, items: Object<string, Tick>}} State  keys: `<page path>#<id>`
 */

/** @returns {State} */
export const empty = () => ({ version: VERSION, items: {} });

/**
 * Read a stored text.
 * @param {?string} text
 * @returns {{state: State, problem: ''|'corrupt'|'newer'}} what cannot be read leaves an empty state
 */
export function parse(text) {
  if (text === null) return { state: empty(), problem: '' };
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return { state: empty(), problem: 'corrupt' };
  }
  if (Number.isInteger(value?.version) && value.version > VERSION) return { state: empty(), problem: 'newer' };
  const sound = value?.version === VERSION && isRecord(value.items) && Object.values(value.items).every(isTick);
  return sound ? { state: value, problem: '' } : { state: empty(), problem: 'corrupt' };
}

/**
 * The state with one more tick; an un-tick is a tick too. Its stamp is later than every other,
 * even after the clock was set back.
 * @param {State} state
 * @param {string} id
 * @param {boolean} done
 * @param {number} now
 * @returns {State}
 */
export function tick(state, id, done, now) {
  const stamps = Object.values(state.items).map((item) => item.at);
  const at = Math.max(now, ...stamps.map((stamp) => stamp + 1));
  return { ...state, items: { ...state.items, [id]: { ...state.items[id], done, at } } };
}

/**
 * Two states as one: the newest of each item wins, and ties go to the same side on every device.
 * @param {State} one
 * @param {State} other
 * @returns {State}
 */
export function merge(one, other) {
  const items = { __proto__: null, ...one.items };
  for (const [id, item] of Object.entries(other.items)) {
    if (!(id in items) || newer(item, items[id])) items[id] = item;
  }
  return { ...one, items };
}

function newer(one, other) {
  return one.at === other.at ? JSON.stringify(one) > JSON.stringify(other) : one.at > other.at;
}

function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTick(value) {
  return isRecord(value) && typeof value.done === 'boolean' && Number.isFinite(value.at);
}
