/**
 * Which questions to ask: the same for the same choices, in every language.
 *
 * `hooks/rebond/selection.py` is the same in Python; both pass one table of examples.
 */

import { fnv1a } from '../page/hash.js';

const ASKED = 3;
const SPARE = 2;

/**
 * @typedef {{id: string, moments: string[], settings: Object<string, string[]>}} Question
 *   `moments`: the one that it stands under first; `settings`: values by the name of a choice
 * @typedef {{choice: string, value: string, least: number, most: number}} Quota
 * @typedef {{asked: string[], spare: string[]}} Deal  ids
 */

/**
 * The questions that suit a choice, the best first; a moment leaves the others' questions out.
 * @param {Question[]} questions
 * @param {Object<string, string>} choice
 * @param {string[]} first ids that come first among equals
 * @returns {Question[]}
 */
export function rank(questions, choice, first = []) {
  const place = ({ id }) => (first.includes(id) ? first.indexOf(id) : first.length);
  const keys = (one) => [-points(one, choice), place(one), fnv1a(one.id)];
  return questions
    .filter(({ moments }) => !choice.moment || moments.includes(choice.moment))
    .map((one) => [keys(one), one])
    .sort(([a], [b]) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .map(([, one]) => one);
}

/**
 * All ranked questions, a few at a time: first the quotas, then the rank.
 * @param {Question[]} ranked
 * @param {Quota[]} quotas
 * @returns {Deal[]}
 */
export function deal(ranked, quotas) {
  const ids = (questions) => questions.map(({ id }) => id);
  const deals = [];
  for (let rest = ranked; rest.length;) {
    const asked = pick(rest, quotas);
    rest = rest.filter((one) => !asked.includes(one));
    deals.push({ asked: ids(asked), spare: ids(rest.slice(0, SPARE)) });
    rest = rest.slice(SPARE);
  }
  return deals;
}

function points({ moments, settings }, choice) {
  const suits = Object.entries(choice).filter(([name, value]) => settings[name]?.includes(value));
  return 2 * suits.length + (choice.moment === moments[0]);
}

/** The first few that the quotas allow; where these cannot be met, simply the first few. */
function pick(ranked, quotas) {
  const must = quotas.flatMap((quota) => having(ranked, quota).slice(0, quota.least));
  const asked = [...new Set(must)].slice(0, ASKED);
  const isFull = (one, quota) => having(asked, quota).length >= quota.most && having([one], quota).length;
  for (const one of ranked) {
    const fits = !asked.includes(one) && !quotas.some((quota) => isFull(one, quota));
    if (asked.length < ASKED && fits) asked.push(one);
  }
  asked.push(...ranked.filter((one) => !asked.includes(one)).slice(0, ASKED - asked.length));
  return asked.sort((one, other) => ranked.indexOf(one) - ranked.indexOf(other));
}

const having = (questions, { choice, value }) => questions.filter(({ settings }) => settings[choice]?.includes(value));
