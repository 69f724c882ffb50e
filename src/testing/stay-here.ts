/** Tests talk to this machine and to nobody else: no mail of theirs can reach a person. */
import { BlockList, isIP, Socket } from 'node:net'

const own = new BlockList()
own.addSubnet('127.0.0.0', 8)
own.addAddress('::1', 'ipv6')

// oxlint-disable-next-line typescript/unbound-method -- it is called on each socket below
const connect = Socket.prototype.connect

/** From now on a connection to anywhere else fails as if there were no network. */
export function stayHere(): void {
  Socket.prototype.connect = function (this: Socket, ...call: unknown[]) {
    const host = hostOf(call)
    if (host === null || isOwn(host)) return Reflect.apply(connect, this, call) as Socket
    const code = isIP(host) === 0 ? 'ENOTFOUND' : 'ENETUNREACH'
    const refusal = Object.assign(new Error(`tests stay on this machine: ${host}`), {
      syscall: 'connect',
      code,
    })
    process.nextTick(() => this.destroy(refusal))
    return this
  }
}

/** Null for a socket that is a file. Node hands its own calls over as one list of options and listener. */
function hostOf([first, second]: unknown[]): string | null {
  const options: unknown = Array.isArray(first) ? first[0] : first
  if (typeof options === 'object' && options !== null) {
    const { host, path } = options as { host?: string; path?: string }
    return path === undefined ? (host ?? 'localhost') : null
  }
  if (typeof options === 'string' && !/^\d+$/.test(options)) return null
  return typeof second === 'string' ? second : 'localhost'
}

function isOwn(host: string): boolean {
  const kind = isIP(host)
  return kind === 0 ? host === 'localhost' : own.check(host, kind === 6 ? 'ipv6' : 'ipv4')
}
