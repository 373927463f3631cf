/** Every row of the chart, heads of groups included, is as high as its `h-9`. */
export const ROW_REM = 2.25

export const topOf = (row: number): string => `${row * ROW_REM}rem`
