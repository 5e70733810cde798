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
