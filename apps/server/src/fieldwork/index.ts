// The front door of fieldwork.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'
import { mountUploads } from './uploads.ts'

export const fieldwork = defineModule('fieldwork', import.meta.dirname, {
  permissions,
  routes,
  events: kinds,
  mount: mountUploads,
})

export { decideAbsence, reopenWork, sealWork } from './commands/decide.ts'
export { tell as tellWork } from './commands/tell.ts'
export { photoKeys, sendPhoto } from './pictures.ts'
export { absenceRequests, forgetPhotos } from './store/requests.ts'
export { photoKey } from './uploads.ts'
