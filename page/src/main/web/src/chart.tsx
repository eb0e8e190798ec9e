import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { Change, Fact } from './api'
import { clock, day, isNumber, value, when } from './format'
import { useColours } from './store'

const LEADING = new Set(['REPORTED', 'REVISED', 'SETTLED', 'CORROBORATED'])

/** What a colour of the style sheet is now: a canvas can't read light-dark(). */
function colour(place: HTMLElement, name: string): string {
  const probe = document.createElement('i')
  probe.style.color = `var(${name})`
  place.append(probe)
  const found = getComputedStyle(probe).color
  probe.remove()
  return found
}

type Point = { at: number; value: number }

/** The value that led, from change to change. */
function leading(fact: Fact, changes: Change[]): Point[] {
  const points: Point[] = []
  for (const change of changes) {
    if (change.fact_id !== fact.id || !LEADING.has(change.type) || !isNumber(change.after)) continue
    points.push({ at: Date.parse(change.at) / 1000, value: Number(change.after) })
  }
  return points
}

/** Figures worth a chart: more than one value was told, all of them numbers in one unit. */
export function isCharted(fact: Fact): boolean {
  const figures = fact.positions.filter((each) => isNumber(each.value))
  return fact.kind === 'QUANTITY' && figures.length > 1 && new Set(figures.map((each) => each.unit)).size === 1
}

/** A tick of the time axis: the day, or the hour where ticks are closer than days. */
function stamp(seconds: number, step: number): string {
  const iso = new Date(seconds * 1000).toISOString()
  return step >= 86_400 || iso.slice(11, 16) === '00:00' ? day(iso).replace(/ \d{4}$/, '') : clock(iso)
}

/** From each dispute to what ended it. */
function disputes(fact: Fact, changes: Change[], end: number): [number, number][] {
  const spans: [number, number][] = []
  let begun: number | null = null
  for (const change of changes) {
    if (change.fact_id !== fact.id) continue
    const at = Date.parse(change.at) / 1000
    if (change.type === 'DISPUTED') begun ??= at
    else if (begun !== null && change.type !== 'CORROBORATED' && change.type !== 'REPORTED') {
      spans.push([begun, at])
      begun = null
    }
  }
  if (begun !== null) spans.push([begun, end])
  return spans
}

/** What was reported over time: the leading value as a step line, every position as dots from its first to its last report. */
export function Chart({ fact, changes }: { fact: Fact; changes: Change[] }) {
  const place = useRef<HTMLDivElement>(null)
  const colours = useColours()
  const positions = fact.positions.filter((each) => isNumber(each.value))
  const unit = positions[0]?.unit ?? ''
  const told = positions
    .slice()
    .sort((a, b) => a.first_at.localeCompare(b.first_at))
    .map((each) => `${value(each.value, each.unit, each.hedge)} from ${when(each.first_at)}`)
    .join('; ')

  useEffect(() => {
    const node = place.current
    if (!node) return
    const ink = colour(node, '--faint')
    const grid = colour(node, '--line')
    const accent = colour(node, '--accent')
    const alarm = colour(node, '--disputed')
    const line = leading(fact, changes)
    const times = new Set(line.map((point) => point.at))
    positions.forEach((each) => {
      times.add(Date.parse(each.first_at) / 1000)
      times.add(Date.parse(each.last_at) / 1000)
    })
    const x = [...times].sort((a, b) => a - b)
    let now: number | null = null
    const led = x.map((at) => {
      line.filter((point) => point.at === at).forEach((point) => (now = point.value))
      return now
    })
    const spans = positions.map((each) => {
      const from = Date.parse(each.first_at) / 1000
      const to = Date.parse(each.last_at) / 1000
      return x.map((at) => (at >= from && at <= to ? Number(each.value) : null))
    })
    const spread = disputes(fact, changes, x[x.length - 1] ?? 0)
    const font = '12px system-ui, sans-serif'
    const axis = { stroke: ink, font, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid, width: 1 } }
    const all = positions.map((each) => Number(each.value))
    const pad = (Math.max(...all) - Math.min(...all)) * 0.12 || 1
    const plot = new uPlot(
      {
        width: node.clientWidth || 400,
        height: 200,
        tzDate: (at) => uPlot.tzDate(new Date(at * 1000), 'UTC'),
        legend: { show: false },
        cursor: { y: false },
        hooks: {
          drawClear: [
            (chart) => {
              chart.ctx.save()
              chart.ctx.fillStyle = alarm
              chart.ctx.globalAlpha = 0.16
              for (const [from, to] of spread) {
                const left = chart.valToPos(from, 'x', true)
                const right = chart.valToPos(to, 'x', true)
                chart.ctx.fillRect(left, chart.bbox.top, Math.max(3, right - left), chart.bbox.height)
              }
              chart.ctx.restore()
            }
          ]
        },
        scales: { y: { range: [Math.max(Math.min(...all) - pad, Math.min(...all) >= 0 ? 0 : -Infinity), Math.max(...all) + pad] } },
        axes: [{ ...axis, space: 70, values: (_, ticks, __, ___, step) => ticks.map((tick) => stamp(tick, step)) }, { ...axis, size: 56, values: (_, ticks) => ticks.map((tick) => value(String(tick), '')) }],
        series: [
          {},
          {
            label: 'leading',
            stroke: accent,
            width: 3,
            paths: uPlot.paths.stepped!({ align: 1 }),
            points: { show: true, size: 8, fill: accent }
          },
          ...positions.map((each, i) => ({
            label: each.value,
            stroke: fact.disputed && i < 2 ? alarm : ink,
            width: fact.disputed && i < 2 ? 2 : 1,
            dash: [4, 4],
            points: { show: true, size: 6 }
          }))
        ]
      },
      [x, led, ...spans] as uPlot.AlignedData,
      node
    )
    const observer = new ResizeObserver(() => plot.setSize({ width: node.clientWidth, height: 200 }))
    observer.observe(node)
    return () => {
      observer.disconnect()
      plot.destroy()
    }
  }, [fact, changes, colours])

  return (
    <figure class="chart">
      <figcaption>
        <bdi>{fact.subject}</bdi>
        {fact.attribute && (
          <>
            , <bdi>{fact.attribute}</bdi>
          </>
        )}
        {unit && ` (${unit})`} {fact.disputed && <span class="badge disputed">Disputed</span>}
      </figcaption>
      <div ref={place} role="img" aria-label={`Reported values: ${told}`} />
    </figure>
  )
}
