/** Checklists: ticks kept in this browser, the same in every language, and what is left. */

import { formerAddresses, offerUndo, store } from '../storage/storage.js';

const { page } = document.body.dataset;
const QUIET_FOR = 500;
let announcing;

/** The chrome of a list, as the template has it. */
const chrome = (name) => document.getElementById(`checklist-${name}`).content.firstElementChild.cloneNode(true);

/** Where a box's tick is kept; on a page that shows other pages' lists it says so itself. */
const addressOf = (box) => box.dataset.at ?? `${page}#${box.id}`;

const isOver = (box) => Boolean(store.get(addressOf(box)));

class Checklist extends HTMLElement {
  #boxes;
  #progress = null;
  #reset = chrome('reset');

  connectedCallback() {
    this.#boxes = [...this.querySelectorAll('.checklist__box')];
    for (const box of this.#boxes) this.#addAside(box);
    if (this.dataset.progress !== 'none') this.#addProgress();
    this.append(this.#reset);
    this.addEventListener('change', ({ target }) => this.#set(target, target.checked ? 'done' : ''));
    this.#reset.firstElementChild.addEventListener('click', ({ target }) => this.#clear(target));
    store.addEventListener('change', () => this.#show());
    this.#show();
  }

  #addProgress() {
    const bar = chrome('progress');
    this.#progress = bar.querySelector('progress');
    this.#progress.setAttribute('aria-labelledby', this.dataset.list);
    this.prepend(bar);
  }

  #addAside(box) {
    const button = chrome('aside');
    const label = box.parentElement.querySelector('label');
    button.querySelector('[data-of]').textContent = ` ${label.textContent}`;
    button.addEventListener('click', () => this.#set(box, store.get(addressOf(box)) === 'aside' ? '' : 'aside'));
    label.after(button);
  }

  #set(box, is) {
    store.change({ [addressOf(box)]: is });
    if (this.#progress) announce(() => this.#summary());
  }

  #clear(button) {
    const before = store.change(Object.fromEntries(this.#boxes.map((box) => [addressOf(box), ''])));
    offerUndo(this.#reset.querySelector('.undo'), before, button);
  }

  #show() {
    for (const box of this.#boxes) this.#showItem(box, store.get(addressOf(box)));
    this.#reset.firstElementChild.hidden = !this.#boxes.some(isOver);
    if (!this.#progress) return;
    const [done, left] = this.#count();
    this.#progress.max = done + left || 1;
    this.#progress.value = done;
    this.querySelector('.checklist-progress__text').replaceChildren(...this.#summary());
  }

  #showItem(box, is) {
    const item = box.closest('.checklist__item');
    const button = item.querySelector('.checklist__aside');
    box.checked = is === 'done';
    button.setAttribute('aria-pressed', is === 'aside');
    item.dataset.is = is;
    item.classList.toggle('checklist__item--over', [...item.querySelectorAll('.checklist__box')].every(isOver));
  }

  #count() {
    const all = this.#boxes.map((box) => store.get(addressOf(box)));
    return ['done', ''].map((is) => all.filter((one) => one === is).length);
  }

  /** Both whole messages, done and left, each with its own language mark if it has one. */
  #summary() {
    const [done, left] = this.#count();
    return [message('done', done), ' · ', message('left', left)];
  }
}

function message(kind, count) {
  const all = document.getElementById('checklist-counts').content;
  return all.querySelector(`[data-${kind}="${count}"]`).cloneNode(true);
}

/** Said after the reader's own action only, and once for several in a row. */
function announce(nodes) {
  clearTimeout(announcing);
  announcing = setTimeout(() => document.getElementById('checklist-status').replaceChildren(...nodes()), QUIET_FOR);
}

/** The notices and the view stand above the first heading, and the space for them is kept. */
function addView(place) {
  const view = chrome('view');
  view.querySelector('button').addEventListener('click', ({ currentTarget }) => {
    currentTarget.setAttribute('aria-pressed', document.getElementById('content').classList.toggle('checklist--hide'));
  });
  place.before(view);
  if (place.matches('h2')) view.before(document.querySelector('.storage'));
}

/** Mark the item that the address names, under its former id as well, and go there. */
function openTarget() {
  const id = location.hash.slice(1);
  const [, moved = id] = formerAddresses.get(`${page}#${id}`)?.split('#') ?? [];
  const target = document.getElementById(moved);
  for (const box of document.querySelectorAll('rebond-checklist .checklist__box')) {
    box.closest('.checklist__item').classList.toggle('checklist__item--marked', box === target);
    if (box === target) box.focus();
  }
}

customElements.define('rebond-checklist', Checklist);
const place = document.querySelector('[data-view]') ?? document.querySelector('main > h2');
if (place) addView(place);
addEventListener('hashchange', openTarget);
openTarget();
