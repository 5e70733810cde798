/** The page's store, and what is said of it: where things are kept, what failed, how to erase. */

import { copyText } from '../page/copy.js';
import { download } from '../page/download.js';
import { Store } from './store.js';
import { toCode } from './transfer.js';

const { store: key, renamed = '{}' } = document.body.dataset;
export const formerAddresses = new Map(Object.entries(JSON.parse(renamed)));
export const store = new Store(key, formerAddresses);

const notices = document.querySelector('.storage');
const erase = document.querySelector('.erase');
const erased = erase.querySelector('[data-outcome] span');
// What a newer version of the site has saved is not to be changed by this one.
const FIELDS = ':is(rebond-checklist, rebond-worksheet, rebond-plan) :is(button, input, textarea), [data-action=untick]';

/**
 * Offer to take a change back, until the next one.
 * @param {HTMLElement} bar hidden; holds a message and a button
 * @param {Object<string, string>} before
 * @param {HTMLElement} opener takes the focus again
 */
export function offerUndo(bar, before, opener) {
  const button = bar.querySelector('button');
  bar.hidden = false;
  button.onclick = () => store.change(before);
  button.focus();
  const close = () => {
    if (bar.contains(document.activeElement)) opener.focus();
    bar.hidden = true;
  };
  store.addEventListener('change', close, { once: true });
}

function show() {
  const unread = document.body.matches('.kind-plan') && store.unreadable.length ? 'corrupt' : '';
  const notice = store.trouble || (store.isNew ? 'first' : unread);
  for (const one of notices.querySelectorAll('[data-notice]')) one.hidden = one.dataset.notice !== notice;
  document.documentElement.classList.toggle('storage-first', notice === 'first');
  notices.hidden = !notice;
  for (const field of document.querySelectorAll(FIELDS)) field.disabled = store.trouble === 'newer';
}

/**
 * Copy everything as a code; where the clipboard is refused, show it for the reader to copy.
 * @param {HTMLElement} place holds the message and the field
 */
export async function copyCode(place) {
  const field = place.querySelector('[readonly]');
  field.value = toCode(store.state);
  const copied = await copyText(field.value);
  place.querySelector('[data-outcome=copied]').hidden = !copied;
  field.hidden = copied;
  if (!copied) field.select();
}

/** Every tick and every item set aside, on all pages, as a change that clears them. */
function ticks() {
  const all = Object.keys(store.state.entries).filter((address) => /#[^:]*$|:tick$/.test(address));
  return Object.fromEntries(all.map((address) => [address, '']));
}

const actions = {
  visit: () => store.keepForVisit(),
  keep: () => store.keepForVisit(false),
  understood: () => { store.isNew = false; show(); },
  code: () => copyCode(notices),
  unreadable: () => download('unreadable.txt', 'text/plain', store.unreadable.join('\n')),
  untick: (button) => offerUndo(erase.querySelector('[data-undo=untick]'), store.change(ticks()), button),
  erase: () => store.erase(),
};

function act({ target }) {
  const button = target.closest('[data-action]');
  if (button) actions[button.dataset.action](button);
}

notices.addEventListener('click', act);
erase.addEventListener('click', act);
erase.hidden = false;
// A browser shows the place for the next letter, which may leave the field behind the bar.
addEventListener('focusin', ({ target }) => target.closest('.field, .worksheet__field')?.scrollIntoView({ block: 'nearest' }));
store.addEventListener('change', show);
store.addEventListener('change', () => { erased.hidden = true; });
store.addEventListener('erased', () => {
  erased.hidden = false;
  for (const field of document.querySelectorAll('[readonly]')) field.value = '';
});
addEventListener('load', show);
show();
