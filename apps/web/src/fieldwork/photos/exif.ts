// When and where a picture was taken, from the EXIF of a JPEG (JEITA CP-3451, CIPA DC-008). Reads only what is asked;
// anything odd means “not known”, never a fault.
import type { Instant, Position } from '@regie/contract/kernel'

export type Taken = { readonly takenAt: Instant | null; readonly position: Position | null }
const UNKNOWN: Taken = { takenAt: null, position: null }

const APP1 = 0xffe1
const START_OF_SCAN = 0xffda
const EXIF_IFD = 0x8769
const GPS_IFD = 0x8825
const TAKEN = 0x9003
const OFFSET = 0x9011

type Entry = { readonly type: number; readonly count: number; readonly at: number }
type Reader = {
  readonly short: (at: number) => number
  readonly long: (at: number) => number
  readonly directory: (at: number) => Map<number, Entry>
  readonly text: (entry: Entry | undefined) => string
  /** A fraction as two longs. */
  readonly fraction: (at: number) => number
}

function readerOf(view: DataView, base: number): Reader {
  const isLittle = view.getUint16(base) === 0x4949
  const short = (at: number) => view.getUint16(base + at, isLittle)
  const long = (at: number) => view.getUint32(base + at, isLittle)
  const directory = (at: number) => {
    const entries = new Map<number, Entry>()
    const count = at > 0 ? short(at) : 0
    for (let index = 0; index < count; index++) {
      const place = at + 2 + index * 12
      entries.set(short(place), { type: short(place + 2), count: long(place + 4), at: place + 8 })
    }
    return entries
  }
  const text = (entry: Entry | undefined) => {
    if (entry?.type !== 2) return ''
    const from = entry.count > 4 ? long(entry.at) : entry.at
    let value = ''
    for (let index = 0; index < entry.count - 1; index++)
      value += String.fromCharCode(view.getUint8(base + from + index))
    return value
  }
  const fraction = (at: number) => long(at) / (long(at + 4) || 1)
  return { short, long, directory, text, fraction }
}

/** `2026:11:23 09:02:11`, with `+01:00` if the camera knew; without, by the phone's own zone, where it was taken. */
export function instantOfExif(text: string, offset: string): Instant | null {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(text)
  if (!parts) return null
  const [, year, month, day, time] = parts
  const zone = /^[+-]\d\d:\d\d$/.test(offset) ? offset : ''
  const at = new Date(`${year}-${month}-${day}T${time}${zone}`)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

function positionOf(read: Reader, gps: Map<number, Entry>): Position | null {
  const degrees = (tag: number, reference: number, negative: string) => {
    const entry = gps.get(tag)
    if (entry?.type !== 5 || entry.count < 3) return null
    const at = read.long(entry.at)
    const value = read.fraction(at) + read.fraction(at + 8) / 60 + read.fraction(at + 16) / 3600
    return read.text(gps.get(reference)) === negative ? -value : value
  }
  const latitude = degrees(2, 1, 'S')
  const longitude = degrees(4, 3, 'W')
  const isKnown = latitude !== null && longitude !== null && (latitude !== 0 || longitude !== 0)
  if (!isKnown || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null
  return { latitude, longitude }
}

/** Looks into the first segments of a JPEG. */
export function readTaken(bytes: ArrayBuffer): Taken {
  try {
    const view = new DataView(bytes)
    if (view.getUint16(0) !== 0xffd8) return UNKNOWN
    let at = 2
    while (at + 4 < view.byteLength) {
      const marker = view.getUint16(at)
      if (marker === START_OF_SCAN || marker >> 8 !== 0xff) break
      if (marker === APP1 && view.getUint32(at + 4) === 0x45786966) return takenAt(view, at + 10)
      at += 2 + view.getUint16(at + 2)
    }
  } catch {
    // Cut short or not what it says.
  }
  return UNKNOWN
}

function takenAt(view: DataView, base: number): Taken {
  const read = readerOf(view, base)
  const main = read.directory(read.long(4))
  const place = (tag: number) => {
    const entry = main.get(tag)
    return read.directory(entry ? read.long(entry.at) : 0)
  }
  const exif = place(EXIF_IFD)
  return {
    takenAt: instantOfExif(read.text(exif.get(TAKEN)), read.text(exif.get(OFFSET))),
    position: positionOf(read, place(GPS_IFD)),
  }
}
