export type Contact = { email: string; phone?: string | undefined; address?: string | undefined }

/** How to reach people: one tap calls, one tap writes. */
export function ContactList({ contact: { email, phone, address } }: { contact: Contact }) {
  return (
    <ul class="contact-list">
      {phone !== undefined && (
        <li>
          <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>
        </li>
      )}
      <li>
        <a href={`mailto:${email}`}>{email}</a>
      </li>
      {address !== undefined && <li>{address}</li>}
    </ul>
  )
}
