import { Toaster } from '@fluentui/react-components'
import { Outlet, createRootRoute } from '@tanstack/react-router'
import { Failed } from '@/app/Failed'
import { Missing } from '@/app/Missing'
import { StartedProvider } from '@/areas/jobs/StartedProvider'
import { ConfirmProvider } from '@/components/dialog/ConfirmProvider'
import { DialogHost } from '@/components/dialog/DialogHost'
import { TOASTER } from '@/components/toast/useNotify'

export const Route = createRootRoute({ component: Root, notFoundComponent: Missing, errorComponent: Failed })

/** What every page can call on: questions, messages, tasks that run. */
function Root() {
  return (
    <ConfirmProvider>
      <StartedProvider>
        <DialogHost>
          <Outlet />
        </DialogHost>
      </StartedProvider>
      <Toaster toasterId={TOASTER} position="bottom-end" />
    </ConfirmProvider>
  )
}
