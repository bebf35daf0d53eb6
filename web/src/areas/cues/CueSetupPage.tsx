import {
  Button,
  Spinner,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components'
import { ArrowReset20Regular, Edit20Regular, PeopleEdit20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { setUpCue, useCueSetup, type CueSetup } from '@/api/cueSetup'
import { useCan } from '@/api/session'
import { usePageStyles } from '@/areas/jobs/pageStyles'
import { useRun } from '@/components/action/useRun'
import { useDialog } from '@/components/dialog/useDialog'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { usePageTitle } from '@/components/page/usePageTitle'
import { useFormat } from '@/i18n/format'
import { cueCaption } from './cueCaption'
import { CueSetupDialog } from './CueSetupDialog'

/** How the numbers of the tiles are taken: for everyone, and by whoever looks. */
export function CueSetupPage() {
  const page = usePageStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const dialog = useDialog()
  const can = useCan()
  const { run } = useRun()
  const { data, error, refetch } = useCueSetup()
  usePageTitle(t('pages.cueSetup'))
  const edit = (cue: CueSetup, forEveryone: boolean) =>
    dialog((close) => <CueSetupDialog cue={cue} forEveryone={forEveryone} onClose={close} />)
  const reset = (cue: CueSetup) => {
    const forEveryone = cue.whose !== 'personal'
    run({ key: cue.name, run: () => setUpCue(cue.name, forEveryone) })
  }
  return (
    <div className={page.page}>
      <h1 className={page.title}>{t('pages.cueSetup')}</h1>
      <p>{t('cueSetup.setupAbout')}</p>
      {error && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Spinner label={t('common.loading')} />}
      {data && (
        <Table size="small" aria-label={t('pages.cueSetup')}>
          <TableHeader>
            <TableRow>
              <TableHeaderCell>{t('cueSetup.cue')}</TableHeaderCell>
              <TableHeaderCell>{t('cueSetup.low')}</TableHeaderCell>
              <TableHeaderCell>{t('cueSetup.middle')}</TableHeaderCell>
              <TableHeaderCell>{t('cueSetup.high')}</TableHeaderCell>
              <TableHeaderCell>{t('cueSetup.whose')}</TableHeaderCell>
              <TableHeaderCell aria-label={t('common.actions')} />
            </TableRow>
          </TableHeader>
          <TableBody>
            {data.map((cue) => {
              const { threshold1, threshold2, lowRangeStyle, middleRangeStyle, highRangeStyle } = cue.ranges
              const name = cueCaption(t, cue.name)
              const mayReset = cue.whose === 'personal' || (cue.whose === 'shared' && can('Setup.Change'))
              return (
                <TableRow key={cue.name}>
                  <TableCell>{name}</TableCell>
                  <TableCell>{`< ${format.number(threshold1)}: ${t(`cueSetup.style_${lowRangeStyle}`)}`}</TableCell>
                  <TableCell>
                    {`${format.number(threshold1)}\u2013${format.number(threshold2)}: ${t(`cueSetup.style_${middleRangeStyle}`)}`}
                  </TableCell>
                  <TableCell>{`> ${format.number(threshold2)}: ${t(`cueSetup.style_${highRangeStyle}`)}`}</TableCell>
                  <TableCell>{t(`cueSetup.whose_${cue.whose}`)}</TableCell>
                  <TableCell>
                    <Button
                      appearance="subtle"
                      icon={<Edit20Regular />}
                      title={t('cueSetup.forMe')}
                      aria-label={`${t('cueSetup.forMe')}: ${name}`}
                      onClick={() => edit(cue, false)}
                    />
                    {can('Setup.Change') && (
                      <Button
                        appearance="subtle"
                        icon={<PeopleEdit20Regular />}
                        title={t('cueSetup.forEveryone')}
                        aria-label={`${t('cueSetup.forEveryone')}: ${name}`}
                        onClick={() => edit(cue, true)}
                      />
                    )}
                    {mayReset && (
                      <Button
                        appearance="subtle"
                        icon={<ArrowReset20Regular />}
                        title={t('cueSetup.reset')}
                        aria-label={`${t('cueSetup.reset')}: ${name}`}
                        onClick={() => reset(cue)}
                      />
                    )}
                  </TableCell>
                </TableRow>
              )
            })}
          </TableBody>
        </Table>
      )}
    </div>
  )
}
