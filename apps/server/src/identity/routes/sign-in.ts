// Doors that open to people who are not signed in: they guard themselves.
import * as contract from '@regie/contract/identity'
import { open, own, type Route } from '../../platform/http/bind.ts'
import {
  askForLink,
  askForNewPassword,
  changeOwnPassword,
  enterByLink,
  enterByPassword,
  goTo,
  leave,
  present,
  setNewPassword,
} from '../entrance.ts'
import { joinByInvitation, lookAtInvitation, setUpFirst } from '../joining.ts'
import { hasOrganization } from '../store/crossing.ts'

export const signInRoutes: readonly Route[] = [
  own(contract.readSession, (_input, exchange) => present(exchange)),
  open(contract.signIn, ({ body }, exchange) => enterByPassword(body, exchange)),
  open(contract.requestSignInLink, ({ body }, exchange) => askForLink(body, exchange)),
  open(contract.useSignInLink, ({ body }, exchange) => enterByLink(body, exchange)),
  open(contract.signOut, (_input, exchange) => leave(exchange)),
  own(contract.switchOrganization, ({ body }, exchange) => goTo(body, exchange)),
  own(contract.changePassword, ({ body }, exchange) => changeOwnPassword(body, exchange)),
  open(contract.forgotPassword, ({ body }, exchange) => askForNewPassword(body, exchange)),
  open(contract.resetPassword, ({ body }, exchange) => setNewPassword(body, exchange)),
  open(contract.readSetup, async (_input, { services }) => ({
    needed: !(await hasOrganization(services.database)),
  })),
  open(contract.setUp, ({ body }, exchange) => setUpFirst(body, exchange)),
  open(contract.openInvitation, ({ body }, exchange) => lookAtInvitation(body, exchange)),
  open(contract.acceptInvitation, ({ body }, exchange) => joinByInvitation(body, exchange)),
]
