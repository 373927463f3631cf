import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { makeBoardRouter } from './board/router.tsx'
import { Providers } from './providers.tsx'

const asked: string[] = []

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  asked.length = 0
})

const open = (path: string, answer: (path: string) => Response) => {
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    return Promise.resolve(answer(url))
  })
  const router = makeBoardRouter(createMemoryHistory({ initialEntries: [path] }))
  render(
    <Providers>
      <RouterProvider router={router} />
    </Providers>,
  )
  return router
}

const nobody = (url: string) =>
  url === '/api/setup'
    ? Response.json({ needed: false })
    : new Response(JSON.stringify({ code: 'not_signed_in' }), { status: 401 })

test('who is not signed in comes to the sign-in page once, with the way back', async () => {
  const router = open('/team?search=nadia', nobody)
  await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'), { timeout: 5_000 })
  expect(router.state.location.search).toMatchObject({ next: '/team?search=nadia' })
  await screen.findByRole('heading', { level: 1 })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(asked.filter((url) => url === '/api/session')).toHaveLength(1)
})

test('an empty Régie leads to the first steps', async () => {
  const router = open('/', (url) =>
    url === '/api/setup' ? Response.json({ needed: true }) : nobody(url),
  )
  await waitFor(() => expect(router.state.location.pathname).toBe('/setup'), { timeout: 5_000 })
})
