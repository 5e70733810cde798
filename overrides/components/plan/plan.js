/** "My plan": everything of the reader's in one place, with files to take along. */

import { download } from '../page/download.js';
import { offerUndo, store } from '../storage/storage.js';
import { toCsv } from '../worksheet/csv.js';
import { dayAfter, toCalendar } from './calendar.js';
import { setUpExchange } from './exchange.js';

// Notes and the first day; worksheets see to their own.
const FIELDS = '.field[data-at]';
const OWN = /^own:[a-z0-9]+$/;

class Plan extends HTMLElement {
  #own = this.querySelector('.plan__own');
  #shown = '';

  connectedCallback() {
    setUpExchange(this.querySelector('.exchange'));
    this.addEventListener('input', ({ target }) => keep(target));
    this.addEventListener('click', ({ target }) => this.#act(target.closest('[data-action]')));
    this.querySelector('.plan__add').addEventListener('submit', (event) => this.#add(event));
    this.#own.addEventListener('change', ({ target }) => store.change({ [`${target.id}:tick`]: target.checked ? 'yes' : '' }));
    this.#own.addEventListener('click', ({ target }) => this.#remove(target.closest('button')));
    store.addEventListener('change', () => this.#show());
    this.#show();
    this.classList.add('plan--ready');
  }

  #show() {
    document.body.classList.toggle('plan-filled', Object.values(store.state.entries).some(({ is }) => is));
    for (const field of this.querySelectorAll(FIELDS)) {
      const value = store.get(field.dataset.at);
      if (field.value !== value) {
        field.value = value;
        if (field.closest('details')) field.closest('details').open = true;
      }
      if (field.nextElementSibling) field.nextElementSibling.textContent = value;
    }
    this.#showStars();
    this.#showOwn();
  }

  #showStars() {
    for (const star of this.querySelectorAll('.plan__stars > li')) star.hidden = !store.get(star.dataset.at);
  }

  #showOwn() {
    const own = Object.entries(store.state.entries).filter(([address, { is }]) => is && OWN.test(address)).sort();
    // Made anew only if they are others, so that the focus stays where it is.
    const shown = JSON.stringify(own);
    if (shown !== this.#shown) this.#own.replaceChildren(...own.map(ownItem));
    this.#shown = shown;
    for (const box of this.#own.querySelectorAll('input')) {
      box.checked = store.get(`${box.id}:tick`) === 'yes';
      box.parentElement.dataset.is = box.checked ? 'done' : '';
      box.parentElement.classList.toggle('checklist__item--over', box.checked);
    }
  }

  #add(event) {
    event.preventDefault();
    const { text } = event.target.elements;
    const words = text.value.trim();
    // By the clock first, so that they stand in the order in which they were added.
    const id = Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
    if (words) store.change({ [`own:${id}`]: words });
    text.value = '';
    text.focus();
  }

  #remove(button) {
    if (!button) return;
    const { id } = button.parentElement.querySelector('input');
    const before = store.change({ [id]: '', [`${id}:tick`]: '' });
    offerUndo(this.querySelector('[data-undo=own]'), before, this.querySelector('#plan-add'));
  }

  #act(button) {
    const action = button?.dataset.action;
    if (action?.startsWith('print')) printPage(action === 'print-blank');
    if (action === 'calendar') this.#calendar(button);
    if (action === 'csv') {
      const sheet = button.closest('section').querySelector('rebond-worksheet');
      download('table.csv', 'text/csv', toCsv(sheet.table));
    }
  }

  #calendar({ dataset }) {
    const start = store.get('start');
    const boxes = start ? [...this.querySelectorAll('[data-due]')].filter((box) => !store.get(box.dataset.at)) : [];
    const steps = boxes.map((box) => ({ at: box.dataset.at, day: dayAfter(start, box.dataset.due), title: box.nextElementSibling.textContent }));
    const rows = [...this.querySelectorAll('rebond-worksheet')].flatMap((sheet) => sheet.days);
    const told = this.querySelector('#plan-titles').checked;
    const events = [...steps, ...rows].map((event) => ({ ...event, title: (told && event.title) || dataset.title }));
    this.querySelector('.plan__no-days > span').hidden = events.length > 0;
    const site = location.host + document.body.dataset.store.replace(/^[^/]*/, '');
    if (events.length) download('plan.ics', 'text/calendar', toCalendar(events, site, Date.now()));
  }
}

function keep(field) {
  if (field.matches(FIELDS) && field.validity.valid) store.change({ [field.dataset.at]: field.value });
}

function ownItem([address, { is: words }]) {
  const item = document.getElementById('plan-own-item').content.firstElementChild.cloneNode(true);
  const box = item.querySelector('input');
  const label = item.querySelector('label');
  box.id = label.htmlFor = address;
  label.textContent = words;
  item.querySelector('[data-of]').textContent = ` ${words}`;
  return item;
}

function printPage(blank) {
  document.documentElement.classList.toggle('print-blank', blank);
  print();
}

addEventListener('afterprint', () => document.documentElement.classList.remove('print-blank'));
customElements.define('rebond-plan', Plan);
