/** Letters: the one that suits the choices, to copy or to open in the reader's own mail program. */

import { readWording } from './page.js';
import { copy, fill, plainText } from './sentence.js';
import { choose } from './wording.js';

/**
 * Show the letter for a choice in each group; without script all of them stand on the page.
 * @param {import('./wording.js').Choice} choice
 * @param {string} usual
 * @param {Map<string, string>} typed
 */
export function showLetters(choice, usual, typed) {
  for (const group of document.querySelectorAll('rebond-letters')) {
    const letters = [...group.querySelectorAll('.letter')];
    const chosen = choose(letters.map(readWording), choice, usual)?.element ?? letters[0];
    for (const letter of letters) letter.hidden = true;
    group.querySelector('.letter-shown')?.remove();
    group.append(shown(chosen, typed));
  }
}

function shown(letter, typed) {
  const box = document.getElementById('picker-letter').content.firstElementChild.cloneNode(true);
  const text = fill(letter, typed, box.querySelector('.letter-shown__text'));
  box.querySelector('[data-action=copy-letter]').addEventListener('click', ({ currentTarget }) => copy(currentTarget, [text], body(text)));
  const mail = new URLSearchParams({ subject: plainText(text.firstElementChild), body: body(text) });
  // Mail programs read %20, not the plus sign of a form.
  box.querySelector('a').href = `mailto:?${String(mail).replace(/\+/g, '%20')}`;
  return box;
}

/** Its paragraphs after the subject, with an empty line between them. */
const body = (text) => [...text.children].slice(1).map(plainText).join('\r\n\r\n');
