/** A reader's things as a file or a code to take along, and back again. */

import { empty, isRecord, read, valueOf } from './state.js';

const FORMAT = 'rebond';
const MOST_BYTES = 1_000_000;
const MOST_ENTRIES = 5000;
const LONGEST = 10_000;
// What an address may look like; whether the site knows it is of no matter.
const ADDRESS = /^(?:start|own:[a-z0-9]{1,40}(?::tick)?|[\w./%-]{0,200}#[a-z][a-z0-9-]{0,39}(?::note|:star|:\d{1,3}:\d{1,3})?)$/;

/** @typedef {''|'size'|'damaged'|'foreign'|'newer'|'invalid'} Problem */

/** @returns {string} JSON for a file */
export const toFile = (state) => JSON.stringify({ format: FORMAT, ...state });

/** @returns {string} one line of letters that survives a chat or an e-mail */
export function toCode(state) {
  const bytes = new TextEncoder().encode(toFile(state));
  const body = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  return `${FORMAT}.${body}.${checksum(body)}`;
}

/**
 * Read what toFile or toCode wrote, or anything that claims to be it.
 * @param {ArrayBuffer} buffer
 * @returns {{state: import('./state.js').State, problem: Problem}}
 */
export function fromBytes(buffer) {
  try {
    return fromText(new TextDecoder('utf-8', { fatal: true }).decode(buffer));
  } catch {
    return failed('damaged');
  }
}

/** @param {string} text */
export function fromText(text) {
  if (text.length > MOST_BYTES) return failed('size');
  try {
    const given = text.replace(/^\uFEFF/, '').trim();
    return check(JSON.parse(given.startsWith('{') ? given : decode(given)));
  } catch {
    return failed('damaged');
  }
}

/** The values that make of one state the other, by address. */
export function difference(state, wanted) {
  const all = Object.keys({ ...state.entries, ...wanted.entries });
  const changed = all.filter((address) => valueOf(state, address) !== valueOf(wanted, address));
  return Object.fromEntries(changed.map((address) => [address, valueOf(wanted, address)]));
}

function check(value) {
  if (!isRecord(value) || value.format !== FORMAT) return failed('foreign');
  const { state, problem } = read(value);
  if (problem) return failed(problem === 'newer' ? 'newer' : 'invalid');
  const entries = Object.entries(state.entries);
  if (entries.length > MOST_ENTRIES) return failed('size');
  return entries.every(isSound) ? { state, problem: '' } : failed('invalid');
}

function isSound([address, { is, at }]) {
  if (!ADDRESS.test(address) || is.length > LONGEST || !(at >= 0)) return false;
  if (address === 'start') return is === '' || (/^\d{4}-\d\d-\d\d$/.test(is) && !Number.isNaN(Date.parse(is)));
  const marks = /:star$|:tick$/.test(address) ? ['', 'yes'] : /#[^:]*$/.test(address) && ['', 'done', 'aside'];
  return !marks || marks.includes(is);
}

function decode(code) {
  const [format, body, sum] = code.replace(/\s+/g, '').split('.');
  if (format !== FORMAT || sum !== checksum(body)) throw new Error('damaged');
  const binary = atob(body.replace(/-/g, '+').replace(/_/g, '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)));
}

/** FNV-1a, 32 bits: finds a code that lost its end on the way. */
export function checksum(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

const failed = (problem) => ({ state: empty(), problem });
