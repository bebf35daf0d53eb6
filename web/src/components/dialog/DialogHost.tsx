import { Suspense, useCallback, useState, type ReactNode } from 'react'
import { DialogContext, type ShowDialog } from './useDialog'

type Shown = { readonly render: (close: () => void) => ReactNode }

/** The place where the dialogs of actions appear. */
export function DialogHost({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown>()
  const show = useCallback<ShowDialog>((render) => setShown({ render }), [])
  return (
    <DialogContext value={show}>
      {children}
      <Suspense>{shown?.render(() => setShown(undefined))}</Suspense>
    </DialogContext>
  )
}
