import { beforeAll, describe, expect, test } from 'vitest'
import { transaction } from '../../core/db.ts'
import { aBusiness } from '../../testing/a-business.ts'
import { anApp, testNow, type Visitor } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { aStaffActor } from '../../testing/staff-actor.ts'
import type { Actor } from '../accounts/person.ts'
import { everywhere, type Reach } from '../businesses/reach-store.ts'
import { relayUrls } from '../relays/urls.ts'
import { listSegment } from './list-store.ts'
import { anyBusiness } from './rule.ts'
import { tagList } from './tag-list.ts'
import { asTag } from './tag.ts'
import { listTagsOf } from './tag-store.ts'
import { undoTagging } from './undo-tagging.ts'
import { listUrls } from './urls.ts'

const database = freshDatabase()
const app = anApp(database)

type Who = 'operator' | 'adviser' | 'trainer' | 'ofMoselle' | 'ofMarne'
const staff = {} as Record<Who, Visitor>
const relays = {} as Record<'moselle' | 'marne', string>
let programme: Actor
let metz = { id: '', siret: '' }
let reims = { id: '', siret: '' }

async function aRelay(name: string, territory: string): Promise<string> {
  const opened = await staff.operator.post(relayUrls.list, { name, territory })
  return /relais\/([^?]+)\?/.exec(opened.location)?.[1] ?? ''
}

beforeAll(async () => {
  for (const role of ['operator', 'adviser', 'trainer'] as const) staff[role] = await app.signedInAs(role)
  relays.moselle = await aRelay('Moselle', 'moselle')
  relays.marne = await aRelay('Marne', 'marne')
  await aStaffActor(database.db, 'relay-manager', 'moselle@example.org', relays.moselle)
  await aStaffActor(database.db, 'adviser', 'marne@example.org', relays.marne)
  staff.ofMoselle = await app.signedInAs(null, 'moselle@example.org')
  staff.ofMarne = await app.signedInAs(null, 'marne@example.org')
  programme = await aStaffActor(database.db, 'operator')
  metz = await aBusiness(database.db, { communeCode: '57463', departmentCode: '57', commune: 'Metz' })
  reims = await aBusiness(database.db, { communeCode: '51454', departmentCode: '51', commune: 'Reims' })
})

const tagsOf = (reach: Reach, id: string) => listTagsOf(database.db, reach, id)
const tagged = async (reach: Reach, tag: string) =>
  (await listSegment(database.db, reach, { ...anyBusiness, tag }, { after: null, limit: 100 })).map(
    ({ id }) => id,
  )
const untagged = () => database.db.deleteFrom('businessTags').execute()

test.each([
  ['Marché', 'marché'],
  ['#noel-2026 ', 'noel-2026'],
  ['deux mots', null],
  ['', null],
  ["'; drop", null],
  ['x'.repeat(31), null],
  ['-', null],
])('%j as a tag is %j', (typed, tag) => expect(asTag(typed)).toBe(tag))

describe('a tag on one business', () => {
  test('is put on its page, shown there and in the list, and taken off again; twice is once', async () => {
    for (const tag of ['Marché', 'marché'])
      expect((await staff.adviser.post(listUrls.tags(metz.id), { tag })).location).toContain('#etiquettes')
    expect(await tagsOf(everywhere, metz.id)).toEqual(['marché'])
    const story = await staff.adviser.get(listUrls.business(metz.id))
    expect(story.html).toContain('Retirer « marché »')
    expect((await staff.adviser.get(`${listUrls.list}?etiquette=marché`)).html).toContain(metz.id)
    await staff.adviser.post(listUrls.untag(metz.id), { tag: 'marché' })
    expect(await tagsOf(everywhere, metz.id)).toEqual([])
  })

  test('that is no single word comes back with what was typed', async () => {
    const page = await staff.adviser.post(listUrls.tags(metz.id), { tag: 'deux mots' })
    expect([page.status, page.html.includes('Écrivez un seul mot')]).toEqual([422, true])
    expect(page.html).toContain('value="deux mots"')
  })

  test('put at once by many is there once', async () => {
    await Promise.all(
      Array.from({ length: 8 }, () => staff.adviser.post(listUrls.tags(metz.id), { tag: 'ensemble' })),
    )
    expect(await tagsOf(everywhere, metz.id)).toEqual(['ensemble'])
    await untagged()
  })
})

describe('a tag on a whole list', () => {
  test('says how many first, is put on each, and can be undone without touching what was there before', async () => {
    await staff.adviser.post(listUrls.tags(metz.id), { tag: 'salon' })
    const before = await staff.adviser.get(`${listUrls.tagList}?effectif=up-to-9`)
    expect(before.html).toContain('Étiqueter 2 commerces')
    const done = await staff.adviser.post(listUrls.tagList, { effectif: 'up-to-9', tag: 'Salon' })
    expect(done.location).toMatch(/effectif=up-to-9&fait=/)
    const page = await staff.adviser.get(done.location)
    expect(page.html).toContain('1 commerce de plus avec l’étiquette « salon »')
    expect(await tagged(everywhere, 'salon')).toHaveLength(2)
    const undo = /action="([^"]*annuler)"/.exec(page.html)?.[1] ?? ''
    const both = await Promise.all([1, 2].map(() => staff.adviser.post(undo)))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect((await staff.adviser.get(both[0]?.location ?? '')).html).toContain('C’est annulé')
    expect(await tagged(everywhere, 'salon')).toEqual([metz.id])
    await untagged()
  })

  test('that is no word, or a list that is not clear, tags nobody', async () => {
    expect((await staff.adviser.post(listUrls.tagList, { tag: 'deux mots' })).status).toBe(422)
    expect((await staff.adviser.post(listUrls.tagList, { tag: 'x', ville: 'Syldavie' })).location).toContain(
      'ville=Syldavie',
    )
    expect((await staff.adviser.post(listUrls.tagList, { tag: 'x', q: 'a' })).status).toBe(303)
    expect(await database.db.selectFrom('businessTags').select('tag').execute()).toEqual([])
  })

  test('of a relay reaches its own only, whatever is asked, and nobody else sees it', async () => {
    await staff.ofMoselle.post(listUrls.tagList, { tag: 'relais', relais: relays.marne })
    expect(await tagged({ relayId: relays.moselle }, 'relais')).toEqual([metz.id])
    for (const reach of [everywhere, { relayId: relays.marne }])
      expect(await tagged(reach, 'relais')).toEqual([])
    expect((await staff.ofMarne.get(`${listUrls.list}?etiquette=relais`)).html).not.toContain(metz.id)
    expect(
      (await staff.operator.get(`${listUrls.list}?etiquette=relais&relais=${relays.moselle}`)).html,
    ).toContain(metz.id)
  })

  test('is undone by its relay and by the whole programme, not by another relay', async () => {
    const tagging = await transaction(database.db, (tx) =>
      tagList(tx, testNow, programme, {
        reach: { relayId: relays.moselle },
        rule: anyBusiness,
        typed: 'essai',
      }),
    )
    const id = tagging.kind === 'tagged' ? tagging.taggingId : ''
    expect((await staff.ofMarne.post(listUrls.undo(id))).status).toBe(404)
    expect((await staff.ofMarne.get(`${listUrls.list}?fait=${id}`)).html).not.toContain('essai')
    expect((await staff.ofMoselle.post(listUrls.undo(id))).status).toBe(303)
    const again = await transaction(database.db, (tx) => undoTagging(tx, testNow, programme, id))
    expect(again.kind).toBe('undone')
  })

  test('for a relay that does not exist is not found', async () => {
    const nowhere = { tag: 'x', relais: '00000000-0000-4000-8000-000000000000' }
    expect((await staff.operator.post(listUrls.tagList, nowhere)).status).toBe(404)
    expect((await staff.operator.post(listUrls.segments, { ...nowhere, name: 'X' })).status).toBe(404)
  })
})

async function aSegment(who: Who, fields: Record<string, string>): Promise<string> {
  const kept = await staff[who].post(listUrls.segments, { effectif: 'up-to-9', ...fields })
  return /segments\/([^?]+)\?fait=garde/.exec(kept.location)?.[1] ?? ''
}

describe('a segment', () => {
  test('is kept under a name, says whom it means and how many, is renamed and deleted', async () => {
    const query = 'ville=Metz&effectif=up-to-9'
    const form = await staff.adviser.get(`${listUrls.newSegment}?${query}`)
    expect(form.html).toContain('Les commerces de la commune Metz (57), de 1 à 9 salariés.')
    const id = await aSegment('adviser', { ville: 'Metz', name: 'Petits de Metz' })
    const page = await staff.adviser.get(`${listUrls.segment(id)}?fait=garde`)
    for (const words of [
      'C’est gardé.',
      'Petits de Metz',
      '1 commerce aujourd’hui.',
      'de la commune Metz (57)',
    ])
      expect(page.html).toContain(words)
    const opened = /href="(\/equipe\/commerces\?[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const list = await staff.adviser.get(opened)
    expect([list.html.includes(metz.id), list.html.includes(reims.id)]).toEqual([true, false])
    const other = await aSegment('adviser', { name: 'Autre' })
    expect((await staff.adviser.post(listUrls.segment(other), { name: 'Petits de Metz' })).status).toBe(409)
    expect((await staff.adviser.post(listUrls.segment(other), { name: ' ' })).status).toBe(422)
    expect((await staff.adviser.post(listUrls.segment(id), { name: 'Metz' })).location).toContain(
      'fait=renomme',
    )
    expect((await staff.adviser.get(listUrls.segments)).html).toContain('>Metz</a>')
    expect((await staff.adviser.post(listUrls.deleteSegment(id))).location).toContain('fait=supprime')
    expect((await staff.adviser.get(listUrls.segment(id))).status).toBe(404)
    expect((await staff.adviser.post(listUrls.deleteSegment(id))).status).toBe(404)
  })

  test('of one name is kept once, even by two at once; another relay may use the name', async () => {
    const fields = { name: 'Double', effectif: 'none' }
    const two = await Promise.all([1, 2].map(() => staff.adviser.post(listUrls.segments, fields)))
    expect(two.map(({ status }) => String(status)).toSorted()).toEqual(['303', '409'])
    expect((await staff.ofMarne.post(listUrls.segments, fields)).status).toBe(303)
  })

  test('that an older or newer version wrote is listed, and said to be unreadable', async () => {
    const values = {
      name: 'Ancien',
      rule: JSON.stringify({ version: 9 }),
      madeBy: programme.personId,
      madeAt: testNow,
    }
    const { id } = await database.db
      .insertInto('segments')
      .values(values)
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const address of [listUrls.segments, listUrls.segment(id)])
      expect((await staff.adviser.get(address)).html).toContain('ne sait plus lire ces filtres')
  })
})

describe('who may do what', () => {
  const acts: [string, (who: Visitor, segment: string) => Promise<{ status: number }>][] = [
    ['open the file', (who) => who.get(listUrls.file)],
    ['open the tagging of a list', (who) => who.get(listUrls.tagList)],
    ['tag a list', (who) => who.post(listUrls.tagList, { tag: 'table', effectif: 'more' })],
    ['tag a business of Moselle', (who) => who.post(listUrls.tags(metz.id), { tag: 'table' })],
    ['take a tag off it', (who) => who.post(listUrls.untag(metz.id), { tag: 'table' })],
    ['see the segments', (who) => who.get(listUrls.segments)],
    ['open a segment of Moselle', (who, segment) => who.get(listUrls.segment(segment))],
    ['rename it', (who, segment) => who.post(listUrls.segment(segment), { name: 'Renommé' })],
    ['delete it', (who, segment) => who.post(listUrls.deleteSegment(segment))],
  ]
  const own = [200, 200, 303, 303, 303, 200, 200, 303, 303]
  const expected: Record<Who, number[]> = {
    operator: own,
    adviser: own,
    ofMoselle: own,
    ofMarne: [200, 200, 303, 404, 404, 200, 404, 404, 404],
    trainer: acts.map(() => 404),
  }
  test.each(Object.keys(expected) as Who[])('%s', async (who) => {
    const segment = await aSegment('ofMoselle', { name: `De ${who}` })
    const statuses = []
    for (const [, act] of acts) statuses.push((await act(staff[who], segment)).status)
    expect(statuses).toEqual(expected[who])
    const stranger = await app.visitor().post(listUrls.tagList, { tag: 'x' })
    expect([stranger.status, stranger.location]).toEqual([303, '/connexion?retour=%2Fequipe'])
  })
})
