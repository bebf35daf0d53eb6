import { useTranslation } from 'react-i18next'

/** The texts of this area. */
export const useTexts = () => useTranslation('app', { keyPrefix: 'goingLive' }).t
