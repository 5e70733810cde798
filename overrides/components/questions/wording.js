/** Which whole sentence a question is asked with, as pure functions over plain values. */

/**
 * @typedef {{tone: string, registers: string[], slots: string[]}} Wording  `tone` '' is the first
 * @typedef {{tone: string, register: string, slots: string[]}} Choice  `slots`: those filled in
 */

/**
 * The best wording for a choice, or undefined if nobody wrote one: a sentence in another form of
 * address, or with a gap, is never shown.
 * @template {Wording} T
 * @param {T[]} wordings
 * @param {Choice} choice
 * @param {string} usual the register of a wording that names none
 * @returns {T|undefined}
 */
export function choose(wordings, choice, usual) {
  const fits = wordings.filter(
    (one) => (one.registers.length ? one.registers : [usual]).includes(choice.register || usual)
      && one.slots.every((slot) => choice.slots.includes(slot)),
  );
  const score = (one) => 10 * (one.tone === choice.tone) + 5 * (one.tone === '') + one.slots.length;
  return fits.sort((one, other) => score(other) - score(one))[0];
}

/**
 * Whether enough sentences are written for a value of a choice to offer it: six in ten.
 * @param {Wording[][]} questions the wordings of each
 * @param {(wording: Wording) => boolean} has
 */
export function isCovered(questions, has) {
  return questions.filter((wordings) => wordings.some(has)).length >= 0.6 * questions.length;
}

const LIMIT = 80;
// Controls, and the marks that turn the direction of what follows; joiners stay.
const UNWANTED = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;

/**
 * What a reader typed, as one short line of text.
 * @param {string} text
 * @returns {string} at most 80 characters as a reader counts them
 */
export function tidy(text) {
  const line = text.normalize('NFC').replace(UNWANTED, ' ').replace(/\s+/g, ' ').trim();
  return graphemes(line).slice(0, LIMIT).join('').trim();
}

function graphemes(text) {
  if (!('Segmenter' in Intl)) return [...text];
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}

const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/**
 * What was typed, for a plain text: isolated only where it runs the other way (Unicode TR 9).
 * @param {string} text
 * @param {string} direction of the sentence around it
 */
export function isolate(text, direction) {
  const own = RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr';
  return own === direction || !/\p{L}/u.test(text) ? text : `\u2068${text}\u2069`;
}
