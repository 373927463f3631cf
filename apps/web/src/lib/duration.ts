// Durations without Temporal, so that a field of minutes stays light.
import { type Language, numberText } from './words.ts'

const MINUTES = /^(\d+)(?:m|min|mn|minutes?)?$/
const HOURS = /^(\d+(?:[.,]\d+)?)(?:h|heures?|hours?)$/
const HOURS_MINUTES = /^(\d+)(?:h|:)(\d{1,2})(?:m|min|mn)?$/

/** Minutes of what people type; null when empty, undefined when it is no duration. A bare number is minutes. */
export const parseDuration = (text: string): number | null | undefined => {
  const plain = text.toLowerCase().replace(/\s/g, '')
  if (plain === '') return null
  const both = HOURS_MINUTES.exec(plain)
  if (both) {
    const minutes = Number(both[2])
    return minutes < 60 ? Number(both[1]) * 60 + minutes : undefined
  }
  const bare = MINUTES.exec(plain)
  if (bare) return Number(bare[1])
  const hours = HOURS.exec(plain)
  if (hours) return Math.round(Number((hours[1] ?? '').replace(',', '.')) * 60)
  return undefined
}

/** Minutes as people say them: `45 min`, `2 h`, « 2 h 30 »; English `2 h 30 min`. */
export const durationText = (language: Language, minutes: number): string => {
  const sign = minutes < 0 ? '−' : ''
  const whole = Math.abs(Math.round(minutes))
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  if (hours === 0) return `${sign}${rest} min`
  const hoursText = `${sign}${numberText(language, hours)} h`
  if (rest === 0) return hoursText
  return language === 'fr'
    ? `${hoursText} ${String(rest).padStart(2, '0')}`
    : `${hoursText} ${rest} min`
}
