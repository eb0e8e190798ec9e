import { useEffect, useState } from 'preact/hooks'
import { listen, type Link, type Message } from './stream'

/** One stream for the whole page; parts of the page listen to it. */
type Ear = (message: Message) => void

const ears = new Set<Ear>()
const linkEars = new Set<(link: Link) => void>()
let link: Link = 'connecting'
let stop: (() => void) | null = null

export function connect() {
  stop?.()
  stop = listen(
    '/api/changes/stream',
    (message) => ears.forEach((ear) => ear(message)),
    (now) => {
      if (now !== link) {
        link = now
        linkEars.forEach((ear) => ear(now))
      }
    }
  )
}

export function useMessages(ear: Ear, inputs: unknown[]) {
  useEffect(() => {
    ears.add(ear)
    return () => void ears.delete(ear)
  }, inputs)
}

export function useLink(): Link {
  const [now, set] = useState(link)
  useEffect(() => {
    linkEars.add(set)
    set(link)
    return () => void linkEars.delete(set)
  }, [])
  return now
}

/** The address: the path says which story, the query which filters. */
export function useAddress(): [URL, (to: string, replace?: boolean) => void] {
  const [url, set] = useState(new URL(location.href))
  useEffect(() => {
    const moved = () => set(new URL(location.href))
    window.addEventListener('popstate', moved)
    return () => window.removeEventListener('popstate', moved)
  }, [])
  return [url, go]
}

export function go(to: string, replace = false) {
  if (replace) history.replaceState(null, '', to)
  else history.pushState(null, '', to)
  window.dispatchEvent(new PopStateEvent('popstate'))
}

export function follow(event: MouseEvent) {
  const anchor = event.currentTarget as HTMLAnchorElement
  if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
    event.preventDefault()
    go(anchor.getAttribute('href') ?? '/')
    window.scrollTo(0, 0)
  }
}
