import { describe, expect, it } from 'vitest'
import { type DragEvent, type DragState, drag, type Grip, IDLE } from './drag.ts'
import { HOUR, MINUTE } from './model.ts'

const STEP = 15 * MINUTE
const context = { snap: (at: number) => Math.round(at / STEP) * STEP, leastMs: 5 * MINUTE }
const origin = { rowId: 'ana', from: 10 * HOUR, until: 11 * HOUR }
const grip: Grip = { kind: 'move', id: 'bar', origin, duration: HOUR, hold: 20 * MINUTE }

const play = (events: readonly DragEvent[], from: DragState = IDLE) =>
  events.reduce<ReturnType<typeof drag>>((step, event) => drag(step.state, event, context), {
    state: from,
    effect: null,
  })

const press = (touch = false): DragEvent => ({ kind: 'press', grip, x: 100, y: 50, touch })
const move = (x: number, at: number, rowId = 'ana'): DragEvent => ({
  kind: 'move',
  x,
  y: 50,
  over: { rowId, at },
})

describe('a drag with the mouse', () => {
  it('begins only after a few pixels: a press is no move', () => {
    const { state } = play([press(), move(102, 10.4 * HOUR)])
    expect(state.kind).toBe('pressed')
    expect(play([press(), { kind: 'release' }]).effect).toEqual({ kind: 'click', grip })
  })

  it('drops where it was snapped to, holding the bar where it was taken', () => {
    const over = 13 * HOUR + 27 * MINUTE
    const { effect } = play([press(), move(200, over, 'ben'), { kind: 'release' }])
    const from = 13 * HOUR
    expect(effect).toEqual({
      kind: 'drop',
      grip,
      target: { rowId: 'ben', from, until: from + HOUR },
    })
  })

  it('does nothing when it comes back to where it was, or is let go beside the board', () => {
    const back = play([press(), move(200, 13 * HOUR), move(100, 10.33 * HOUR), { kind: 'release' }])
    expect(back.effect).toEqual({ kind: 'cancelled' })
    const beside: DragEvent = { kind: 'move', x: 900, y: 50, over: null }
    expect(play([press(), beside, { kind: 'release' }]).effect).toEqual({ kind: 'cancelled' })
  })

  it('is cancelled by Esc', () => {
    const { state, effect } = play([press(), move(200, 13 * HOUR), { kind: 'cancel' }])
    expect(state).toBe(IDLE)
    expect(effect).toEqual({ kind: 'cancelled' })
  })

  it('keeps its state object while the snapped target stays: nothing to redraw', () => {
    const { state } = play([press(), move(200, 13 * HOUR)])
    expect(drag(state, move(201, 13 * HOUR + MINUTE), context).state).toBe(state)
  })
})

describe('resizing', () => {
  const end: Grip = { ...grip, kind: 'resize-end' }

  it('moves one edge and never makes a bar shorter than allowed', () => {
    const pressed: DragEvent = { kind: 'press', grip: end, x: 0, y: 0, touch: false }
    const longer = play([pressed, move(90, 12.1 * HOUR), { kind: 'release' }])
    expect(longer.effect).toMatchObject({ target: { from: 10 * HOUR, until: 12 * HOUR } })
    const shorter = play([pressed, move(90, 9 * HOUR), { kind: 'release' }])
    expect(shorter.effect).toMatchObject({ target: { until: 10 * HOUR + 5 * MINUTE } })
  })
})

describe('a finger', () => {
  it('scrolls when it moves at once: scrolling never moves a bar', () => {
    const { state, effect } = play([press(true), move(160, 13 * HOUR), { kind: 'release' }])
    expect(state).toBe(IDLE)
    expect(effect).toBeNull()
  })

  it('drags after a long press', () => {
    const events: DragEvent[] = [
      press(true),
      { kind: 'long-press' },
      move(200, 13.4 * HOUR),
      { kind: 'release' },
    ]
    expect(play(events).effect).toMatchObject({ kind: 'drop', target: { from: 13 * HOUR } })
  })

  it('that holds still without moving changes nothing', () => {
    const { effect } = play([press(true), { kind: 'long-press' }, { kind: 'release' }])
    expect(effect).toEqual({ kind: 'cancelled' })
  })
})

describe('without dragging', () => {
  it('the keys pick up, move, stretch and drop', () => {
    const { effect } = play([
      { kind: 'pick', grip, by: 'keys', target: null },
      { kind: 'nudge', ms: STEP, rowId: null },
      { kind: 'nudge', ms: 0, rowId: 'ben' },
      { kind: 'stretch', ms: STEP },
      { kind: 'drop' },
    ])
    const target = { rowId: 'ben', from: 10 * HOUR + STEP, until: 11 * HOUR + 2 * STEP }
    expect(effect).toEqual({ kind: 'drop', grip, target })
  })

  it('a click picks and a click places; the button going up between is not the drop', () => {
    const picked = play([{ kind: 'pick', grip, by: 'click', target: null }, { kind: 'release' }])
    expect(picked.state.kind).toBe('held')
    const placed = play([move(0, 15.33 * HOUR, 'ben'), { kind: 'drop' }], picked.state)
    expect(placed.effect).toMatchObject({ kind: 'drop', target: { rowId: 'ben', from: 15 * HOUR } })
  })
})
