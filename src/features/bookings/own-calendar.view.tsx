import { Button } from '../../ui/button.tsx'
import type { PageContext } from '../../ui/page-context.ts'
import { texts } from './texts.ts'
import { bookingUrls } from './urls.ts'

/** The address of one's own calendar, or how to get one. @param token null until it was asked for. */
export function OwnCalendar({ page, token }: { page: PageContext; token: string | null }) {
  const words = texts[page.language].ownCalendar
  return (
    <section id={bookingUrls.calendarAnchor}>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      {token !== null && <Address page={page} token={token} />}
      <form method="post" action={bookingUrls.renewCalendar}>
        {token !== null && <p class="soft">{words.renewText}</p>}
        <Button kind="plain">{token === null ? words.make : words.renew}</Button>
      </form>
    </section>
  )
}

function Address({ page, token }: { page: PageContext; token: string }) {
  const words = texts[page.language].ownCalendar
  const address = page.publicUrl + bookingUrls.calendar(token)
  return (
    <>
      <p>
        <a href={address.replace(/^https?:/, 'webcal:')}>{words.subscribe}</a>
      </p>
      <p>
        {words.copy}
        <br />
        <code>{address}</code>
      </p>
      <p class="soft">{words.secret}</p>
    </>
  )
}
