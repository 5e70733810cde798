/** FNV-1a, 32 bits, of a text's code units (Fowler, Noll and Vo; RFC 9923). */
export function fnv1a(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
