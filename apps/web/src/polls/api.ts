// Server state of availability polls, for the office.
import {
  answerFor,
  askAgain,
  askMore,
  askNoMore,
  changePoll,
  closePoll,
  createPoll,
  getPoll,
  getPollSettings,
  listPolls,
  pollEvents,
  renewPollLink,
  savePollSettings,
} from '@regie/contract/polls'
import { listTechnicians, type Technician } from '@regie/contract/workforce'
import { useEffect, useState } from 'react'
import { call } from '../lib/call.ts'
import { refreshOn } from '../lib/live.tsx'
import { useAct, useRead } from '../lib/server-state.tsx'

const reads = [listPolls, getPoll]
refreshOn(Object.keys(pollEvents), reads)
const options = { invalidates: reads }

export const usePolls = () => useRead(listPolls, {})
export const usePoll = (pollId: string) => useRead(getPoll, { params: { pollId } })
export const useCreatePoll = () => useAct(createPoll, options)
export const useChangePoll = () => useAct(changePoll, options)
export const useClosePoll = () => useAct(closePoll, options)
export const useAskAgain = () => useAct(askAgain, options)
export const useAskMore = () => useAct(askMore, options)
export const useRenewLink = () => useAct(renewPollLink, options)
export const useAskNoMore = () => useAct(askNoMore, options)
export const useAnswerFor = () => useAct(answerFor, options)
export const usePollSettings = () => useRead(getPollSettings, {})
export const useSavePollSettings = () =>
  useAct(savePollSettings, { invalidates: [getPollSettings] })

const MOST = 1000

/** Everybody who can be asked, by name; null while they are read. */
export const usePeople = (): readonly Technician[] | null => {
  const [people, setPeople] = useState<readonly Technician[] | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const read = async () => {
      const all: Technician[] = []
      let cursor: string | null = null
      do {
        const query: { limit: number; cursor?: string } = {
          limit: 200,
          ...(cursor ? { cursor } : {}),
        }
        const page = await call(listTechnicians, { query }, { signal: stop.signal })
        all.push(...page.items)
        cursor = page.nextCursor
      } while (cursor && all.length < MOST)
      setPeople(all)
    }
    read().catch(() => {
      if (!stop.signal.aborted) setPeople([])
    })
    return () => stop.abort()
  }, [])
  return people
}
