import { literal } from '@/api/record'

/** A text as the filter expression that lets only it through: quoted, where it could be read as more than text. */
export const exactly = (text: string) => (text === '' || /[|&<>=*?@()'".]|^\s|\s$/.test(text) ? literal(text) : text)
