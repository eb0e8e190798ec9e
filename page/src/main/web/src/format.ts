const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const DAY_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })
const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 })

/** Day and clock; the year only where it is another than this one. */
export function when(iso: string): string {
  const time = new Date(iso)
  const other = time.getUTCFullYear() !== new Date().getUTCFullYear()
  return `${(other ? DAY_YEAR : DAY).format(time)}, ${CLOCK.format(time)}`
}

export function day(iso: string): string {
  return DAY_YEAR.format(new Date(iso))
}

export function clock(iso: string): string {
  return CLOCK.format(new Date(iso))
}

export function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text)
}

const HEDGES: Record<string, string> = { AT_LEAST: 'at least ', AT_MOST: 'at most ', ABOUT: 'about ' }

/** A value as a reader would write it: thousands divided, days with the names of months. */
export function value(text: string, unit: string, hedge = ''): string {
  const shown =
    isNumber(text) && text.length < 16
      ? NUMBER.format(Number(text))
      : /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
        ? day(text)
        : text
  return (HEDGES[hedge] ?? '') + shown + (unit ? ` ${unit}` : '')
}

export function many(count: number, one: string, more = `${one}s`): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : more}`
}

export const KINDS: Record<string, string> = {
  QUANTITY: 'Figures',
  SCHEDULE: 'Dates',
  POSITION: 'Positions',
  OFFICE: 'Offices',
  STATUS: 'Events',
  STATEMENT: 'Quotes'
}

export const TYPES: Record<string, string> = {
  REPORTED: 'Reported',
  CORROBORATED: 'Corroborated',
  REVISED: 'Revised',
  DISPUTED: 'Disputed',
  SETTLED: 'Settled',
  RETRACTED: 'Retracted'
}

export const UPDATES: Record<string, string> = {
  OPENED: 'Story opened',
  GREW: 'Story grew',
  MERGED: 'Stories merged',
  SPLIT: 'Story split',
  CLOSED: 'Story closed',
  REOPENED: 'Story reopened'
}
