/** A reader's things as a file or a code to take along, and back again. */

import { fnv1a } from '../page/hash.js';
import { empty, isRecord, read } from './state.js';

const FORMAT = 'rebond';
const MOST_BYTES = 1_000_000;
const MOST_ENTRIES = 5000;
const PLACE = '[\\w./%-]{0,200}#[a-z][a-z0-9-]{0,39}';
const OWN = 'own:[a-z0-9]{1,40}';
// An address, an equals sign and a value that may stand there; whether the site knows the address
// is of no matter.
const SOUND = new RegExp(
  `^(?:start=(?:\\d{4}-\\d\\d-\\d\\d)?|${PLACE}=(?:done|aside)?|(?:${PLACE}:star|${OWN}:tick)=(?:yes)?|(?:${OWN}|${PLACE}:(?:note|\\d{1,3}:\\d{1,3}))=[^\\0-\\x08\\x0b-\\x1f\\x7f]{0,10000})$`,
);

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

function check(value) {
  if (!isRecord(value) || value.format !== FORMAT) return failed('foreign');
  const { state, problem } = read(value);
  if (problem) return failed(problem === 'newer' ? 'newer' : 'invalid');
  const entries = Object.entries(state.entries);
  if (entries.length > MOST_ENTRIES) return failed('size');
  return entries.every(isSound) ? { state, problem: '' } : failed('invalid');
}

function isSound([address, { is, at }]) {
  const isDay = address !== 'start' || !is || Date.parse(is);
  return at >= 0 && !address.includes('=') && isDay && SOUND.test(`${address}=${is}`);
}

function decode(code) {
  const [format, body, sum] = code.replace(/\s+/g, '').split('.');
  if (format !== FORMAT || sum !== checksum(body)) throw new Error('damaged');
  const binary = atob(body.replace(/-/g, '+').replace(/_/g, '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)));
}

/** Finds a code that lost its end on the way. */
const checksum = (text) => fnv1a(text).toString(36);

const failed = (problem) => ({ state: empty(), problem });
