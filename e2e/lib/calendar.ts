const day = 86_400_000

/** The next last Sunday of March, from the day after tomorrow on: in France its hour from two to three is missing. */
export function nextShortNight(now = new Date()): string {
  const year = now.getUTCFullYear()
  const coming = [year, year + 1].map(lastSundayOfMarch).find((date) => date.getTime() > now.getTime() + day)
  return coming?.toISOString().slice(0, 10) ?? ''
}

function lastSundayOfMarch(year: number): Date {
  const last = new Date(Date.UTC(year, 2, 31))
  return new Date(last.getTime() - last.getUTCDay() * day)
}
