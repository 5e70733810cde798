/** The questions of a page, as they stand on it: the page is the database. */

/**
 * @typedef {{id: string, moments: string[], settings: Object<string, string[]>, title: string,
 *   why: Element[], wordings: object[], answers: {title: Element, words: Element[]}[]}} Question
 */

/**
 * @param {Document} page
 * @returns {Question[]}
 */
export const readQuestions = (page) => [...page.querySelectorAll('section.question')].map(readQuestion);

/** @returns {import('./wording.js').Wording} of an element with the settings of a wording */
export function readWording(element) {
  return {
    element,
    tone: element.dataset.tone ?? '',
    registers: words(element.dataset.register),
    slots: [...element.querySelectorAll('.slot')].map((slot) => slot.dataset.slot),
  };
}

function readQuestion(section) {
  const [heading, ...rest] = section.children;
  const { moment, ...settings } = section.dataset;
  const list = section.querySelector('.wordings');
  return {
    id: heading.id,
    moments: words(moment),
    settings: Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, words(value)])),
    title: heading.textContent,
    why: rest.slice(0, Math.max(rest.indexOf(list), 0)),
    wordings: [...(list?.children ?? [])].map(readWording),
    answers: readAnswers(rest),
    language: list?.lang ?? '',
  };
}

/** Each answer that may come: its heading and what stands below it. */
function readAnswers(elements) {
  const answers = [];
  for (const element of elements) {
    if (element.matches('h4')) answers.push({ title: element, words: [] });
    else answers[answers.length - 1]?.words.push(element);
  }
  return answers;
}

const words = (text = '') => text.split(' ').filter(Boolean);
