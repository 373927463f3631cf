// Rules warn: the planner is asked why it is done all the same, one question at a time.
import { useCallback, useState } from 'react'

export type WhyQuestion = {
  readonly reasons: readonly string[]
  readonly answer: (why: string | null) => void
}

export const useAskWhy = () => {
  const [question, setQuestion] = useState<WhyQuestion | null>(null)
  const askWhy = useCallback(
    (reasons: readonly string[]) =>
      new Promise<string | null>((resolve) => {
        setQuestion((before) => {
          // A second question takes the place of the first, which is then not done.
          before?.answer(null)
          const answer = (why: string | null) => {
            setQuestion((now) => (now === made ? null : now))
            resolve(why)
          }
          const made = { reasons, answer }
          return made
        })
      }),
    [],
  )
  return { question, askWhy }
}
