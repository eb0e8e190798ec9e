import { useState } from 'preact/hooks'
import { get, segment, type Context, type Evidence, type Hour } from './api'
import { TYPES, value, when } from './format'

export const path = (to: string, ...queries: string[]) => `${to}?${queries.filter(Boolean).join('&')}`

/** Text of others: isolated, so that direction marks in it can't reorder what stands around it. */
export function Words({ children }: { children: string }) {
  return <bdi>{children}</bdi>
}

export function Badge({ type }: { type: string }) {
  return <span class={`badge ${type.toLowerCase()}`}>{TYPES[type] ?? type.toLowerCase()}</span>
}

/** Before and after, where both are there and differ. */
export function Delta({ type, before, after, unit }: { type: string; before: string; after: string; unit: string }) {
  if (!before || before === after) return <ins class="value">{value(after || before, unit)}</ins>
  if (type === 'DISPUTED')
    return (
      <span class="value versus">
        <Words>{value(before, unit)}</Words> <span aria-label="against">↔</span> <Words>{value(after, unit)}</Words>
      </span>
    )
  return (
    <span class="value">
      <del>
        <Words>{value(before, unit)}</Words>
      </del>{' '}
      {after ? (
        <>
          <span aria-label="is now">→</span>{' '}
          <ins>
            <Words>{value(after, unit)}</Words>
          </ins>
        </>
      ) : (
        <span class="faint">{type === 'RETRACTED' ? 'withdrawn' : 'no longer said'}</span>
      )}
    </span>
  )
}

/** Articles by hour as bars; hours without articles are gaps. */
export function Sparkline({ hours, wide = false }: { hours: Hour[]; wide?: boolean }) {
  if (hours.length === 0) return null
  const width = wide ? 480 : 110
  const height = wide ? 44 : 22
  const times = hours.map((hour) => Date.parse(hour.begin))
  const first = Math.min(...times)
  const span = Math.max(...times) - first + 3_600_000
  const most = Math.max(...hours.map((hour) => hour.articles))
  const bar = Math.max(2, Math.min(8, width / (span / 3_600_000)))
  const total = hours.reduce((sum, hour) => sum + hour.articles, 0)
  return (
    <svg
      class="spark"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`Activity: ${total} articles, at most ${most} in an hour`}
    >
      <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} />
      {hours.map((hour, i) => {
        const tall = Math.max(3, (hour.articles / most) * (height - 3))
        return (
          <rect
            key={hour.begin}
            class={hour.burst ? 'burst' : ''}
            x={(((times[i] ?? 0) - first) / span) * (width - bar)}
            y={height - tall - 1}
            width={bar}
            height={tall}
          />
        )
      })}
    </svg>
  )
}

/** A sentence that a value rests on; opens to show it among its neighbours. */
export function Quote({ evidence }: { evidence: Evidence }) {
  const [context, set] = useState<Context | null>(null)
  const [lost, setLost] = useState('')
  const load = () => {
    if (context || lost) return
    get<Context>(`/api/articles/${segment(evidence.article_id)}/context?begin=${evidence.begin}&end=${evidence.end}`).then(
      set,
      (failure: Error) => setLost(failure.message)
    )
  }
  return (
    <details class="quote" onToggle={(event) => (event.currentTarget as HTMLDetailsElement).open && load()} onMouseEnter={load}>
      <summary>
        <q>
          <Words>{evidence.sentence}</Words>
        </q>{' '}
        <span class="by">
          <Words>{evidence.source || evidence.article_id}</Words>, <time dateTime={evidence.at}>{when(evidence.at)}</time>
        </span>
      </summary>
      {lost && <p class="faint">{lost}</p>}
      {context && (
        <p class="context">
          {context.title && (
            <strong>
              <Words>{context.title}</Words>
            </strong>
          )}{' '}
          … <Words>{context.before}</Words>
          <mark>
            <Words>{context.sentence}</Words>
          </mark>
          <Words>{context.after}</Words> …{' '}
          {/^https?:\/\//.test(context.url) && (
            <a href={context.url} rel="noopener noreferrer nofollow" target="_blank">
              article
            </a>
          )}
        </p>
      )}
    </details>
  )
}
