/** Tells the server, again and again, that this page is open; stops when it hears that nobody wants to know. */
export function keepSaying(address: string, pause: number, onOver: () => void): void {
  const timer = setInterval(() => void tell(), pause)

  async function tell(): Promise<void> {
    // Without a network there is nobody to tell, and what was not told is not counted.
    const reply = await fetch(address, { method: 'POST' }).catch(() => null)
    if (reply === null || reply.ok || reply.status >= 500) return
    clearInterval(timer)
    onOver()
  }
}
