/** The reader's own things in this browser's storage: one key for the site, in all its languages. */

import { change, empty, merge, parse, rename, valueOf } from './state.js';

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
  /** A site at `/` has `rebond:/`, which another's `rebond:/guide/` begins with too. */
  #owns = (name) => name === this.#key || name.startsWith(`${this.#key}:`);

  /**
   * @param {string} key
   * @param {Map<string, string>} [renamed] former addresses, see state.js
   */
  constructor(key, renamed = new Map()) {
    super();
    this.#key = key;
    this.#renamed = renamed;
    this.#read();
    addEventListener('storage', (event) => this.#follow(event));
    addEventListener('pageshow', (event) => event.persisted && this.#reread());
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
    const known = this.#read();
    const before = {};
    if (this.trouble !== 'newer') {
      for (const address of Object.keys(values)) before[address] = this.get(address);
      this.#state = change(this.#state, values, Date.now());
      if (known && this.trouble !== 'visit') this.#write();
    }
    this.#changed();
    return before;
  }

  /** From now on keep everything in memory, until the reader leaves this page. */
  keepForVisit() {
    attempt(() => sessionStorage.setItem(`${this.#key}:visit`, 'yes'));
    attempt(() => localStorage.removeItem(this.#key));
    this.#stored = false;
    this.trouble = 'visit';
    this.#changed();
  }

  /** Remove all that this site has ever stored here, and what other tabs have in memory. */
  erase() {
    this.#forget();
    // Written to be removed: tabs that store nothing hear of it as well.
    attempt(() => localStorage.setItem(`${this.#key}:erased`, 'yes'));
    for (const name of ['localStorage', 'sessionStorage']) {
      attempt(() => Object.keys(window[name]).filter(this.#owns).forEach((key) => window[name].removeItem(key)));
    }
    window.caches?.keys().then((names) => names.filter(this.#owns).forEach((name) => caches.delete(name)));
    this.#changed();
  }

  /** @returns {string[]} texts that could not be read and were set aside */
  get unreadable() {
    const isAside = ([key]) => key.startsWith(`${this.#key}:unreadable`);
    return attempt(() => Object.entries(localStorage).filter(isAside).map(([, text]) => text)) ?? [];
  }

  /** Whether what is stored is known, or kept elsewhere: only then may it be written over. */
  #read() {
    if (attempt(() => sessionStorage.getItem(`${this.#key}:visit`))) {
      this.trouble = 'visit';
      return true;
    }
    try {
      const text = localStorage.getItem(this.#key);
      // Whoever removed it wanted it gone.
      if (text === null && this.#stored) this.#forget();
      const { state, problem } = parse(text);
      if (problem === 'corrupt') setAside(`${this.#key}:unreadable`, text);
      if (problem || this.trouble === 'newer') this.trouble = problem;
      this.#state = rename(merge(this.#state, state), this.#renamed);
      this.#stored = text !== null;
      return true;
    } catch (error) {
      this.trouble = reason(error);
      return false;
    }
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
    if (key !== null && !this.#owns(key)) return;
    if (key === null || key === `${this.#key}:erased`) this.#forget();
    this.#reread();
  }

  #forget() {
    this.#state = empty();
    this.#stored = false;
    this.isNew = false;
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
