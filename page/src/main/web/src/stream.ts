import { headers } from './api'

export type Message = { event: string; id: string; data: unknown }
export type Link = 'live' | 'connecting' | 'refused'

const LONGEST_PAUSE = 10_000
/** The server says something every 15 s; after this silence the line is dead, whatever the browser thinks. */
const SILENCE = 40_000

/**
 * Server-sent events by fetch, because EventSource can't send a token. Comes back with Last-Event-ID, so that nothing is lost, and
 * with longer and longer pauses while nobody answers.
 */
export function listen(path: string, onMessage: (message: Message) => void, onLink: (link: Link) => void): () => void {
  let last = ''
  let stopped = false
  let controller = new AbortController()

  async function once(): Promise<void> {
    controller = new AbortController()
    let dead = window.setTimeout(() => controller.abort(), SILENCE)
    try {
      const sent: Record<string, string> = { ...headers(), Accept: 'text/event-stream' }
      if (last) sent['Last-Event-ID'] = last
      const answer = await fetch(path, { headers: sent, signal: controller.signal, cache: 'no-store' })
      if (answer.status === 401) {
        onLink('refused')
        stopped = true
        return
      }
      if (!answer.ok || !answer.body) throw new Error(answer.statusText)
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
      let rest = ''
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        clearTimeout(dead)
        dead = window.setTimeout(() => controller.abort(), SILENCE)
        rest += value
        for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
          take(rest.slice(0, end))
          rest = rest.slice(end + 2)
        }
      }
    } finally {
      clearTimeout(dead)
    }
  }

  function take(block: string) {
    let event = 'message'
    let id = ''
    let data = ''
    for (const line of block.split('\n')) {
      if (line.startsWith('event: ')) event = line.slice(7)
      else if (line.startsWith('id: ')) id = line.slice(4)
      else if (line.startsWith('data: ')) data += line.slice(6)
    }
    if (!data) return
    if (event === 'hello') {
      pause = 500
      onLink('live')
      // What came between the lists and the first connection is in neither: the lists are asked for again.
      if (!last) onMessage({ event: 'reset', id, data: {} })
    }
    onMessage({ event, id, data: JSON.parse(data) })
    if (id) last = id
  }

  let pause = 500
  async function forEver() {
    while (!stopped) {
      onLink('connecting')
      try {
        await once()
      } catch {
        // Told by the link's state; it comes back by itself.
      }
      if (!stopped) {
        onLink('connecting')
        await new Promise((resolve) => setTimeout(resolve, pause))
        pause = Math.min(2 * pause, LONGEST_PAUSE)
      }
    }
  }

  void forEver()
  const wake = () => {
    pause = 500
  }
  window.addEventListener('online', wake)
  return () => {
    stopped = true
    window.removeEventListener('online', wake)
    controller.abort()
  }
}
