/** Light or dark: the reader's choice, else the system's. */

const root = document.documentElement;
const button = document.querySelector('.scheme');
const key = `${document.body.dataset.store}:scheme`;
const system = matchMedia('(prefers-color-scheme: dark)');

const current = () => root.dataset.scheme || (system.matches ? 'dark' : 'light');
const other = () => (current() === 'dark' ? 'light' : 'dark');

/** The button says what a press brings. */
function label() {
  for (const name of button.querySelectorAll('[data-scheme]')) name.hidden = name.dataset.scheme !== other();
}

function change() {
  root.dataset.scheme = other();
  try {
    // Who wants nothing kept on this visit wants no colours kept either.
    if (!sessionStorage.getItem(`${document.body.dataset.store}:visit`)) localStorage.setItem(key, root.dataset.scheme);
  } catch {
    // Blocked or full: the choice holds on this page.
  }
  label();
}

button.hidden = false;
label();
button.addEventListener('click', change);
system.addEventListener?.('change', label);
