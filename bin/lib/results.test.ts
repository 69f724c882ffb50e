import { expect, test } from 'vitest'
import { countPlaywright, countRun, countVitest, lastLine, oneResult, total } from './results.ts'

const vitestReport = (more: object) =>
  JSON.stringify({
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [],
    ...more,
  })

test('the last line counts what passed and failed, and what was skipped only when something was', () => {
  expect(lastLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
  expect(lastLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped')
})

test('the sum adds every part', () => {
  expect(total([oneResult(true), oneResult(false), { passed: 4, failed: 1, skipped: 2 }])).toEqual({
    passed: 5,
    failed: 2,
    skipped: 2,
  })
})

test('tests left for later count as skipped', () => {
  expect(countVitest(vitestReport({}))).toEqual({ passed: 5, failed: 0, skipped: 2 })
})

test('a test file that cannot be read is a failure, though none of its tests failed', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ]
  expect(countVitest(vitestReport({ numFailedTests: 1, testResults })).failed).toBe(2)
})

test('a journey that passes only the second time has failed', () => {
  const report = JSON.stringify({ stats: { expected: 9, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] })
  expect(countPlaywright(report)).toEqual({ passed: 9, failed: 2, skipped: 2 })
})

test('a program that crashes after its last test has failed, and so has one without a report', () => {
  expect(countRun(1, vitestReport({}), countVitest).failed).toBe(1)
  expect(countRun(0, vitestReport({}), countVitest).failed).toBe(0)
  expect(countRun(0, null, countVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})
