/** The question picker: whole sentences that stand on the page, chosen and copied. */

import { choose, tidy } from './wording.js';

const MOST = 3;

/** The questions of the page, read once: the page is the database. */
function readQuestions() {
  return [...document.querySelectorAll('.question')].map((section) => {
    const id = section.getAttribute('aria-labelledby');
    return {
      id,
      moment: section.dataset.moment,
      title: document.getElementById(id).textContent,
      wordings: [...section.querySelectorAll('.wording')].map(readWording),
    };
  });
}

function readWording(element) {
  return {
    element,
    tone: element.dataset.tone ?? '',
    registers: (element.dataset.register ?? '').split(' ').filter(Boolean),
    slots: [...element.querySelectorAll('.slot')].map((slot) => slot.dataset.slot),
  };
}

class Questions extends HTMLElement {
  #questions = readQuestions();
  #first = [];
  #form;
  #list;

  connectedCallback() {
    this.#list = this.querySelector('.picker__sentences');
    this.#first = [...this.#list.children].map((item) => item.dataset.question);
    this.append(document.getElementById('picker-chrome').content.cloneNode(true));
    this.#form = this.querySelector('form');
    this.#form.addEventListener('input', () => this.#show());
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => this.#act(event));
    this.#show();
  }

  get #typed() {
    const fields = [...this.#form.querySelectorAll('[data-slot]')];
    return new Map(fields.map((field) => [field.dataset.slot, tidy(field.value)]).filter(([, text]) => text));
  }

  #show() {
    const { moment, tone, register } = this.#form.elements;
    const typed = this.#typed;
    const usual = register?.options[0].value ?? '';
    const choice = { tone: tone?.value ?? '', register: register?.value ?? '', slots: [...typed.keys()] };
    const found = this.#ofMoment(moment.value)
      .map((question) => ({ question, wording: choose(question.wordings, choice, usual) }))
      .filter(({ wording }) => wording);
    this.#list.replaceChildren(...found.slice(0, MOST).map((one) => sentence(one, typed)));
    this.querySelector('.picker__none').hidden = found.length > 0;
  }

  /** All questions of a moment; before any is chosen, the ones that the page puts first. */
  #ofMoment(moment) {
    if (moment) return this.#questions.filter((question) => question.moment === moment);
    const rest = this.#questions.filter((question) => !this.#first.includes(question.id));
    return [...this.#first.map((id) => this.#questions.find((one) => one.id === id)), ...rest];
  }

  async #act(event) {
    const button = event.target.closest('[data-action=copy]');
    if (!button) return;
    const item = button.closest('li');
    const outcome = (await copy(item.querySelector('.picker__text'))) ? 'copied' : 'refused';
    for (const note of this.#list.querySelectorAll('[data-outcome]')) {
      note.hidden = note.dataset.outcome !== outcome || !item.contains(note);
    }
    const said = item.querySelector(`[data-outcome=${outcome}]`);
    this.querySelector('[role=status]').replaceChildren(...said.cloneNode(true).childNodes);
  }
}

function sentence({ question, wording }, typed) {
  const item = document.createElement('li');
  item.className = 'picker__sentence';
  item.dataset.question = question.id;
  const list = wording.element.parentElement;
  for (const name of ['lang', 'dir']) if (list.hasAttribute(name)) item.setAttribute(name, list.getAttribute(name));
  const text = document.createElement('p');
  text.className = 'picker__text';
  text.append(...wording.element.cloneNode(true).childNodes);
  for (const slot of text.querySelectorAll('.slot')) slot.replaceWith(isolate(typed.get(slot.dataset.slot)));
  item.append(text, actions(question));
  return item;
}

/** What was typed is text and nothing else, and keeps its own direction. */
function isolate(text) {
  const bdi = document.createElement('bdi');
  bdi.setAttribute('translate', 'no');
  bdi.textContent = text;
  return bdi;
}

function actions(question) {
  const row = document.getElementById('picker-actions').content.cloneNode(true);
  row.querySelector('[data-of]').textContent = ` ${question.title}`;
  row.querySelector('.picker__why').href = `#${question.id}`;
  return row;
}

/** Copy a sentence; where the clipboard is refused, select it for the reader to copy. */
async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.textContent.trim());
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return false;
  }
}

customElements.define('rebond-questions', Questions);
