import {
  Link,
  Toast,
  ToastBody,
  ToastFooter,
  ToastTitle,
  ToastTrigger,
  Button,
  useToastController,
  type ToastIntent,
} from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorDetails } from '@/components/error/ErrorDetails'
import { explain } from '@/components/error/explain'

/** Where the toasts of the application appear. */
export const TOASTER = 'toaster'

/** What a message leads to. */
export type ToastLink = { readonly caption: string; readonly to: string }

const SHORT = 6_000

/** Short messages at the edge of the screen, which go by themselves; failures stay until they are closed. */
export function useNotify() {
  const { dispatchToast } = useToastController(TOASTER)
  const { t } = useTranslation()
  const router = useRouter()
  return useMemo(() => {
    const close = (
      <ToastTrigger>
        <Button appearance="transparent" size="small" icon={<Dismiss16Regular />} aria-label={t('common.close')} />
      </ToastTrigger>
    )
    const say = (intent: ToastIntent, title: string, link?: ToastLink) =>
      dispatchToast(
        <Toast>
          <ToastTitle action={close}>{title}</ToastTitle>
          {link && (
            <ToastFooter>
              <ToastTrigger>
                <Link
                  href={link.to}
                  onClick={(event) => {
                    event.preventDefault()
                    void router.navigate({ to: link.to })
                  }}
                >
                  {link.caption}
                </Link>
              </ToastTrigger>
            </ToastFooter>
          )}
        </Toast>,
        { intent, timeout: link ? 2 * SHORT : SHORT },
      )
    return {
      success: (title: string, link?: ToastLink) => say('success', title, link),
      info: (title: string, link?: ToastLink) => say('info', title, link),
      failure: (error: unknown) => {
        const { cause, remedy } = explain(t, error)
        dispatchToast(
          <Toast>
            <ToastTitle action={close}>{cause}</ToastTitle>
            {remedy && <ToastBody>{remedy}</ToastBody>}
            <ToastFooter>
              <ErrorDetails error={error} />
            </ToastFooter>
          </Toast>,
          { intent: 'error', timeout: -1 },
        )
      },
    }
  }, [dispatchToast, router, t])
}
