import type { TeamProblemInput } from '../problem/team-problem.ts'
import { readRoadef2007 } from './roadef2007.ts'

/**
 * The formats of team problems, by name. Of a folder, the text is one JSON object of the texts of
 * its files by name.
 *
 * @throws Error that says what is wrong, when called
 */
export const TEAM_FORMATS: ReadonlyMap<string, (text: string) => TeamProblemInput> = new Map([
  ['roadef2007', readRoadef2007],
])
