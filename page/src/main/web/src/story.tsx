import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { get, segment, type Article, type Change, type Fact, type Hour, type Position, type Story, type Update } from './api'
import { Chart, isCharted } from './chart'
import { KINDS, TYPES, UPDATES, day, many, value, when } from './format'
import { Badge, Delta, Quote, Sparkline, Words } from './parts'
import { follow, useMessages } from './store'

type Loaded = {
  story: Story
  facts: Fact[]
  changes: Change[]
  updates: Update[]
  articles: Article[]
  activity: Hour[]
}

async function load(id: string, asOf: string): Promise<Loaded> {
  const base = `/api/stories/${segment(id)}`
  const then = asOf ? `?as_of=${segment(asOf)}` : ''
  const story = await get<Story>(base + then)
  const here = `/api/stories/${segment(story.id)}`
  const [facts, changes, updates, articles, activity] = await Promise.all([
    get<{ facts: Fact[] }>(`${here}/facts${then}`),
    get<{ changes: Change[] }>(`${here}/changes${then}`),
    get<{ updates: Update[] }>(`${here}/updates${then}`),
    get<{ articles: Article[] }>(`${here}/articles${then}`),
    get<{ activity: Hour[] }>(`${here}/activity`)
  ])
  return {
    story,
    facts: facts.facts,
    changes: changes.changes,
    updates: updates.updates,
    articles: articles.articles,
    activity: activity.activity
  }
}

export function StoryPage({ id }: { id: string }) {
  const [loaded, set] = useState<Loaded | null>(null)
  const [failure, fail] = useState('')
  const [asOf, setAsOf] = useState('')
  const [times, setTimes] = useState<string[]>([])
  const timer = useRef(0)
  const jumped = useRef(false)

  const again = useCallback(() => {
    load(id, asOf).then(
      (now) => {
        fail('')
        set(now)
        if (!asOf) setTimes([...new Set([...now.updates, ...now.changes].map((each) => each.at))].sort())
      },
      (problem: Error) => fail(problem.message)
    )
  }, [id, asOf])

  useEffect(again, [again])
  useEffect(
    () => () => {
      window.clearTimeout(timer.current)
      timer.current = 0
    },
    [again]
  )
  useMessages(
    ({ event, data }) => {
      const about = event === 'story' ? (data as { id: string }).id : (data as { story_id?: string }).story_id
      if (event === 'reset' || about === loaded?.story.id || about === id) {
        if (timer.current) return
        timer.current = window.setTimeout(() => {
          timer.current = 0
          again()
        }, 200)
      }
    },
    [again, loaded?.story.id]
  )
  useEffect(() => {
    if (!loaded) return
    document.title = `${loaded.story.title.slice(0, 120)}: deltawire`
    if (!jumped.current && location.hash) {
      jumped.current = true
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView({ block: 'center' })
    }
  }, [loaded])

  if (failure)
    return (
      <div class="story">
        <h1>Not here</h1>
        <p>{failure}</p>
        <p>
          <a href="/" onClick={follow}>
            All stories
          </a>
        </p>
      </div>
    )
  if (!loaded) return <p class="count">Loading …</p>
  return (
    <article class="story">
      <Head {...loaded} />
      <nav class="jumps" aria-label="In this story">
        {loaded.facts.some(isCharted) && <a href="#figures">Figures over time</a>}
        <a href="#facts">Facts</a>
        <a href="#timeline">Timeline</a>
      </nav>
      {times.length > 1 && <Rewind times={times} asOf={asOf} set={setAsOf} />}
      <Charts facts={loaded.facts} changes={loaded.changes} />
      <div class="columns">
        <Facts facts={loaded.facts} />
        <Timeline {...loaded} />
      </div>
    </article>
  )
}

function Head({ story, facts, activity }: Loaded) {
  const disputed = facts.filter((fact) => fact.disputed).length
  return (
    <header class="head">
      <p class="crumbs">
        <a href="/" onClick={follow}>
          All stories
        </a>
      </p>
      <h1>
        <Words>{story.title || story.id}</Words>
      </h1>
      <p class="meta">
        <span>
          {day(story.opened_at)} to {when(story.updated_at)}
        </span>
        <span>{many(story.article_count, 'article')}</span>
        <span>{many(story.independent_sources, 'independent source')}</span>
        {disputed > 0 && <span class="alarm">{many(disputed, 'disputed fact')}</span>}
        {story.state !== 'OPEN' && <span>{story.state.toLowerCase()}</span>}
        <a href={`/feeds/stories/${segment(story.id)}.atom`}>Atom feed</a>
      </p>
      {activity.length > 0 && (
        <figure class="activity">
          <Sparkline hours={activity} wide />
          <figcaption>Articles by hour{activity.some((hour) => hour.burst) && ', red where far more came than usual'}</figcaption>
        </figure>
      )}
      <ul class="entities" aria-label="Entities">
        {story.entities.slice(0, 14).map((entity) => (
          <li key={entity.id}>
            <a class={`chip ${entity.type.toLowerCase()}`} href={`/?entity=${segment(entity.name)}`} onClick={follow}>
              <Words>{entity.name}</Words>
            </a>
          </li>
        ))}
      </ul>
    </header>
  )
}

/** Back to any moment at which something was told. */
function Rewind({ times, asOf, set }: { times: string[]; asOf: string; set: (time: string) => void }) {
  const at = asOf ? times.indexOf(asOf) : times.length - 1
  return (
    <div class="rewind">
      <label>
        As it stood at{' '}
        <input
          type="range"
          min={0}
          max={times.length - 1}
          value={at}
          aria-valuetext={when(times[at] ?? '')}
          onInput={(event) => {
            const index = Number((event.target as HTMLInputElement).value)
            set(index === times.length - 1 ? '' : (times[index] ?? ''))
          }}
        />
      </label>
      <output>{asOf ? when(asOf) : 'now'}</output>
    </div>
  )
}

function Charts({ facts, changes }: { facts: Fact[]; changes: Change[] }) {
  const charted = useMemo(() => facts.filter(isCharted).slice(0, 6), [facts])
  if (charted.length === 0) return null
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">Figures over time</h2>
      <div class="charts">
        {charted.map((fact) => (
          <Chart key={fact.id} fact={fact} changes={changes} />
        ))}
      </div>
    </section>
  )
}

function Facts({ facts }: { facts: Fact[] }) {
  const kinds = [...new Set(facts.map((fact) => fact.kind))]
  const [kind, set] = useState('')
  const shown = kind ? facts.filter((fact) => fact.kind === kind) : facts
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">Facts</h2>
      {kinds.length > 1 && (
        <div class="tabs" role="group" aria-label="Kind of fact">
          <button type="button" aria-pressed={kind === ''} onClick={() => set('')}>
            All {facts.length}
          </button>
          {kinds.map((each) => (
            <button key={each} type="button" aria-pressed={kind === each} onClick={() => set(each)}>
              {KINDS[each] ?? each} {facts.filter((fact) => fact.kind === each).length}
            </button>
          ))}
        </div>
      )}
      <div class="scroll" role="region" aria-label="Table of facts" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Fact</th>
              <th scope="col">Stands at, and what else was said</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((fact) => (
              <tr key={fact.id} id={fact.id} class={fact.disputed ? 'contested' : ''}>
                <th scope="row">
                  <Words>{fact.subject}</Words>
                  {fact.attribute && (
                    <span class="attribute">
                      <Words>{fact.attribute}</Words>
                    </span>
                  )}
                  <span class="kind">{KINDS[fact.kind] ?? fact.kind}</span>
                  {fact.disputed && <Badge type="DISPUTED" />}
                </th>
                <td>
                  <ul class="positions">
                    {fact.positions.map((position, i) => (
                      <PositionRow
                        key={position.value + position.first_at}
                        position={position}
                        leads={i === 0 || (fact.disputed && i === 1)}
                      />
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function PositionRow({ position, leads }: { position: Position; leads: boolean }) {
  return (
    <li class={leads ? 'leads' : 'trails'}>
      <strong class="value">
        <Words>{value(position.value, position.unit, position.hedge)}</Words>
      </strong>{' '}
      <span class="sources">
        {position.sources.map((source) => (
          <span key={source} class="source">
            <Words>{source}</Words>
          </span>
        ))}
        {position.speakers.length > 0 && (
          <span class="faint">
            quoting <Words>{position.speakers.join(', ')}</Words>
          </span>
        )}
      </span>
      {position.evidence.slice(0, 1).map((evidence) => (
        <Quote key={evidence.change_id} evidence={evidence} />
      ))}
      {position.evidence.length > 1 && (
        <details class="others">
          <summary>{many(position.evidence.length - 1, 'more sentence')}</summary>
          {position.evidence.slice(1).map((evidence) => (
            <Quote key={evidence.change_id} evidence={evidence} />
          ))}
        </details>
      )}
    </li>
  )
}

type Step = { at: string; article: string; updates: Update[]; changes: Change[] }

/** One step an article: who published what, and what it changed. */
function Timeline({ changes, updates, articles, story }: Loaded) {
  const [type, set] = useState('')
  const steps = useMemo(() => {
    const byArticle = new Map<string, Step>()
    const step = (at: string, article: string) => {
      const key = article || at
      const here = byArticle.get(key) ?? { at, article, updates: [], changes: [] }
      byArticle.set(key, here)
      return here
    }
    updates.forEach((update) => step(update.at, update.article_id).updates.push(update))
    changes.forEach((change) => step(change.at, change.article_id).changes.push(change))
    return [...byArticle.values()].sort((a, b) => b.at.localeCompare(a.at))
  }, [changes, updates])
  const titles = useMemo(() => new Map(articles.map((article) => [article.id, article])), [articles])
  const counts = Object.keys(TYPES)
    .map((each) => [each, changes.filter((change) => change.type === each).length] as const)
    .filter(([, count]) => count > 0)
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">Timeline</h2>
      <div class="tabs" role="group" aria-label="Kind of change">
        <button type="button" aria-pressed={type === ''} onClick={() => set('')}>
          All {changes.length}
        </button>
        {counts.map(([each, count]) => (
          <button key={each} type="button" aria-pressed={type === each} onClick={() => set(each)}>
            {TYPES[each]} {count}
          </button>
        ))}
      </div>
      <ol class="timeline">
        {steps
          .map((step) => ({ ...step, changes: type ? step.changes.filter((change) => change.type === type) : step.changes }))
          .filter((step) => !type || step.changes.length > 0)
          .map((step) => {
            const article = titles.get(step.article)
            return (
              <li key={step.at + step.article}>
                <p class="head">
                  <time dateTime={step.at}>{when(step.at)}</time>{' '}
                  {article?.source && (
                    <strong>
                      <Words>{article.source}</Words>
                    </strong>
                  )}{' '}
                  {step.updates
                    .filter((update) => update.type !== 'GREW')
                    .map((update) => (
                      <span key={update.id} class="badge update">
                        {UPDATES[update.type] ?? update.type}
                        {update.type === 'MERGED' && update.story_id !== story.id && ' into this'}
                      </span>
                    ))}
                  {step.updates.some((update) => update.duplicate_of) && <span class="badge update">same text as another outlet</span>}
                </p>
                {article?.title && (
                  <p class="title">
                    {article.url && /^https?:\/\//.test(article.url) ? (
                      <a data-step href={article.url} rel="noopener noreferrer nofollow" target="_blank">
                        <Words>{article.title}</Words>
                      </a>
                    ) : (
                      <Words>{article.title}</Words>
                    )}
                  </p>
                )}
                <ul>
                  {step.changes.map((change) => (
                    <li key={change.id}>
                      <Badge type={change.type} /> <Words>{change.subject}</Words>
                      {change.attribute && (
                        <>
                          , <Words>{change.attribute}</Words>
                        </>
                      )}
                      : <Delta {...change} />
                    </li>
                  ))}
                </ul>
              </li>
            )
          })}
      </ol>
    </section>
  )
}
