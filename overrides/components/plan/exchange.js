/** Taking everything along and bringing it back: nothing changes before the reader has seen what would. */

import { download } from '../page/download.js';
import { difference, merge, rename } from '../storage/state.js';
import { copyCode, formerAddresses, offerUndo, store } from '../storage/storage.js';
import { fromBytes, fromText, toFile } from '../storage/transfer.js';

/** @param {HTMLElement} section */
export function setUpExchange(section) {
  const [file, text] = section.querySelectorAll('[type=file], [spellcheck]');
  const [counts, ways] = section.querySelectorAll('.exchange__preview');
  let wanted = null;

  /** Values by address that each way would change, from what is here now. */
  const changes = () => ({
    merge: difference(store.state, merge(store.state, wanted)),
    replace: difference(store.state, wanted),
  });

  function look({ state, problem }) {
    wanted = problem ? null : rename(state, formerAddresses);
    const found = wanted ? changes() : {};
    const isNew = Object.values(found).some((values) => Object.keys(values).length);
    for (const cell of counts.querySelectorAll('[data-kind]')) {
      const kinds = Object.entries(found[cell.parentElement.dataset.way] ?? {}).map(kind);
      cell.textContent = kinds.filter((one) => one === cell.dataset.kind).length;
    }
    show(problem || (isNew ? '' : 'same'), isNew);
    if (wanted && !isNew) store.merge(wanted); // What was taken back elsewhere is known from now on.
  }

  function show(message, isNew) {
    for (const one of section.querySelectorAll('[data-problem]')) one.hidden = one.dataset.problem !== message;
    counts.hidden = ways.hidden = !isNew;
  }

  function close() {
    wanted = null;
    file.value = text.value = '';
    show('', false);
    text.focus();
  }

  section.addEventListener('click', ({ target }) => {
    const action = target.closest('button')?.dataset.action;
    const given = wanted;
    const values = given && changes()[action];
    if (action === 'save') download('plan.json', 'application/json', toFile(store.state));
    if (action === 'copy') copyCode(section);
    if (action === 'cancel' || values) close();
    if (values) offerUndo(section.querySelector('.undo'), action === 'merge' ? store.merge(given) : store.change(values), text);
  });
  file.addEventListener('change', async () => {
    const [given] = file.files;
    // What is too large is not even read, and what has gone meanwhile cannot be.
    const found = given.size > 1e6 ? { problem: 'size' } : await given.arrayBuffer().then(fromBytes, () => ({ problem: 'damaged' }));
    file.value = '';
    look(found);
  });
  text.addEventListener('input', () => (text.value.trim() ? look(fromText(text.value)) : close()));
  store.addEventListener('change', () => wanted && !ways.hidden && look({ state: wanted }));
  store.addEventListener('erased', close);
}

function kind([address, is]) {
  if (!is) return 'removed';
  return store.get(address) ? 'changed' : 'added';
}
