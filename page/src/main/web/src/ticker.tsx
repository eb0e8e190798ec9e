import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { get, segment, type Change } from './api'
import { when } from './format'
import { Badge, Delta, Words, path } from './parts'
import { follow, useMessages, useTitles } from './store'

const TICKER = 60

/** The changes of all stories as they come, under the same filters. */
export function Ticker({ query }: { query: string }) {
  const [changes, setChanges] = useState<Change[]>([])
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const [round, again] = useState(0)
  const timer = useRef(0)
  const params = useMemo(() => {
    const all = new URLSearchParams(query)
    const mine = new URLSearchParams()
    for (const name of ['entity', 'kind', 'type']) {
      const value = all.get(name)
      if (value) mine.set(name, value)
    }
    if (all.get('disputed') && !mine.get('type')) mine.set('type', 'DISPUTED')
    return mine
  }, [query])
  const asked = params.toString()

  useEffect(() => {
    const controller = new AbortController()
    get<{ changes: Change[] }>(path('/api/changes', `limit=${TICKER}`, asked), controller.signal).then(
      (answer) =>
        setChanges((before) => {
          const known = new Set(before.map((each) => each.id))
          const came = answer.changes.filter((each) => !known.has(each.id)).map((each) => each.id)
          if (before.length > 0 && came.length < TICKER) setFresh((old) => new Set([...old, ...came].slice(-20)))
          return answer.changes
        }),
      () => undefined
    )
    return () => controller.abort()
  }, [asked, round])

  useMessages(
    ({ event, data }) => {
      if (event === 'reset') return again((n) => n + 1)
      if (event !== 'change') return
      const change = data as Change
      if (params.get('kind') && params.get('kind') !== change.kind) return
      if (params.get('type') && params.get('type') !== change.type) return
      if (params.get('entity')) {
        // Only the server knows what a story is about.
        if (timer.current) return
        timer.current = window.setTimeout(() => {
          timer.current = 0
          again((n) => n + 1)
        }, 500)
        return
      }
      setChanges((before) =>
        before.some((each) => each.id === change.id)
          ? before
          : [change, ...before].sort((a, b) => b.at.localeCompare(a.at)).slice(0, TICKER)
      )
      setFresh((before) => new Set([...[...before].slice(-20), change.id]))
    },
    [asked]
  )

  const titles = useTitles(changes.map((change) => change.story_id))
  return (
    <aside class="ticker" aria-label="Latest changes">
      <h2>Latest changes</h2>
      {changes.length === 0 && <p class="faint">None yet.</p>}
      <ol>
        {changes.map((change) => (
          <li key={change.id} class={`change ${change.type.toLowerCase()}${fresh.has(change.id) ? ' fresh' : ''}`}>
            <p class="head">
              <Badge type={change.type} /> <time dateTime={change.at}>{when(change.at)}</time>
            </p>
            <a href={`/stories/${segment(change.story_id)}#${segment(change.fact_id)}`} onClick={follow}>
              <Words>{change.subject}</Words>
              {change.attribute && (
                <>
                  , <Words>{change.attribute}</Words>
                </>
              )}
            </a>
            : <Delta {...change} />
            {titles.get(change.story_id) && (
              <p class="of">
                <Words>{titles.get(change.story_id) ?? ''}</Words>
              </p>
            )}
          </li>
        ))}
      </ol>
    </aside>
  )
}
