/** The reader's own things in this browser's storage: one key for the site, in all its languages. */

import { change, difference, empty, merge, parse, rename, valueOf } from './state.js';

/**
 * @typedef {''|'blocked'|'full'|'corrupt'|'newer'|'visit'} Trouble  why something is not (or was
 *   not) saved; `visit` because the reader wants it so
 */
export class Store extends EventTarget {
  /** @type {Trouble} */
  trouble = '';
  /** Whether this page has just saved the first thing of all. */
  isNew = false;
  #key;
  #renamed;
  #state = empty();
  #stored = false;
  #visit;
  /** A site at `/` has `rebond:/`, which another's `rebond:/guide/` begins with too. */
  #owns = (name) => name === this.#key || name.startsWith(`${this.#key}:`);

  /**
   * @param {string} key
   * @param {Map<string, string>} [renamed] former addresses, see state.js
   */
  constructor(key, renamed = new Map()) {
    super();
    this.#key = key;
    this.#visit = `${key}:visit`;
    this.#renamed = renamed;
    this.#read();
    addEventListener('storage', (event) => this.#follow(event));
    addEventListener('pageshow', ({ persisted }) => persisted && this.#comeBack());
  }

  /** @returns {import('./state.js').State} all that is kept; not to be changed */
  get state() {
    return this.#state;
  }

  /** @param {string} address see state.js */
  get(address) {
    return valueOf(this.#state, address);
  }

  /**
   * Set some addresses to other values; what another tab wrote meanwhile is read first.
   * @param {Object<string, string>} values
   * @returns {Object<string, string>} the values before, with which the change can be undone
   */
  change(values) {
    return this.#replace(() => change(this.#state, values, Date.now()));
  }

  /** Take in what was kept elsewhere: of each thing the newest stays. The same is returned. */
  merge(state) {
    return this.#replace(() => rename(merge(this.#state, state), this.#renamed));
  }

  /** From now on keep everything in memory, until the reader leaves this page; or store it after all. */
  keepForVisit(visit = true) {
    attempt(() => sessionStorage.setItem(this.#visit, visit ? 'yes' : ''));
    attempt(() => visit && localStorage.removeItem(this.#key));
    this.#stored = false;
    this.trouble = visit ? 'visit' : '';
    this.change({});
  }

  /**
   * Remove all that this site has ever stored here, and what other tabs have in memory. That
   * nothing is to be kept on this visit stays true: the browser forgets it with the tab.
   */
  erase() {
    this.#forget();
    // Written to be removed: tabs that store nothing hear of it as well.
    attempt(() => localStorage.setItem(`${this.#key}:erased`, 'yes'));
    attempt(() => Object.keys(localStorage).filter(this.#owns).forEach((key) => localStorage.removeItem(key)));
    attempt(() => caches.keys().then((names) => names.filter(this.#owns).forEach((name) => caches.delete(name)), () => {}));
    this.#reread();
    this.dispatchEvent(new Event('erased'));
  }

  /** @returns {string[]} texts that could not be read and were set aside */
  get unreadable() {
    const isAside = ([key]) => key.startsWith(`${this.#key}:unreadable`);
    return attempt(() => Object.entries(localStorage).filter(isAside).map(([, text]) => text)) ?? [];
  }

  /** Whether what is stored is known, or kept elsewhere: only then may it be written over. */
  #read() {
    if (attempt(() => sessionStorage.getItem(this.#visit))) {
      this.trouble = 'visit';
      return true;
    }
    try {
      const text = localStorage.getItem(this.#key);
      const { state, problem } = parse(text);
      // Whoever removed what was there wanted it gone.
      if (this.#stored && text === null) this.#forget();
      if (problem === 'corrupt') setAside(`${this.#key}:unreadable`, text);
      if (problem || this.trouble === 'newer') this.trouble = problem;
      this.#state = rename(merge(state, this.#state), this.#renamed);
      this.#stored = text !== null;
      return true;
    } catch (error) {
      this.trouble = reason(error);
      return false;
    }
  }

  /** @returns the values before, where they are others now */
  #replace(make) {
    const known = this.#read();
    const before = this.#state;
    if (this.trouble !== 'newer') {
      this.#state = make();
      if (known && this.trouble !== 'visit') this.#write();
    }
    const values = difference(this.#state, before);
    this.#changed();
    return values;
  }

  #write() {
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#state));
      this.isNew ||= !this.#stored;
      this.#stored = true;
      if (this.trouble !== 'corrupt') this.trouble = '';
    } catch (error) {
      this.trouble = reason(error);
    }
  }

  #follow({ key }) {
    const erased = key === null || key === `${this.#key}:erased`;
    if (!erased && key !== this.#key) return;
    if (erased) this.#forget();
    this.#reread();
    if (erased) this.dispatchEvent(new Event('erased'));
  }

  /** The page slept: what it had stored may have been erased meanwhile. */
  #comeBack() {
    if (!this.trouble) this.#forget();
    this.#reread();
  }

  #forget() {
    this.#state = empty();
    this.#stored = this.isNew = false;
    if (this.trouble !== 'blocked') this.trouble = '';
  }

  #reread() {
    this.#read();
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

/** Keep a text under a key of its own, beside what was set aside before. */
function setAside(key, text) {
  let free = key;
  for (let n = 2; ![null, text].includes(localStorage.getItem(free)); n += 1) free = `${key}-${n}`;
  localStorage.setItem(free, text);
}

function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

// Firefox has a name of its own for it; and where there is no storage at all, none is said.
const reason = (error) => (/quota/i.test(error.name) ? 'full' : 'blocked');
