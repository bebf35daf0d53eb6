import { createRouter } from '@tanstack/react-router'
import { routeTree } from '@/routeTree.gen'
import { readSearch, writeSearch } from './search'

export const router = createRouter({
  routeTree,
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
