import { CopyButton } from '@/components/copy/CopyButton'
import { useTranslation } from 'react-i18next'
import { detailsOf } from './explain'

/** Copies what support needs to know about a failure. */
export function ErrorDetails({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  return <CopyButton text={() => detailsOf(error)}>{t('errors.copyDetails')}</CopyButton>
}
