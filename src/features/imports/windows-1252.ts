/**
 * Text in Windows-1252. A table of our own: several lines of Node decoded 0x80 to 0x9F as control characters
 * (nodejs/node #56542, #59515, #60888), and `latin1` always does.
 */

/** What 0x80 to 0x9F mean (WHATWG Encoding Standard, index windows-1252); five of them mean nothing else. */
const highBytes: readonly number[] = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d,
  0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
  0x153, 0x9d, 0x17e, 0x178,
]

/** One sign a byte: pieces of a file can be decoded one by one. */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replaceAll(/[\u0080-\u009F]/g, (sign) =>
      String.fromCharCode(highBytes[sign.charCodeAt(0) - 0x80] ?? 0xfffd),
    )
}
