/** One sentence as it is shown and copied. */

import { copyText } from '../page/copy.js';
import { isolate } from './wording.js';

/**
 * A wording with what was typed in its gaps: text and nothing else, in its own direction.
 * @param {Element} wording
 * @param {Map<string, string>} typed
 * @param {Element} text takes the words
 */
export function fill(wording, typed, text) {
  text.append(...wording.cloneNode(true).childNodes);
  for (const slot of text.querySelectorAll('.slot')) {
    const bdi = document.createElement('bdi');
    bdi.setAttribute('translate', 'no');
    bdi.textContent = typed.get(slot.dataset.slot);
    slot.replaceWith(bdi);
  }
  return text;
}

/** The plain text of a filled sentence or letter. */
export function plainText(element) {
  const copy = element.cloneNode(true);
  const { direction } = getComputedStyle(element);
  for (const bdi of copy.querySelectorAll('bdi')) bdi.textContent = isolate(bdi.textContent, direction);
  return copy.textContent.trim();
}

/**
 * Copy, and say so beside the button; where the clipboard is refused, select what was meant.
 * @param {HTMLElement} button its row holds an outcome for each case
 * @param {Element[]} elements what to select
 * @param {string} [text]
 */
export async function copy(button, elements, text = elements.map(plainText).join('\n')) {
  const outcome = (await copyText(text)) ? 'copied' : 'refused';
  if (outcome === 'refused' && elements.length) getSelection().setBaseAndExtent(elements[0], 0, ...end(elements));
  const root = button.closest('rebond-questions, rebond-letters');
  for (const note of root.querySelectorAll('[data-outcome]')) {
    note.hidden = note.dataset.outcome !== outcome || note.parentElement !== button.parentElement;
  }
  const said = button.parentElement.querySelector(`[data-outcome=${outcome}]`);
  root.querySelector('[role=status]').replaceChildren(...said.cloneNode(true).childNodes);
}

function end(elements) {
  const last = elements[elements.length - 1];
  return [last, last.childNodes.length];
}
