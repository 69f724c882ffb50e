/** What goes to the console's error stream is something a developer would have to look at: the test fails. */
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { stayHere } from './stay-here.ts'

stayHere()

const complaints: unknown[][] = []

beforeEach(() => {
  complaints.length = 0
  vi.spyOn(console, 'error').mockImplementation((...words) => void complaints.push(words))
})

afterEach(() => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- it speaks for every test
  expect(complaints, 'console.error was called').toEqual([])
})
