import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/api/client'
import { ActionBar } from '@/components/action/ActionBar'
import { CueGroup } from '@/components/cue/CueGroup'
import { CueTile } from '@/components/cue/CueTile'
import { useConfirm } from '@/components/dialog/useConfirm'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { usePageTitle } from '@/components/page/usePageTitle'
import { StatusBadge } from '@/components/status/StatusBadge'
import { useNotify } from '@/components/toast/useNotify'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    padding: tokens.spacingHorizontalXL,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

const refusal = new ApiError(
  400,
  'invalid',
  'the shop is not enabled yet: enable it on its card',
  'POST /api/v1/shopifyShops',
  'enabled',
  'r-1',
)

/** Every component in its states. */
export function Gallery() {
  const styles = useStyles()
  const { t } = useTranslation()
  const notify = useNotify()
  const confirm = useConfirm()
  usePageTitle(t('pages.gallery'))
  const question = { title: t('card.leaveTitle'), text: t('card.leaveText'), confirm: t('card.leave'), danger: true }
  return (
    <div className={styles.page}>
      <h1>{t('pages.gallery')}</h1>
      <div className={styles.row}>
        {(['good', 'busy', 'warning', 'bad', 'neutral'] as const).map((tone) => (
          <StatusBadge key={tone} tone={tone}>
            {tone}
          </StatusBadge>
        ))}
      </div>
      <ActionBar
        actions={[
          { key: 'toast', caption: 'Toast', primary: true, run: () => notify.success(t('common.copied')) },
          { key: 'fail', caption: t('options.error'), run: () => notify.failure(refusal) },
          { key: 'ask', caption: 'Dialog', run: () => confirm(question) },
          { key: 'off', caption: t('options.disabled'), disabled: true, run: () => undefined },
        ]}
      />
      <ErrorMessage error={refusal} />
      <CueGroup title={t('cues.shopifyActivities')}>
        {(['favorable', 'ambiguous', 'unfavorable', 'subordinate'] as const).map((style, index) => (
          <CueTile
            key={style}
            caption={style}
            count={index * 1234}
            style={style}
            meaning={t(`cues.meaning_${style}`)}
            to="/gallery"
          />
        ))}
      </CueGroup>
    </div>
  )
}
