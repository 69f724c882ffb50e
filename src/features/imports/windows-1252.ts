/**
 * Text in Windows-1252. A table of our own: several lines of Node decoded 0x80 to 0x9F as control characters
 * (nodejs/node #56542, #59515, #60888), and `latin1` always does.
 */

/** What 0x80 to 0x9F mean (WHATWG Encoding Standard, index windows-1252); five of them mean nothing else. */
const highBytes =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'

/** One sign a byte: pieces of a file can be decoded one by one. */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replaceAll(/[\u0080-\u009F]/g, (sign) => highBytes[sign.charCodeAt(0) - 0x80] ?? sign)
}
