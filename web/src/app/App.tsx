import { FluentProvider } from '@fluentui/react-components'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { queries } from '@/api/queries'
import { useDark } from './preferences'
import { router } from './router'
import { themeOf } from './theme'

/** Everything that the pages stand in. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <FluentProvider theme={themeOf(useDark())}>
        <RouterProvider router={router} />
      </FluentProvider>
    </QueryClientProvider>
  )
}
