import { Outlet, createRootRoute } from '@tanstack/react-router'
import { Failed } from '@/app/Failed'
import { Missing } from '@/app/Missing'
import { StartedProvider } from '@/areas/jobs/StartedProvider'
import { ConfirmProvider } from '@/components/dialog/ConfirmProvider'
import { DialogHost } from '@/components/dialog/DialogHost'
import { NoticeProvider } from '@/components/notice/NoticeProvider'

export const Route = createRootRoute({ component: Root, notFoundComponent: Missing, errorComponent: Failed })

/** What every page can call on: questions, messages, tasks that run. */
function Root() {
  return (
    <NoticeProvider>
      <ConfirmProvider>
        <StartedProvider>
          <DialogHost>
            <Outlet />
          </DialogHost>
        </StartedProvider>
      </ConfirmProvider>
    </NoticeProvider>
  )
}
