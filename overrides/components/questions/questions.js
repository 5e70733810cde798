/** The question picker: whole sentences that stand on the page, chosen, starred and practised. */

import { store } from '../storage/storage.js';
import { readLink, readPicks, writeLink } from './link.js';
import { showLetters } from './letters.js';
import { readQuestions } from './page.js';
import { Practice } from './practice.js';
import { deal, rank } from './selection.js';
import { copy, fill } from './sentence.js';
import { choose, isCovered, tidy } from './wording.js';

const { page } = document.body.dataset;
const template = (name) => document.getElementById(`picker-${name}`).content.cloneNode(true);

class Questions extends HTMLElement {
  #questions = readQuestions(document);
  #others = [];
  #othersUsual = '';
  #turn = 0;
  #picks = [];
  #form;
  #practice;

  connectedCallback() {
    this.append(template('chrome'));
    this.before(document.querySelector('.storage'));
    this.#form = this.querySelector('form');
    this.#practice = new Practice(this.querySelector('.practice'), () => this.querySelector('[data-action=practice]').focus());
    this.#leaveOutWhatIsNotWritten();
    this.#follow();
    this.#form.addEventListener('input', ({ target }) => this.#choose(target));
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('click', ({ target }) => this.#act(target.closest('[data-action]')));
    addEventListener('hashchange', () => this.#follow());
    store.addEventListener('change', () => this.#showStars());
    this.classList.add('picker--ready');
  }

  /** The fields that choose; those in which words are typed are others. */
  get #fields() {
    return [...this.#form.elements].filter(({ tagName }) => tagName === 'SELECT');
  }

  get #choices() {
    // What a field shows of itself is no choice.
    const own = this.#fields.map(({ name, value, options }) => [name, value === options[0].value ? '' : value]);
    return Object.fromEntries([...own, ['turn', this.#turn ? String(this.#turn) : '']]);
  }

  get #typed() {
    const fields = [...this.#form.querySelectorAll('[data-slot]')];
    return new Map(fields.map((field) => [field.dataset.slot, tidy(field.value)]).filter(([, text]) => text));
  }

  /** A tone or form of address with too few sentences would show the same ones again. */
  #leaveOutWhatIsNotWritten() {
    const all = this.#questions.map(({ wordings }) => wordings);
    const usual = this.#usual;
    const has = {
      tone: (value) => ({ tone }) => tone === value,
      register: (value) => ({ registers }) => (registers.length ? registers : [usual]).includes(value),
    };
    for (const field of this.#fields.filter(({ name }) => has[name])) {
      for (const option of [...field.options].slice(1)) {
        if (!isCovered(all, has[field.name](option.value))) option.remove();
      }
      field.parentElement.hidden = field.options.length < 2;
    }
  }

  get #usual() {
    return this.#form.elements.register?.options[0].value ?? '';
  }

  /** Take the choices from the address: a link that was shared, or another language's page. */
  #follow() {
    const known = Object.fromEntries(this.#fields.map(({ name, options }) => [name, [...options].map(({ value }) => value)]));
    const given = readLink(location.hash, known);
    for (const field of this.#fields) if (given[field.name]) field.value = given[field.name];
    this.#turn = Math.abs(parseInt(new URLSearchParams(location.hash.slice(1)).get('turn'), 10)) || 0;
    this.#picks = readPicks(location.hash, this.#questions.map(({ id }) => id));
    if (Object.keys(given).some((name) => this.#form.elements[name].closest('details'))) this.#form.querySelector('details').open = true;
    this.#load();
    this.#show();
  }

  #choose({ dataset, name }) {
    if (!dataset.slot) {
      this.#turn = 0;
      this.#picks = [];
      if (name === 'with') this.#load();
    }
    this.#show();
    if (!dataset.slot) this.#remember();
  }

  #remember() {
    history.replaceState(null, '', writeLink(this.#choices) || location.pathname + location.search);
  }

  /** The questions in another language, loaded only now that they are asked for. */
  async #load() {
    const field = this.#form.elements.with;
    const option = field?.selectedOptions[0];
    const wanted = field?.value;
    this.#others = [];
    if (!wanted) return;
    try {
      const html = await (await fetch(option.dataset.url)).text();
      if (field.value !== wanted) return; // Another was chosen meanwhile.
      // This page's policy would refuse the other's styles, and say so.
      const other = new DOMParser().parseFromString(html.replace(/<style>[^]*?<\/style>/, ''), 'text/html');
      const forms = other.getElementById('picker-chrome').content.querySelector('[name=register]');
      this.#othersUsual = forms?.options[0].value ?? '';
      this.#others = readQuestions(other).filter(({ language }) => !language);
      this.querySelector('.picker__failed').hidden = true;
    } catch {
      this.querySelector('.picker__failed').hidden = false;
    }
    this.#show();
  }

  #show() {
    const { asked, spare } = this.#deal();
    this.#fillList('.picker__sentences', asked);
    this.#fillList('.picker__spares', spare);
    this.querySelector('.picker__spare').hidden = !spare.length;
    this.querySelector('.picker__none').hidden = asked.length > 0;
    showLetters(this.#choiceOfWords, this.#usual, this.#typed);
    this.#showStars();
  }

  get #choiceOfWords() {
    const { tone, register } = this.#form.elements;
    return { tone: tone?.value ?? '', register: register?.value ?? '', slots: [...this.#typed.keys()] };
  }

  /** The questions that somebody worded in this form of address. */
  get #askable() {
    return this.#questions.filter(({ wordings }) => choose(wordings, this.#choiceOfWords, this.#usual));
  }

  /** What to ask this time: the link's own picks, else what the choices give. */
  #deal() {
    const choice = this.#choices;
    const ranked = rank(this.#askable, choice, this.dataset.first.split(' '));
    const quotas = this.dataset.quotas.split(' ').filter(Boolean).map(readQuota);
    const deals = deal(ranked, quotas.filter((quota) => !choice[quota.choice]));
    this.querySelector('[data-action=others]').hidden = deals.length < 2;
    const dealt = deals[this.#turn % deals.length] ?? { asked: [], spare: [] };
    const picks = this.#picks.filter((id) => this.#askable.some((one) => one.id === id));
    if (!picks.length) return dealt;
    const rest = ranked.map(({ id }) => id).filter((id) => !picks.includes(id));
    return { asked: picks, spare: rest.slice(0, 2) };
  }

  #fillList(list, ids) {
    const questions = ids.map((id) => this.#questions.find((one) => one.id === id));
    this.querySelector(list).replaceChildren(...questions.map((one) => this.#sentence(one)));
  }

  #sentence(question) {
    const wording = choose(question.wordings, this.#choiceOfWords, this.#usual);
    const item = template('sentence').firstElementChild;
    item.dataset.question = question.id;
    const text = fill(wording.element, this.#typed, item.querySelector('.picker__text'));
    const list = wording.element.parentElement;
    for (const name of ['lang', 'dir']) if (list.hasAttribute(name)) text.setAttribute(name, list.getAttribute(name));
    item.querySelector('.picker__reason').textContent = this.#reasons(question).join(' · ');
    for (const place of item.querySelectorAll('[data-of]')) place.textContent = ` ${question.title}`;
    item.querySelector('.picker__why').href = `#${question.id}`;
    this.#addOther(item, question);
    return item;
  }

  /** Which of the reader's choices a question answers, in the words of these choices. */
  #reasons({ moments, settings }) {
    const chosen = this.#fields.filter(({ name, value }) => value && (name === 'moment' ? moments : settings[name] ?? []).includes(value));
    return chosen.map(({ selectedOptions }) => selectedOptions[0].textContent);
  }

  #addOther(item, { id }) {
    const row = item.querySelector('.picker__other');
    const other = this.#others.find((one) => one.id === id);
    const choice = { ...this.#choiceOfWords, register: '' };
    const wording = other && choose(other.wordings, choice, this.#othersUsual);
    row.hidden = !wording;
    item.classList.toggle('picker__sentence--two', Boolean(wording));
    if (!wording) return;
    const option = this.#form.elements.with.selectedOptions[0];
    const text = fill(wording.element, this.#typed, row.querySelector('.picker__text'));
    Object.assign(text, { lang: option.lang, dir: option.dir });
  }

  #showStars() {
    for (const button of this.querySelectorAll('[data-action=star]')) {
      button.setAttribute('aria-pressed', Boolean(store.get(starOf(button))));
    }
  }

  #act(button) {
    const action = button?.dataset.action;
    if (action === 'copy') copy(button, [button.closest('li').querySelector('.picker__text')]);
    if (action === 'copy-other') copy(button, [button.closest('.picker__other').querySelector('.picker__text')]);
    if (action === 'copy-all') copy(button, [...this.querySelectorAll('.picker__sentences > li > .picker__text')]);
    if (action === 'link') this.#share(button);
    if (action === 'star') store.change({ [starOf(button)]: store.get(starOf(button)) ? '' : 'yes' });
    if (action === 'practice') this.#practise();
    if (action === 'others') {
      this.#turn += 1;
      this.#picks = [];
      this.#show();
      this.#remember();
      this.querySelector('.picker__sentences').focus();
    }
  }

  /** The link is the address as well, for a browser that refuses to copy. */
  #share(button) {
    history.replaceState(null, '', writeLink(this.#choices, this.#shown));
    copy(button, [], location.href);
  }

  get #shown() {
    return [...this.querySelectorAll('.picker__sentences > li')].map((item) => item.dataset.question);
  }

  /** The starred questions of this page, else those that are shown. */
  #practise() {
    const starred = this.#askable.filter(({ id }) => store.get(`${page}#${id}:star`));
    const chosen = starred.length ? starred : this.#questions.filter(({ id }) => this.#shown.includes(id));
    this.#practice.start(chosen.map((question) => ({ question, text: this.#sentence(question).querySelector('.picker__text') })));
  }
}

const starOf = (button) => `${page}#${button.closest('li').dataset.question}:star`;

function readQuota(text) {
  const [choice, value, least, most] = text.split(':');
  return { choice, value, least: Number(least), most: Number(most) };
}

customElements.define('rebond-questions', Questions);
