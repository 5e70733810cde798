/** What a reader keeps on this site, as pure functions over plain values. */

export const VERSION = 2;

/**
 * One flat map for all that is kept, so that merging needs to know of no kind of entry.
 *
 * @typedef {{is: string, at: number}} Entry  `is`: what it is now, '' for nothing any more;
 *   `at`: milliseconds since 1970, never going back
 * @typedef {{version: number, entries: Object<string, Entry>}} State  keyed by address:
 *   `<page path>#<id>` an item (`done` or `aside`), `…:star` a question, `…:note` a note,
 *   `…:<row>:<column>` a cell; `own:<id>` an item of the reader's, `own:<id>:tick` its tick;
 *   `start` the first day of the plan
 */

/** @returns {State} */
export const empty = () => ({ version: VERSION, entries: { __proto__: null } });

/** @returns {string} what stands at an address, '' for nothing */
export const valueOf = (state, address) => state.entries[address]?.is ?? '';

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
  return read(value);
}

/** The same for a text that has been parsed already. */
export function read(value) {
  if (Number.isInteger(value?.version) && value.version > VERSION) return { state: empty(), problem: 'newer' };
  const given = migrate(value);
  if (!isRecord(given) || !Object.values(given).every(isEntry)) return { state: empty(), problem: 'corrupt' };
  const state = empty();
  for (const [address, { is, at }] of Object.entries(given)) state.entries[address] = { is, at: tame(at) };
  return { state, problem: '' };
}

/** The entries of any version; the first knew ticks only. */
function migrate(value) {
  if (value?.version !== 1) return value?.version === VERSION && value.entries;
  if (!isRecord(value.items)) return null;
  const is = { true: 'done', false: '' };
  return Object.fromEntries(
    Object.entries(value.items).map(([address, item]) => [address, { is: is[JSON.stringify(item?.done)], at: item?.at }]),
  );
}

/**
 * The state with other values at some addresses. Their stamp is later than every other, even
 * after the clock was set back.
 * @param {State} state
 * @param {Object<string, string>} values
 * @param {number} now
 * @returns {State}
 */
export function change(state, values, now) {
  const at = Object.values(state.entries).reduce((latest, entry) => Math.max(latest, entry.at + 1), now);
  const entries = { __proto__: null, ...state.entries };
  for (const [address, is] of Object.entries(values)) entries[address] = { is, at };
  return { ...state, entries };
}

/**
 * Two states as one: the newest of each entry wins, and ties go to the same side on every device.
 * @param {State} one
 * @param {State} other
 * @returns {State}
 */
export function merge(one, other) {
  return gather([...Object.entries(one.entries), ...Object.entries(other.entries)]);
}

/** The values that make of one state the other, by address. */
export function difference(state, wanted) {
  const all = Object.keys({ ...state.entries, ...wanted.entries });
  const changed = all.filter((address) => valueOf(state, address) !== valueOf(wanted, address));
  return Object.fromEntries(changed.map((address) => [address, valueOf(wanted, address)]));
}

/**
 * The state after ids and pages were renamed: what stood under the former address follows.
 * @param {State} state
 * @param {Map<string, string>} renamed former `<page path>` or `<page path>#<id>` -> present one
 * @returns {State}
 */
export function rename(state, renamed) {
  return gather(Object.entries(state.entries).map(([address, entry]) => [present(address, renamed), entry]));
}

function present(address, renamed) {
  const [, page, id, rest] = /^([^#:]*)#([^:]*)(.*)$/s.exec(address) ?? [];
  if (page === undefined) return address;
  const place = `${renamed.get(page) ?? page}#${id}`;
  return (renamed.get(place) ?? place) + rest;
}

function gather(all) {
  const { version, entries } = empty();
  for (const [address, entry] of all) {
    if (!(address in entries) || newer(entry, entries[address])) entries[address] = entry;
  }
  return { version, entries };
}

function newer(one, other) {
  return one.at === other.at ? one.is > other.is : one.at > other.at;
}

/** A stamp so great that none could follow it exactly is set to one that leaves room. */
const tame = (at) => (at > 8e15 ? 4e15 : at);

export function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntry(value) {
  return isRecord(value) && typeof value.is === 'string' && Number.isFinite(value.at);
}
