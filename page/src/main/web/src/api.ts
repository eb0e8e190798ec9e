/** What the server answers; names are those of the schemas. */

export type Change = {
  id: string
  type: string
  story_id: string
  fact_id: string
  article_id: string
  at: string
  kind: string
  subject: string
  attribute: string
  unit: string
  before: string
  after: string
  before_sources: string[]
  after_sources: string[]
  evidence: { article_id: string; sentence: string; begin: number; end: number; speaker: string; value: string } | null
  text: string
}

export type Update = {
  id: string
  type: string
  story_id: string
  other_story_id: string
  article_id: string
  at: string
  moved: string[]
  title: string
  duplicate_of: string
  source: string
}

export type Named = { id: string; name: string; type: string }

export type Hour = { begin: string; articles: number; burst: boolean }

export type Shift = {
  id: string
  type: string
  kind: string
  at: string
  text: string
  subject: string
  attribute: string
  before: string
  after: string
  unit: string
}

export type Summary = {
  id: string
  desk: string
  title: string
  state: string
  opened_at: string
  updated_at: string
  article_count: number
  outlet_count: number
  independent_sources: number
  entities: Named[]
  kinds: string[]
  facts: number
  disputed: number
  changes: Record<string, number>
  /** Not there in a list as of a time. */
  recent?: Shift[]
  activity: Hour[]
}

export type Evidence = {
  change_id: string
  article_id: string
  source: string
  speaker: string
  sentence: string
  begin: number
  end: number
  at: string
}

export type Position = {
  value: string
  unit: string
  hedge: string
  sources: string[]
  first_at: string
  last_at: string
  speakers: string[]
  evidence: Evidence[]
}

export type Fact = { id: string; kind: string; subject: string; attribute: string; positions: Position[]; disputed: boolean }

export type Story = {
  id: string
  desk: string
  title: string
  state: string
  predecessor: string
  opened_at: string
  updated_at: string
  article_count: number
  outlets: string[]
  independent_sources: number
  entities: Named[]
}

export type Article = { id: string; url?: string; source?: string; published_at?: string; title?: string }

export type Context = { before: string; sentence: string; after: string; title: string; source: string; url: string }

const TOKEN = 'deltawire-token'

export class Refused extends Error {}

export function setToken(token: string) {
  sessionStorage.setItem(TOKEN, token)
}

export function headers(): Record<string, string> {
  const token = sessionStorage.getItem(TOKEN)
  return token ? { Authorization: `Bearer ${token}` } : {}
}

/** Asks until there is an answer: an instance that starts says 503 and how long to wait. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  for (;;) {
    const answer = await fetch(path, { headers: headers(), signal: signal ?? null })
    if (answer.status === 401) throw new Refused()
    if (answer.status === 503 || answer.status === 429) {
      const seconds = Number(answer.headers.get('Retry-After') ?? '2')
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
      continue
    }
    if (!answer.ok) {
      const problem = await answer.json().catch(() => ({ detail: answer.statusText }))
      throw new Error(problem.detail || answer.statusText)
    }
    return (await answer.json()) as T
  }
}

export const segment = encodeURIComponent
