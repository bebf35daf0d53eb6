import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { secretsOf, suggestedCode, ways, type Draft, type Step, type Way } from './draft'

type Props = {
  readonly step: Exclude<Step, 'outcome'>
  readonly draft: Draft
  /** The shop is there already: it stays with its store. */
  readonly fixed: boolean
  readonly onChange: (part: Partial<Draft>) => void
  /** What the server said of a field. */
  readonly said: (field: string) => string | undefined
}

/** What one step of the guide asks. */
export function StepFields({ step, draft, fixed, onChange, said }: Props) {
  const { t } = useTranslation()
  switch (step) {
    case 'way':
      return (
        <RadioGroup
          aria-label={t('shops.step_way')}
          value={draft.way}
          onChange={(_, { value }) => onChange({ way: value as Way })}
        >
          {ways.map((way) => (
            <Radio
              key={way}
              value={way}
              label={
                <>
                  <strong>{t(`shops.way_${way}`)}</strong>
                  <br />
                  {t(`shops.way_${way}Hint`)}
                </>
              }
            />
          ))}
        </RadioGroup>
      )
    case 'store':
      return (
        <>
          <Field
            label={t('fields.domain')}
            hint={fixed ? t('shops.fixedHint') : t('shops.domainHint')}
            required
            validationMessage={said('domain')}
          >
            <Input
              value={draft.domain}
              autoComplete="off"
              disabled={fixed}
              onChange={(_, { value }) => {
                const untouched = draft.code === '' || draft.code === suggestedCode(draft.domain)
                onChange(untouched ? { domain: value, code: suggestedCode(value) } : { domain: value })
              }}
            />
          </Field>
          <Field
            label={t('fields.code')}
            hint={fixed ? undefined : t('shops.codeHint')}
            required
            validationMessage={said('code')}
          >
            <Input
              value={draft.code}
              maxLength={20}
              disabled={fixed}
              onChange={(_, { value }) => onChange({ code: value.toUpperCase() })}
            />
          </Field>
          <Field label={t('fields.adminUrl')} hint={t('shops.adminUrlHint')} validationMessage={said('adminUrl')}>
            <Input value={draft.adminUrl} onChange={(_, { value }) => onChange({ adminUrl: value })} />
          </Field>
        </>
      )
    case 'credentials':
      return (
        <>
          <p>{t(`shops.get_${draft.way}`)}</p>
          {secretsOf[draft.way].map((field) => (
            <Field
              key={field}
              label={t(`shops.${field}`)}
              hint={field === 'clientId' ? undefined : t('shops.tokenHint')}
              required
              validationMessage={said(field)}
            >
              <Input
                type={field === 'clientId' ? 'text' : 'password'}
                autoComplete="off"
                value={draft[field]}
                onChange={(_, { value }) => onChange({ [field]: value })}
              />
            </Field>
          ))}
        </>
      )
  }
}
