import { memo } from 'preact/compat'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { get, segment, type Shift, type Summary } from './api'
import { Filters } from './filters'
import { many, when } from './format'
import { Badge, Delta, Sparkline, Words, path } from './parts'
import { follow, learn, useMessages } from './store'
import { Ticker } from './ticker'

type Page = { stories: Summary[]; total: number; next: string }

const FILTERS = ['q', 'entity', 'kind', 'type', 'desk', 'disputed'] as const

/** The wall: stories, the one that changed last first, and beside them the changes as they come. */
export function Desk({ url }: { url: URL }) {
  const query = useMemo(() => {
    const kept = new URLSearchParams()
    for (const name of FILTERS) {
      const value = url.searchParams.get(name)
      if (value) kept.set(name, value)
    }
    return kept.toString()
  }, [url.search])
  const [stories, setStories] = useState<Map<string, Summary>>(new Map())
  const [page, setPage] = useState<{ total: number; next: string }>({ total: 0, next: '' })
  const [state, setState] = useState<'loading' | 'here' | string>('loading')
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const waiting = useRef<{ stories: Map<string, Summary>; timer: number }>({ stories: new Map(), timer: 0 })
  const [round, again] = useState(0)
  // How many pages of stories the reader has asked for: as many are there again when the wall begins anew.
  const pages = useRef(1)
  const [side, turn] = useState<'stories' | 'changes'>('stories')

  useEffect(() => {
    const controller = new AbortController()
    setState((before) => (before === 'here' && round > 0 ? before : 'loading'))
    first(query, pages.current, controller.signal).then(
      (answer) => {
        learn(answer.stories)
        setStories(new Map(answer.stories.map((story) => [story.id, story])))
        setPage({ total: answer.total, next: answer.next })
        setState('here')
      },
      (failure: Error) => failure.name !== 'AbortError' && setState(failure.message)
    )
    return () => controller.abort()
  }, [query, round])

  useEffect(
    () => () => {
      pages.current = 1
    },
    [query]
  )

  const more = useCallback(() => {
    get<Page>(path('/api/stories', 'limit=100', `cursor=${page.next}`, query)).then((answer) => {
      setStories((before) => {
        const all = new Map(before)
        answer.stories.forEach((story) => all.has(story.id) || all.set(story.id, story))
        return all
      })
      setPage({ total: answer.total, next: answer.next })
      pages.current++
    })
  }, [page.next, query])

  const put = (came: Summary[], gone: string[]) => {
    setStories((before) => {
      const all = new Map(before)
      gone.forEach((id) => all.delete(id))
      came.forEach((story) => all.set(story.id, story))
      const grown = all.size - before.size
      if (grown !== 0) setPage((was) => ({ ...was, total: Math.max(was.total + grown, all.size) }))
      return all
    })
    setFresh(new Set(came.map((story) => story.id)))
  }

  useMessages(
    ({ event, data }) => {
      if (event === 'reset') again((n) => n + 1)
      if (event !== 'story') return
      const story = data as Summary
      const batch = waiting.current
      batch.stories.set(story.id, story)
      // Not put off by what comes meanwhile: on a busy day something always does.
      if (batch.timer) return
      batch.timer = window.setTimeout(() => {
        const came = [...batch.stories.values()]
        batch.stories.clear()
        batch.timer = 0
        if (!query) {
          put(
            came.filter((each) => each.state !== 'MERGED'),
            came.filter((each) => each.state === 'MERGED').map((each) => each.id)
          )
          return
        }
        // Only the server knows whether a story is still what the filters ask for.
        for (let i = 0; i < came.length; i += 20) {
          const some = came.slice(i, i + 20).map((each) => each.id)
          void get<Page>(path('/api/stories', 'limit=100', `ids=${segment(some.join(','))}`, query)).then(
            (answer) => {
              const here = new Set(answer.stories.map((each) => each.id))
              put(
                answer.stories,
                some.filter((id) => !here.has(id))
              )
            },
            () => undefined
          )
        }
      }, 150)
    },
    [query]
  )

  const sorted = useMemo(
    () => [...stories.values()].sort((a, b) => b.updated_at.localeCompare(a.updated_at) || a.id.localeCompare(b.id)),
    [stories]
  )
  const desks = useMemo(() => [...new Set(sorted.map((story) => story.desk))].sort(), [sorted])

  useEffect(() => {
    document.title = 'deltawire: what changed in the news'
  }, [])

  return (
    <div class={`desk ${side}`}>
      <h1 class="hidden">Stories and what changed in them</h1>
      <Filters url={url} desks={desks} />
      <div class="tabs sides" role="group" aria-label="What to show">
        <button type="button" aria-pressed={side === 'stories'} onClick={() => turn('stories')}>
          Stories
        </button>
        <button type="button" aria-pressed={side === 'changes'} onClick={() => turn('changes')}>
          Latest changes
        </button>
      </div>
      <section class="stories" aria-label="Stories" aria-busy={state === 'loading'}>
        <p class="count" role="status">
          {state === 'loading' ? 'Loading …' : state === 'here' ? many(page.total, 'story', 'stories') : state}
        </p>
        {state === 'here' && sorted.length === 0 && (
          <p class="empty">
            {query ? 'No story is what the filters ask for.' : 'Nothing here yet. Stories appear as articles come in.'}
          </p>
        )}
        <ol>
          {sorted.map((story) => (
            <Card key={story.id} story={story} fresh={fresh.has(story.id)} />
          ))}
        </ol>
        {page.next && (
          <button type="button" class="more" onClick={more}>
            More stories
          </button>
        )}
      </section>
      <Ticker query={query} />
    </div>
  )
}

/** So many pages of stories, as one. */
async function first(query: string, pages: number, signal: AbortSignal): Promise<Page> {
  const all = await get<Page>(path('/api/stories', 'limit=100', query), signal)
  for (let page = 1; page < pages && all.next; page++) {
    const next = await get<Page>(path('/api/stories', 'limit=100', `cursor=${all.next}`, query), signal)
    all.stories.push(...next.stories)
    all.next = next.next
  }
  return all
}

/** What a newsroom looks for first: disputes and withdrawals, then what gave way, then what is new. */
const WEIGHT: Record<string, number> = { DISPUTED: 0, RETRACTED: 0, REVISED: 1, SETTLED: 1, REPORTED: 2, CORROBORATED: 3 }

function telling(recent: Shift[]): Shift[] {
  return recent
    .slice()
    .sort((a, b) => (WEIGHT[a.type] ?? 9) - (WEIGHT[b.type] ?? 9) || b.at.localeCompare(a.at))
    .slice(0, 3)
    .sort((a, b) => b.at.localeCompare(a.at))
}

const Card = memo(function Card({ story, fresh }: { story: Summary; fresh: boolean }) {
  const shifts = telling(story.recent ?? [])
  return (
    <li class={`card${fresh ? ' fresh' : ''}${story.disputed ? ' contested' : ''}`}>
      <h2>
        <a data-step href={`/stories/${segment(story.id)}`} onClick={follow}>
          <Words>{story.title || story.id}</Words>
        </a>
      </h2>
      {shifts.length > 0 && (
        <ul class="shifts">
          {shifts.map((shift) => (
            <li key={shift.id}>
              <Badge type={shift.type} />{' '}
              <span class="clip">
                <Words>{shift.attribute ? `${shift.subject}, ${shift.attribute}` : shift.subject}</Words>: <Delta {...shift} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {story.entities.length > 0 && (
        <p class="about">
          {story.entities.slice(0, 4).map((entity) => (
            <a key={entity.id} href={`/?entity=${segment(entity.name)}`} onClick={follow}>
              <Words>{entity.name}</Words>
            </a>
          ))}
        </p>
      )}
      <p class="meta">
        <time dateTime={story.updated_at}>{when(story.updated_at)}</time>
        <span>{many(story.article_count, 'article')}</span>
        <span>{many(story.independent_sources, 'source')}</span>
        {story.disputed > 0 && <span class="alarm">{story.disputed} disputed</span>}
        {story.state === 'CLOSED' && <span>closed</span>}
        <span class="right">
          <Sparkline hours={story.activity} />
        </span>
      </p>
    </li>
  )
})
