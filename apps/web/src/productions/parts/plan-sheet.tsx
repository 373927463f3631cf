import type { StagePlan } from '@regie/contract/production-stage-plans'
import { type ReactNode, type RefObject, useLayoutEffect, useState } from 'react'
import type { Size } from '../plan-geometry.ts'

type Props = {
  readonly plan: Pick<StagePlan, 'width' | 'height'>
  readonly address: string
  readonly label: string
  /** Width as CSS says it; the height follows. */
  readonly width: string
  /** The sheet itself, for whoever asks what lies under a pointer. */
  readonly sheet: RefObject<HTMLDivElement | null>
  /** What lies on it, once its size is known. */
  readonly children: (size: Size) => ReactNode
}

/** The picture of a plan as a sheet of white paper in both themes. As an <img> it runs nothing, whatever is in it. */
export const PlanSheet = ({ plan, address, label, width, sheet, children }: Props) => {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const element = sheet.current
    if (!element) return undefined
    const measure = () => setSize({ width: element.offsetWidth, height: element.offsetHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [sheet])
  return (
    <div
      ref={sheet}
      data-theme="light"
      style={{ width, aspectRatio: `${plan.width} / ${plan.height}` }}
      className="relative mx-auto select-none bg-white text-ink"
    >
      <img
        src={address}
        alt={label}
        draggable={false}
        className="pointer-events-none absolute inset-0 size-full object-contain"
      />
      {size && children(size)}
    </div>
  )
}
