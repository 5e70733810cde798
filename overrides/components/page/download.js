/** Hand a file to the reader that was made on this page. */

/**
 * @param {string} name
 * @param {string} type a media type
 * @param {string} text
 */
export function download(name, type, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  // The browser forgets the address with the page; Safari reads it after the click has returned.
  link.click();
}
