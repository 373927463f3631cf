// Routes of looking at the board: its load, its kept views, and the files one takes away.
import * as exports from '@regie/contract/board-exports'
import * as map from '@regie/contract/board-map'
import * as views from '@regie/contract/board-views'
import { act, download, type Route, read } from '../platform/http/bind.ts'
import {
  chooseDefaultView,
  createView,
  removeView,
  restoreView,
  updateView,
} from './commands/board-views.ts'
import { csvFile, icsFile, xlsxFile } from './exports/files.ts'
import { getLoad } from './queries/load.ts'
import { pointsOfBacklog } from './store/backlog-points.ts'
import { listBoardViews } from './store/board-views.ts'

const may = 'planning.read'

export const viewRoutes: readonly Route[] = [
  read(views.getLoad, may, (tx, { query }) => getLoad(tx, query)),
  read(views.listViews, may, async (tx) => ({ items: await listBoardViews(tx) })),
  act(views.createView, createView, ({ body }) => body),
  act(views.chooseDefaultView, chooseDefaultView, ({ body }) => body),
  act(views.updateView, updateView, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(views.removeView, removeView, ({ params, body }) => ({ ...params, ...body })),
  act(views.restoreView, restoreView, ({ params }) => params),
  read(map.getMapSettings, may, async ({ config: { map: settings } }) => settings),
  read(map.listBacklogPoints, may, async (tx) => ({ items: await pointsOfBacklog(tx) })),
  download(exports.exportCsv, may, (tx, { query }) => csvFile(tx, query)),
  download(exports.exportXlsx, may, (tx, { query }) => xlsxFile(tx, query)),
  download(exports.exportIcs, may, (tx, { query }) => icsFile(tx, query)),
]
