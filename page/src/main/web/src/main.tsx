import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { setToken } from './api'
import { Desk } from './desk'
import { StoryPage } from './story'
import { THEMED, connect, follow, useAddress, useLink } from './store'
import './style.css'

const THEME = 'deltawire-theme'

function Page() {
  const [url] = useAddress()
  const link = useLink()
  const story = /^\/stories\/([^/]+)$/.exec(url.pathname)
  useEffect(connect, [])
  if (link === 'refused') return <Token />
  return (
    <>
      <a class="skip" href="#main">
        Skip to the stories
      </a>
      <header class="masthead">
        <a class="brand" href="/" onClick={follow}>
          <span class="mark" aria-hidden="true" />
          deltawire
        </a>
        <span class="motto">what changed in the news</span>
        <Link state={link} />
        <Theme />
      </header>
      <main id="main" tabIndex={-1}>
        {story ? <StoryPage key={story[1]} id={decodeURIComponent(story[1] ?? '')} /> : <Desk url={url} />}
      </main>
      <footer>
        Times are UTC, as the articles give them. <a href="/feeds/changes.atom">Atom feed</a> · <a href="/api/openapi.json">API</a> · keys:{' '}
        <kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous, <kbd>Esc</kbd> back
      </footer>
    </>
  )
}

function Link({ state }: { state: string }) {
  return (
    <span class={`link ${state}`} role="status">
      <span class="dot" aria-hidden="true" />
      {state === 'live' ? 'Live' : 'Reconnecting …'}
    </span>
  )
}

function Theme() {
  const [theme, set] = useState(localStorage.getItem(THEME) ?? '')
  useEffect(() => {
    if (theme) document.documentElement.dataset.theme = theme
    else delete document.documentElement.dataset.theme
    localStorage.setItem(THEME, theme)
    window.dispatchEvent(new Event(THEMED))
  }, [theme])
  const dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  return (
    <button type="button" class="theme" onClick={() => set(dark ? 'light' : 'dark')}>
      {dark ? 'Light' : 'Dark'}
    </button>
  )
}

function Token() {
  return (
    <main id="main" class="token">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setToken(new FormData(event.currentTarget as HTMLFormElement).get('token') as string)
          location.reload()
        }}
      >
        <h1>deltawire</h1>
        <label>
          This instance asks for a token
          <input name="token" type="password" autocomplete="current-password" required />
        </label>
        <button type="submit">Show the stories</button>
      </form>
    </main>
  )
}

document.addEventListener('keydown', (event) => {
  const field = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Escape') {
    if (field) (event.target as HTMLElement).blur()
    else if (location.pathname !== '/') history.length > 1 ? history.back() : location.assign('/')
  } else if (!field && event.key === '/') {
    event.preventDefault()
    document.querySelector<HTMLInputElement>('input[type=search]')?.focus()
  } else if (!field && (event.key === 'j' || event.key === 'k')) {
    const links = [...document.querySelectorAll<HTMLElement>('[data-step]')]
    const at = links.indexOf(document.activeElement as HTMLElement)
    const next = links[event.key === 'j' ? at + 1 : Math.max(0, at - 1)]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
})

render(<Page />, document.getElementById('page')!)
