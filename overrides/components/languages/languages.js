/** The language links lead to the section that is on screen, not to the top of the page. */

const menu = document.querySelector('.languages');

/** The last heading or item with an id that has passed the upper third of the screen. */
export function sectionInView(root = document) {
  const line = innerHeight / 3;
  const marks = [...root.querySelectorAll('main :is(h2, h3, h4)[id]')];
  const passed = marks.filter((mark) => mark.getBoundingClientRect().top <= line);
  return passed.length ? passed[passed.length - 1].id : '';
}

/** Choices that stand in the address go along, before the section that is in view. */
function carrySection() {
  const hash = location.hash.includes('=') ? location.hash : sectionInView();
  for (const link of menu.querySelectorAll('a')) link.hash = hash;
}

function close(event) {
  const leaves = event.type === 'keydown' ? event.key === 'Escape' : !menu.contains(event.target);
  if (!menu.open || !leaves) return;
  menu.open = false;
  if (event.type === 'keydown') menu.querySelector('summary').focus();
}

if (menu) {
  menu.addEventListener('toggle', carrySection);
  menu.addEventListener('pointerdown', carrySection);
  menu.addEventListener('keydown', carrySection);
  for (const type of ['keydown', 'click']) document.addEventListener(type, close);
}
