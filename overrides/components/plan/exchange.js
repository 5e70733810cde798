/** Taking everything along and bringing it back: nothing changes before the reader has seen what would. */

import { download } from '../page/download.js';
import { merge, rename } from '../storage/state.js';
import { copyCode, formerAddresses, offerUndo, store } from '../storage/storage.js';
import { difference, fromBytes, fromText, toFile } from '../storage/transfer.js';

/** @param {HTMLElement} section */
export function setUpExchange(section) {
  const [file, text] = section.querySelectorAll('[type=file], [spellcheck]');
  const preview = section.querySelector('.exchange__preview');
  let changes = {};

  function look({ state, problem }) {
    changes = problem ? {} : ways(store.state, rename(state, formerAddresses));
    const isNew = Object.values(changes).some((values) => Object.keys(values).length);
    const message = problem || (isNew ? '' : 'same');
    for (const one of section.querySelectorAll('[data-problem]')) one.hidden = one.dataset.problem !== message;
    for (const cell of preview.querySelectorAll('[data-kind]')) {
      const kinds = Object.entries(changes[cell.parentElement.dataset.way] ?? {}).map(kind);
      cell.textContent = kinds.filter((one) => one === cell.dataset.kind).length;
    }
    preview.hidden = Boolean(message);
  }

  function close() {
    changes = {};
    file.value = text.value = '';
    for (const one of section.querySelectorAll('[data-problem]')) one.hidden = true;
    preview.hidden = true;
  }

  section.addEventListener('click', ({ target }) => {
    const action = target.closest('button')?.dataset.action;
    const values = changes[action];
    if (action === 'save') download('plan.json', 'application/json', toFile(store.state));
    if (action === 'copy') copyCode(section);
    if (action === 'cancel' || values) close();
    if (values) offerUndo(section.querySelector('.undo'), store.change(values), file);
  });
  file.addEventListener('change', async () => {
    const [given] = file.files;
    // What is too large is not even read.
    if (given) look(given.size > 1e6 ? { problem: 'size' } : fromBytes(await given.arrayBuffer()));
  });
  text.addEventListener('input', () => (text.value.trim() ? look(fromText(text.value)) : close()));
}

/** What each way of importing would change: values by address. */
function ways(state, wanted) {
  return { merge: difference(state, merge(state, wanted)), replace: difference(state, wanted) };
}

function kind([address, is]) {
  if (!is) return 'removed';
  return store.get(address) ? 'changed' : 'added';
}
