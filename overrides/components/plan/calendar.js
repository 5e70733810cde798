/** A plan's days as a calendar file (RFC 5545). */

import { fnv1a } from '../page/hash.js';

const DAY = 86_400_000;

/**
 * @param {string} start `2026-11-24`
 * @param {string} due how long after it: `3d`, `2w`
 * @returns {string} a day in the form of `start`
 */
export function dayAfter(start, due) {
  const days = parseInt(due, 10) * (due.endsWith('w') ? 7 : 1);
  return new Date(Date.parse(start) + days * DAY).toISOString().slice(0, 10);
}

/**
 * A calendar of all-day events, private and free. The same event has the same UID each time and
 * a greater SEQUENCE, so that importing again updates it.
 * @param {{at: string, day: string, title: string}[]} events `at`: where it stands on the site
 * @param {string} site its address without scheme, `example.org/guide/`
 * @param {number} now milliseconds since 1970
 * @returns {string}
 */
export function toCalendar(events, site, now) {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  const sequence = Math.max(Math.floor(now / 1000) - 1_577_836_800, 0); // seconds of this decade: 32 bits
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Rebond//Plan//EN'];
  for (const { at, day, title } of events) {
    lines.push(
      ...['BEGIN:VEVENT', `UID:${uid(site, at)}`, `DTSTAMP:${stamp}`, `SEQUENCE:${sequence}`],
      ...[`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(dayAfter(day, '1d'))}`],
      ...[`SUMMARY:${escape(title)}`, 'CLASS:PRIVATE', 'TRANSP:TRANSPARENT', 'END:VEVENT'],
    );
  }
  return [...lines, 'END:VCALENDAR'].map((line) => `${fold(line)}\r\n`).join('');
}

/** It tells nothing of what the event is about. */
const uid = (site, at) => `${fnv1a(site + at)}-${fnv1a(at + site)}@${site.split('/')[0]}`;

const compact = (day) => day.replace(/-/g, '');

const escape = (text) => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

/** Lines of 75 octets at most, none of which ends inside a letter (section 3.1). */
function fold(line) {
  const parts = [''];
  let room = 75;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (size > room) {
      parts.push('');
      room = 74; // the space that marks a continued line counts
    }
    parts[parts.length - 1] += letter;
    room -= size;
  }
  return parts.join('\r\n ');
}
