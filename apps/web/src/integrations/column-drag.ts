// A column on its way from the file to a field, carried by the browser's own drag and drop.
import type { DragEvent } from 'react'

const TYPE = 'application/x-regie-column'

export const carryColumn = (event: DragEvent, index: number): void => {
  event.dataTransfer.setData(TYPE, String(index))
  event.dataTransfer.effectAllowed = 'copy'
}

export const isColumn = (event: DragEvent): boolean => event.dataTransfer.types.includes(TYPE)

export const droppedColumn = (event: DragEvent): number | null => {
  const text = event.dataTransfer.getData(TYPE)
  return /^\d+$/.test(text) ? Number(text) : null
}
