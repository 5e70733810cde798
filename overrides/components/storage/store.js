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

  /** Whether ticks are kept after this visit. */
  get saves() {
    return this.trouble === '' || this.trouble === 'corrupt';
  }

  /**
   * Tick or un-tick an item; what another tab wrote meanwhile is read first.
   * @param {string} id
   * @param {boolean} done
   */
  set(id, done) {
    this.#read();
    this.#state = tick(this.#state, id, done, Date.now());
    if (this.trouble !== 'newer') this.#write();
    this.#changed();
  }

  #read() {
    try {
      const text = localStorage.getItem(this.#key);
      const { state, problem } = parse(text);
      if (problem === 'corrupt') localStorage.setItem(`${this.#key}:unreadable`, text);
      if (problem) this.trouble = problem;
      this.#state = merge(this.#state, state);
    } catch {
      this.trouble = 'blocked';
    }
  }

  #write() {
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#state));
      if (this.trouble !== 'corrupt') this.trouble = '';
    } catch (error) {
      this.trouble = error.name === 'SecurityError' ? 'blocked' : 'full';
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
