import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { joined, lengthOf, watchPlayer, type Part } from './played.ts'

/** A player whose clock and position run together, as a browser tells them. */
function aPlayer() {
  const player = watchPlayer()
  let [position, now] = [0, 0]
  return {
    play(seconds: number, rate = 1) {
      for (let left = seconds; left > 0; left -= 0.25 * rate) {
        const step = Math.min(left, 0.25 * rate)
        position += step
        now += (step / rate) * 1000
        player.tick(position, rate, now)
      }
    },
    seek(to: number) {
      player.jump()
      position = to
      now += 40
      player.tick(position, 1, now)
    },
    wait(milliseconds: number) {
      now += milliseconds
    },
    start: () => player.tick(position, 1, now),
    slip(to: number) {
      position = to
      now += 250
      player.tick(position, 1, now)
    },
    parts: () => player.parts(),
  }
}

test('what is played is counted, at any speed', () => {
  for (const rate of [0.75, 1, 1.5, 2]) {
    const player = aPlayer()
    player.start()
    player.play(30, rate)
    expect(player.parts()).toEqual([[0, 30]])
  }
})

test('a jump forward plays nothing in between, and going back counts nothing twice', () => {
  const player = aPlayer()
  player.start()
  player.play(10)
  player.seek(60)
  player.play(5)
  player.seek(5)
  player.play(10)
  expect(player.parts()).toEqual([
    [0, 15],
    [60, 65],
  ])
})

test('a position that ran ahead of the clock was not played', () => {
  const player = aPlayer()
  player.start()
  player.play(3)
  player.slip(300)
  expect(player.parts()).toEqual([[0, 3]])
})

test('in a hidden page the position comes once a second: it was played all the same', () => {
  const player = watchPlayer()
  for (let second = 0; second <= 20; second += 1) player.tick(second * 1.5, 1.5, second * 1000)
  expect(player.parts()).toEqual([[0, 30]])
})

test('paused for an hour, nothing is played', () => {
  const player = aPlayer()
  player.start()
  player.play(4)
  player.wait(3_600_000)
  player.start()
  expect(player.parts()).toEqual([[0, 4]])
})

const part = fc
  .tuple(fc.nat(600), fc.integer({ min: 1, max: 60 }))
  .map(([from, length]): Part => [from, from + length])

test('joined parts are in order, apart, and hold the same seconds', () => {
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const found = joined(parts)
      const seconds = new Set(
        parts.flatMap(([from, until]) => Array.from({ length: until - from }, (_, i) => from + i)),
      )
      expect(lengthOf(found)).toBe(seconds.size)
      for (const [index, [from]] of found.slice(1).entries())
        expect(from).toBeGreaterThan(found[index]?.[1] ?? 0)
    }),
  )
})
