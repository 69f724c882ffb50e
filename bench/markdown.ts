/** Turns the recorded figures into `docs/benchmarks.md`. */
import type { Recorded } from './harness.ts'

const head = `# Benchmarks

Written by \`npm run bench\`; do not edit. The same figures for programs: \`benchmarks.json\`.

- \`npm run bench\` measures everything; \`npm run bench -- answers booking\` only these; \`npm run bench -- --quick\`
  tries whether all of it runs, and records nothing. \`npm run bench:diagnostic\` measures what the diagnostic is
  promised: evaluator, stored diagnostics (\`-- --stored=1000000\` for as many), answers, pages.
- It builds when needed, starts its own PostgreSQL (embedded, fsync on) in \`var/\`, and removes it at the end.
- Ours and its limit run in turns in the same minutes, after a round that does not count. Each round gives one ratio;
  the figures are medians of the rounds, "from – to" are the lowest and the highest ratio.
- A ratio is ours divided by the limit: for pages and writes more is better, for times less is better.
- Server, database and load share the cores of one machine, so absolute numbers are lower than a server alone would
  give, and differences under 25 % between two runs mean nothing. No test depends on a figure.
- A goal that was missed stays here as missed.
`

const tail = `
## What is compared with what

| figure | ours | its limit |
|---|---|---|
| pages | the built web process, 16 connections, no compression, as a visitor without a cookie; the question page reads its diagnostic from PostgreSQL each time, which is why it is also compared with a bare server that reads those answers too | \`node:http\` in a process of its own that answers the very same bytes and headers from memory |
| answer saved | the verb \`saveAnswer\` in its transaction, through the pool that the web process has; owners answer all questions in order, 16 at once | \`begin\`, one named \`insert into answer_events\`, \`commit\` on \`pg\`, 16 connections |
| evaluator | \`makeResult\` and \`choosePlan\` in one process, from answers in memory to the plan | – |
| stored diagnostics | \`replayResults\`, as \`pignon replay\` runs it, in a process of its own: answers and kept results read in pages of 500, the result made again and compared | – |
| booking | the verb \`bookSeats\` as the web process calls it: a seat, a booking, its reminders and the job of its mail; 16 people at once on one session, or on 25 in turns | one named conditional \`update\` of the same row, committed by itself: no booking, no job, no reminder |
| seat given back until offered | the verb \`cancelBooking\` by hand, and a built worker process that writes the mail of the offer | – |
| import | \`importRegister\`: rules of the SIRET, all columns, generated search words, nine indexes besides the key (one of them for the search by parts of words), counts, refusals | csv-parse and \`COPY\` of the same columns as text into a table that has only a primary key |
| search | \`listNearest\` and \`listPage\` on one connection, as the list of staff asks them, over two million invented businesses (\`-- --rows=200000\` for as many): 150 questions of each kind, after five that do not count | – |
| edition | \`makeEdition\` over 200,000 finished diagnostics of as many invented businesses in real communes and trades: newest result of each, compared with earlier editions, added up, frozen; one round | – |
| start | the built web process, database running | a \`node:http\` process that answers one word |
| weights | compressed bytes of the page, its style sheets and its brand colours, as a browser that takes Brotli gets them | – |
`

/** The whole document; figures in the order they were first measured. */
export function markdown(figures: readonly Recorded[]): string {
  const judged = figures.filter(({ goal }) => goal !== null)
  const others = figures.filter(({ goal }) => goal === null)
  return [
    head,
    summary(judged),
    table('Figures with a goal', judged),
    table('For information', others),
    notes(figures),
    tail,
  ].join('')
}

function summary(judged: readonly Recorded[]): string {
  const missed = judged.filter(({ met }) => !met)
  if (judged.length === 0) return '\nNothing has been measured yet.\n'
  if (missed.length === 0) return `\n**All ${judged.length} goals are met.**\n`
  return `\n**${judged.length - missed.length} of ${judged.length} goals are met; missed: ${missed.map(({ name }) => name).join(', ')}.**\n`
}

function table(title: string, figures: readonly Recorded[]): string {
  if (figures.length === 0) return ''
  const rows = figures.map(row).join('\n')
  return `\n## ${title}\n
| figure | value | limit | ratio (from – to) | goal | met | measured |
|---|--:|--:|--:|---|---|---|
${rows}\n`
}

function row(figure: Recorded): string {
  const { name, value, unit, limit, comparedWith, goal, met } = figure
  const cells = [
    name,
    `${thousands(value)} ${unit}`,
    limit === null ? '–' : `${thousands(limit)} (${comparedWith})`,
    ratioOf(figure),
    goal ?? '–',
    met === null ? '–' : met ? 'yes' : '**missed**',
    circumstances(figure),
  ]
  return `| ${cells.join(' | ')} |`
}

function ratioOf({ ratio, spread }: Recorded): string {
  if (ratio === null || spread === null) return '–'
  return `${ratio} (${spread[0]} – ${spread[1]})`
}

function circumstances({ date, commit, node, cores }: Recorded): string {
  return `${date.slice(0, 10)}, ${commit ?? 'no commit'}, Node ${node}, ${cores} cores`
}

function notes(figures: readonly Recorded[]): string {
  const lines = figures.flatMap(({ name, note }) => (note === null ? [] : [`- ${name}: ${note}`]))
  return lines.length === 0 ? '' : `\n## Notes\n\n${lines.join('\n')}\n`
}

function thousands(number: number): string {
  return number.toLocaleString('en')
}
