// How far ahead visits are made, the nightly making of them, and wishes for technicians handed on.
import type { SeriesSettings } from '@regie/contract/series'
import { expectCurrent } from '../../platform/guards.ts'
import { command } from '../../platform/work.ts'
import { happened } from '../events.ts'
import {
  claimSeriesNight,
  readSeriesSettings,
  saveSeriesSettings,
  takeSeriesToMake,
} from '../store/series.ts'
import { horizonOf, makeVisits, todayOf } from './make-visits.ts'

const write = { permission: 'work-orders.write' } as const

export const updateSeriesSettings = command(
  'work-orders.update-series-settings',
  write,
  async (tx, settings: SeriesSettings): Promise<SeriesSettings> => {
    expectCurrent(await saveSeriesSettings(tx, settings), await readSeriesSettings(tx))
    const saved = await readSeriesSettings(tx)
    tx.emit(happened.series_settings_changed({ settings: saved }))
    return saved
  },
)

/** Whether the night that has begun is still to be looked after; true once per local date. */
export const beginSeriesNight = command(
  'work-orders.begin-series-night',
  write,
  async (tx): Promise<boolean> => await claimSeriesNight(tx, todayOf(tx)),
)

/** So many series in one transaction: the counters of work orders are held as long. */
const BATCH = 400

/** Makes what is missing of one batch; returns how many series it looked at, 0 when there is nothing left to do. */
export const makeBatchOfVisits = command(
  'work-orders.make-visits',
  write,
  async (tx): Promise<{ series: number; visits: number }> => {
    const today = todayOf(tx)
    const horizon = await horizonOf(tx)
    const series = await takeSeriesToMake(tx, { horizon, today, limit: BATCH })
    const visits = await makeVisits(tx, series, { from: today, until: horizon })
    return { series: series.length, visits }
  },
)
