/** The search dialog: an index of this language, fetched when it is first opened. */

import { excerpt, find } from './match.js';

const opener = document.querySelector('.search-open');
const dialog = document.querySelector('dialog.search');
const query = dialog.querySelector('.search__query');
const results = dialog.querySelector('.search__results');
let entries = null;

async function load() {
  if (entries) return;
  try {
    const answer = await fetch(dialog.dataset.index);
    if (!answer.ok) throw new Error(answer.statusText);
    entries = await answer.json();
  } catch {
    say('failed');
  }
}

function say(outcome) {
  for (const note of dialog.querySelectorAll('[data-outcome]')) note.hidden = note.dataset.outcome !== outcome;
}

function show() {
  if (!entries) return;
  const found = find(entries, query.value);
  results.replaceChildren(...found.map(result));
  say(query.value.trim() && !found.length ? 'none' : '');
}

function result(entry) {
  const row = dialog.querySelector('template').content.cloneNode(true);
  row.querySelector('a').href = dialog.dataset.root + entry.url;
  row.querySelector('b').textContent = entry.title;
  row.querySelector('span').textContent = excerpt(entry.text, query.value);
  return row;
}

async function open() {
  dialog.showModal();
  query.focus();
  await load();
  show();
}

if (dialog.showModal) {
  opener.hidden = false;
  opener.addEventListener('click', open);
  query.addEventListener('input', show);
  // Enter looks at the first result; it must not close the dialog.
  query.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    results.querySelector('a')?.focus();
  });
  results.addEventListener('click', (event) => event.target.closest('a') && dialog.close());
}
