/** Worksheets: the blank cells of a table, to be filled in here and kept in this browser. */

import { store } from '../storage/storage.js';

class Worksheet extends HTMLElement {
  #cells = [];

  connectedCallback() {
    const { date, at } = this.dataset;
    const place = at ?? `${document.body.dataset.page}#${this.querySelector('table').id}`;
    const headings = [...this.querySelectorAll('th')].map((heading) => heading.textContent);
    [...this.querySelectorAll('tbody tr')].forEach((row, r) => {
      [...row.cells].forEach((cell, c) => {
        const isDate = c + 1 === Number(date);
        const own = isDate ? { type: 'date', max: '9999-12-30' } : { rows: 1, maxLength: 500, dir: 'auto' };
        const field = document.createElement(isDate ? 'input' : 'textarea');
        Object.assign(field, own, { autocomplete: 'off', className: 'worksheet__field' });
        field.setAttribute('aria-label', `${headings[c]} ${r + 1}`);
        field.dataset.at = `${place}:${r + 1}:${c + 1}`;
        cell.dataset.column = headings[c];
        cell.append(field);
        this.#cells.push(cell);
      });
    });
    this.addEventListener('input', ({ target }) => target.validity.valid && store.change({ [target.dataset.at]: target.value }));
    store.addEventListener('change', () => this.#show());
    this.#show();
  }

  /** @returns {string[][]} heading and filled rows, for a spreadsheet */
  get table() {
    const rows = [...this.querySelectorAll('tr')].map((row) => [...row.cells].map((cell) => cell.firstElementChild?.value ?? cell.textContent));
    return rows.filter((row) => row.some(Boolean));
  }

  /** @returns {{at: string, day: string, title: string}[]} the dated next steps */
  get days() {
    const dates = [...this.querySelectorAll('[type=date]')].filter((field) => field.value);
    return dates.map(({ dataset, value, parentElement }) => {
      const step = parentElement.parentElement.cells[this.dataset.step - 1];
      return { at: dataset.at, day: value, title: step?.firstElementChild.value.trim() };
    });
  }

  #show() {
    for (const cell of this.#cells) this.#fill(cell, cell.firstElementChild);
    // One blank row is enough on the screen; paper has them all.
    let blank = 0;
    for (const row of this.querySelectorAll('tbody tr')) {
      blank = [...row.cells].some((cell) => cell.firstElementChild.value) ? 0 : blank + 1;
      row.classList.toggle('worksheet__row--spare', blank > 1 && !row.contains(document.activeElement));
    }
  }

  #fill(cell, field) {
    const value = store.get(field.dataset.at);
    // A date that is half typed reads as empty: only another value is put in its place.
    if (field.value !== value) field.value = value;
    cell.dataset.value = field.valueAsDate?.toLocaleDateString(document.documentElement.lang, { timeZone: 'UTC' }) ?? value;
    field.style.blockSize = 'auto';
    if (field.scrollHeight > field.clientHeight) field.style.blockSize = `${field.scrollHeight + 3}px`;
  }
}

customElements.define('rebond-worksheet', Worksheet);
