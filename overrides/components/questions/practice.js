/** Practice: a question, an answer that may come, and what to say: each when the reader asks for it. */

export class Practice {
  #panel;
  #close;
  #questions = [];
  #at = 0;
  #turns = 0;

  /**
   * @param {HTMLElement} panel hidden; has a place for each step
   * @param {() => void} close
   */
  constructor(panel, close) {
    this.#panel = panel;
    this.#close = close;
    panel.addEventListener('click', ({ target }) => this.#act(target.closest('[data-step]')?.dataset.step));
  }

  /** @param {{question: import('./page.js').Question, text: Element}[]} questions */
  start(questions) {
    this.#questions = questions;
    this.#at = 0;
    this.#panel.hidden = false;
    this.#ask();
  }

  #act(step) {
    if (step === 'answer') this.#reveal('answer', [this.#answer.title], step);
    if (step === 'reply') this.#reveal('reply', this.#answer?.words ?? this.#questions[this.#at].question.why, step);
    if (step === 'next') {
      this.#at = (this.#at + 1) % this.#questions.length;
      // Each time round another answer comes.
      if (!this.#at) this.#turns += 1;
      this.#ask();
    }
    if (step === 'end') {
      this.#panel.hidden = true;
      this.#close();
    }
  }

  get #answer() {
    const { answers } = this.#questions[this.#at].question;
    return answers[this.#turns % answers.length];
  }

  #ask() {
    for (const part of this.#panel.querySelectorAll('[data-part]')) part.replaceChildren();
    this.#place.textContent = `${this.#at + 1} / ${this.#questions.length}`;
    this.#reveal('question', [this.#questions[this.#at].text], '');
    this.#offer(this.#answer ? 'answer' : 'reply');
  }

  get #place() {
    return this.#panel.querySelector('.practice__place');
  }

  #reveal(part, elements, step) {
    const place = this.#panel.querySelector(`[data-part=${part}]`);
    place.replaceChildren(...elements.map(copyOf));
    this.#offer({ answer: 'reply', reply: '' }[step] ?? '');
    place.focus();
  }

  /** One step at a time is offered. */
  #offer(step) {
    for (const button of this.#panel.querySelectorAll('[data-step=answer], [data-step=reply]')) {
      button.hidden = button.dataset.step !== step;
    }
  }
}

/** A part of the page once more, without its id and its place among the headings. */
function copyOf(element) {
  const copy = document.createElement(/^H\d$/.test(element.tagName) ? 'p' : element.tagName);
  copy.append(...element.cloneNode(true).childNodes);
  for (const name of ['lang', 'dir', 'class']) if (element.hasAttribute(name)) copy.setAttribute(name, element.getAttribute(name));
  return copy;
}
