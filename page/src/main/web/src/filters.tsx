import { useEffect, useRef, useState } from 'preact/hooks'
import { get, segment } from './api'
import { KINDS, TYPES, many } from './format'
import { Words, path } from './parts'
import { go } from './store'

/** What is shown; stands in the address. */
export function Filters({ url, desks }: { url: URL; desks: string[] }) {
  const at = (name: string) => url.searchParams.get(name) ?? ''
  const set = (name: string, value: string) => {
    // the address as it is now: a search that waited for the last letter must not take back what was ticked meanwhile
    const next = new URL(location.href)
    if (value) next.searchParams.set(name, value)
    else next.searchParams.delete(name)
    go(next.pathname + next.search, true)
  }
  const [text, setText] = useState(at('q'))
  const timer = useRef(0)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return (
    <form class="filters" role="search" aria-label="Filter stories" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span class="hidden">Search</span>
        <input
          type="search"
          placeholder="Search stories"
          value={text}
          maxLength={200}
          onInput={(event) => {
            const value = (event.target as HTMLInputElement).value
            setText(value)
            window.clearTimeout(timer.current)
            timer.current = window.setTimeout(() => set('q', value), 200)
          }}
        />
      </label>
      <EntityChoice set={set} />
      <Choice name="kind" label="Kind of fact" all="All facts" value={at('kind')} options={KINDS} set={set} />
      <Choice name="type" label="Kind of change" all="All changes" value={at('type')} options={TYPES} set={set} />
      {(desks.length > 1 || at('desk')) && (
        <Choice
          name="desk"
          label="Desk"
          all="All desks"
          value={at('desk')}
          options={Object.fromEntries(desks.map((desk) => [desk, desk]))}
          set={set}
        />
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={at('disputed') === 'true'}
          onChange={(event) => set('disputed', (event.target as HTMLInputElement).checked ? 'true' : '')}
        />
        Disputed only
      </label>
      {at('entity') && (
        <button type="button" class="chip" onClick={() => set('entity', '')} aria-label={`Remove filter ${at('entity')}`}>
          <Words>{at('entity')}</Words> ×
        </button>
      )}
    </form>
  )
}

type ChoiceProps = {
  name: string
  label: string
  all: string
  value: string
  options: Record<string, string>
  set: (name: string, value: string) => void
}

function Choice({ name, label, all, value, options, set }: ChoiceProps) {
  return (
    <label>
      <span class="hidden">{label}</span>
      <select value={value} onChange={(event) => set(name, (event.target as HTMLSelectElement).value)}>
        <option value="">{all}</option>
        {Object.entries(options).map(([key, shown]) => (
          <option key={key} value={key} selected={key === value}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  )
}


/** An entity by the beginning of its name, among those that stories are about. */
function EntityChoice({ set }: { set: (name: string, value: string) => void }) {
  const [text, setText] = useState('')
  const [found, setFound] = useState<{ id: string; name: string; stories: number }[]>([])
  const timer = useRef(0)
  const choose = (name: string) => {
    setText('')
    setFound([])
    set('entity', name)
  }
  return (
    <label>
      <span class="hidden">About a person, place or organisation</span>
      <input
        type="search"
        list="entities"
        placeholder="Person, place, organisation"
        value={text}
        maxLength={100}
        onInput={(event) => {
          const typed = (event.target as HTMLInputElement).value
          setText(typed)
          // A choice from the list comes as input too.
          if (found.some((each) => each.name === typed)) return choose(typed)
          window.clearTimeout(timer.current)
          timer.current = window.setTimeout(() => {
            if (!typed.trim()) return setFound([])
            get<{ entities: { id: string; name: string; stories: number }[] }>(
              path('/api/entities', 'limit=8', `q=${segment(typed)}`)
            ).then(
              (answer) => setFound(answer.entities),
              () => undefined
            )
          }, 150)
        }}
        onKeyDown={(event) => {
          const best = found[0]
          if (event.key === 'Enter' && best) choose(best.name)
        }}
      />
      <datalist id="entities">
        {found.map((each) => (
          <option key={each.id} value={each.name}>
            {many(each.stories, 'story', 'stories')}
          </option>
        ))}
      </datalist>
    </label>
  )
}
