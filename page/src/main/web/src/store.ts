import { useEffect, useState } from 'preact/hooks'
import { get, segment, type Summary } from './api'
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

/** Titles of stories by id, as far as anybody has asked. */
const titles = new Map<string, string>()

export function learn(stories: Summary[]) {
  stories.forEach((story) => titles.set(story.id, story.title))
}

/** Titles of these stories; those that are not known yet are asked for, and the caller is drawn again. */
export function useTitles(ids: string[]): ReadonlyMap<string, string> {
  const [, again] = useState(0)
  const unknown = [...new Set(ids)].filter((id) => !titles.has(id)).join(',')
  useEffect(() => {
    if (!unknown) return
    // Not asked for twice, whatever the answer.
    const asked = unknown.split(',')
    const timer = window.setTimeout(() => {
      asked.forEach((id) => titles.has(id) || titles.set(id, ''))
      void get<{ stories: Summary[] }>(`/api/stories?limit=100&state=OPEN,CLOSED,MERGED&ids=${segment(unknown)}`).then(
        (answer) => {
          learn(answer.stories)
          again((n) => n + 1)
        },
        () => asked.forEach((id) => titles.get(id) || titles.delete(id))
      )
    }, 300)
    return () => window.clearTimeout(timer)
  }, [unknown])
  return titles
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

/** Heard when other colours hold: the button, or the system by day and night. */
export const THEMED = 'deltawire-themed'

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => window.dispatchEvent(new Event(THEMED)))

/** Raised with each change of colours, for what is drawn with them and not styled. */
export function useColours(): number {
  const [round, again] = useState(0)
  useEffect(() => {
    const heard = () => again((n) => n + 1)
    window.addEventListener(THEMED, heard)
    return () => window.removeEventListener(THEMED, heard)
  }, [])
  return round
}
