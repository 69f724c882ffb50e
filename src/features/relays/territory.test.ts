import { expect, test } from 'vitest'
import { communesIn, nameTerritory, resolveTerritory } from './territory.ts'

const codeOf = (line: string) => {
  const resolved = resolveTerritory(line)
  return resolved.kind === 'found' ? `${resolved.territory.kind} ${resolved.territory.code}` : resolved.kind
}

test('a territory is told by its code or its name, whatever capitals and accents', () => {
  expect(['57', 'moselle', '2a', 'Grand Est', 'GRAND-EST'].map(codeOf)).toEqual([
    'department 57',
    'department 57',
    'department 2A',
    'region 44',
    'region 44',
  ])
  expect(['57463', 'metz', 'CC Faucigny - Glières', 'La Réunion', '974'].map(codeOf)).toEqual([
    'commune 57463',
    'commune 57463',
    'epci 200000172',
    'region 04',
    'department 974',
  ])
})

test('of several communes with one name, the line asks which', () => {
  const resolved = resolveTerritory('Saint-Denis')
  expect(resolved.kind).toBe('ambiguous')
  expect(resolved).toMatchObject({
    candidates: expect.arrayContaining([
      { kind: 'commune', code: '93066', name: 'Saint-Denis', inside: '93' },
      { kind: 'commune', code: '97411', name: 'Saint-Denis', inside: '974' },
    ]),
  })
})

test('what is nowhere is unknown', () => {
  expect(['', '   ', '99', 'Syldavie', '%'].map(codeOf)).toEqual(Array(5).fill('unknown'))
  expect(nameTerritory({ kind: 'commune', code: '99999' })).toMatchObject({ name: '99999' })
})

test('a territory is known by all its communes, districts and former codes too', () => {
  expect(communesIn({ kind: 'commune', code: '57463' })).toContain('57463')
  expect(communesIn({ kind: 'commune', code: '75056' })).toEqual(
    expect.arrayContaining(['75056', '75101', '75120']),
  )
  const ain = communesIn({ kind: 'department', code: '01' })
  expect(ain).toContain('01340')
  expect(ain.every((code) => code.startsWith('01'))).toBe(true)
  expect(communesIn({ kind: 'epci', code: '200000172' })).toContain('74042')
  expect(communesIn({ kind: 'region', code: '04' })).toContain('97411')
  expect(communesIn({ kind: 'epci', code: '000000000' })).toEqual([])
})
