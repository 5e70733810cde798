/** The reader's ticks in this browser's storage: one key for the site, in all its languages. */

import { empty, merge, parse, tick } from './state.js';

/**
 * @typedef {''|'blocked'|'full'|'corrupt'|'newer'} Trouble  why something is not (or was not) saved
 */
export class Store extends EventTarget {
  /** @type {Trouble} */
  trouble = '';
  #key;
  #state = empty();

  /** @param {string} key */
  constructor(key) {
    super();
    this.#key = key;
    this.#read();
    addEventListener('storage', (event) => this.#follow(event));
    addEventListener('pageshow', (event) => event.persisted && this.#reread());
  }

  /** @param {string} id `<page path>#<id>` */
  isDone(id) {
    return this.#state.items[id]?.done ?? false;
  }

  /**
   * Tick or un-tick an item; what another tab wrote meanwhile is read first.
   * @param {string} id
   * @param {boolean} done
   */
  set(id, done) {
    const known = this.#read();
    this.#state = tick(this.#state, id, done, Date.now());
    if (known && this.trouble !== 'newer') this.#write();
    this.#changed();
  }

  /** Whether what is stored is known, or kept elsewhere: only then may it be written over. */
  #read() {
    try {
      const text = localStorage.getItem(this.#key);
      const { state, problem } = parse(text);
      if (problem === 'corrupt') setAside(`${this.#key}:unreadable`, text);
      if (problem) this.trouble = problem;
      this.#state = merge(this.#state, state);
      return true;
    } catch (error) {
      this.trouble = reason(error);
      return false;
    }
  }

  #write() {
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#state));
      if (this.trouble !== 'corrupt') this.trouble = '';
    } catch (error) {
      this.trouble = reason(error);
    }
  }

  #follow(event) {
    if (event.key === null) this.#state = empty();
    if (event.key === null || event.key === this.#key) this.#reread();
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

// Firefox has a name of its own for it; and where there is no storage at all, none is said.
const reason = (error) => (/quota/i.test(error.name) ? 'full' : 'blocked');
