import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseLanguage } from '@/app/preferences'
import { currentLanguage } from '@/i18n'

const useStyles = makeStyles({
  place: {
    display: 'grid',
    placeItems: 'center',
    minBlockSize: '100dvh',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    inlineSize: 'min(100%, 440px)',
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  brand: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  language: {
    alignSelf: 'center',
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    textDecorationLine: 'underline',
    cursor: 'pointer',
  },
})

/** What stands before the application: a box in the middle, with the choice of language. */
export function EntryFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles()
  useTranslation()
  const other = currentLanguage() === 'en' ? 'nb' : 'en'
  return (
    <main className={styles.place}>
      <div className={styles.box}>
        <div className={styles.brand}>
          <img src="/icon.svg" alt="" width={40} height={40} />
          <h1 className={styles.title}>{title}</h1>
        </div>
        {children}
        <button type="button" className={styles.language} lang={other} onClick={() => void chooseLanguage(other)}>
          {other === 'nb' ? 'Norsk bokmål' : 'English'}
        </button>
      </div>
    </main>
  )
}
