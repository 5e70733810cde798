/** Checklists: ticks kept in this browser, the same in every language, and what is left. */

import { Store } from '../storage/store.js';

const { store: key, page } = document.body.dataset;
const store = new Store(key);

class Checklist extends HTMLElement {
  #boxes;
  #progress = null;

  connectedCallback() {
    this.#boxes = [...this.querySelectorAll('.checklist__box')];
    if (this.dataset.progress !== 'none') this.#addProgress();
    this.addEventListener('change', (event) => this.#tick(event.target));
    store.addEventListener('change', () => this.#show());
    this.#show();
  }

  #addProgress() {
    const chrome = document.getElementById('checklist-progress').content.cloneNode(true);
    this.#progress = chrome.querySelector('progress');
    this.#progress.max = this.#boxes.length;
    this.#progress.setAttribute('aria-labelledby', this.dataset.list);
    this.prepend(chrome);
  }

  #tick(box) {
    store.set(`${page}#${box.id}`, box.checked);
    if (this.#progress) announce(this.#summary());
  }

  #show() {
    for (const box of this.#boxes) {
      box.checked = store.isDone(`${page}#${box.id}`);
      box.closest('.checklist__item').classList.toggle('checklist__item--done', box.checked);
    }
    if (!this.#progress) return;
    this.#progress.value = this.#done;
    this.querySelector('.checklist-progress__text').replaceChildren(...this.#summary());
  }

  get #done() {
    return this.#boxes.filter((box) => box.checked).length;
  }

  /** Both whole messages, done and left, each with its own language mark if it has one. */
  #summary() {
    const done = message('done', this.#done);
    const left = message('left', this.#boxes.length - this.#done);
    return [done, ' · ', left];
  }
}

function message(kind, count) {
  const all = document.getElementById('checklist-counts').content;
  return all.querySelector(`[data-${kind}="${count}"]`).cloneNode(true);
}

/** Said after the reader's own action only: never on load, never for another tab. */
function announce(nodes) {
  document.getElementById('checklist-status').replaceChildren(...nodes);
}

function showTrouble() {
  const notices = document.querySelector('.storage');
  for (const notice of notices.children) notice.hidden = notice.dataset.trouble !== store.trouble;
  notices.hidden = !store.trouble;
}

function place() {
  const first = document.querySelector('rebond-checklist');
  first?.before(document.querySelector('.storage'));
}

place();
store.addEventListener('change', showTrouble);
showTrouble();
customElements.define('rebond-checklist', Checklist);
