import { describe, expect, it } from 'vitest'
import type { Setup } from '@/api/jobQueue'
import { changesOf, faultsOf, mayGoOn, stepFrom, tellsAnyone } from './wizard'

const setup: Setup = {
  notifyUserInitiatingTask: true,
  notifyJobQueueAdmin: true,
  inProductNotification: true,
  mailNotification: false,
  notifyWhenJobFailed: true,
  threshold1: 3,
  threshold2: 5,
  logRetentionDays: 90,
}

describe('the guided set-up', () => {
  it('goes step by step and stays at its ends', () => {
    expect(stepFrom('start', 1)).toBe('participants')
    expect(stepFrom('participants', -1)).toBe('start')
    expect(stepFrom('start', -1)).toBe('start')
    expect(stepFrom('finish', 1)).toBe('finish')
  })

  it('does not ask for thresholds of who is told at once', () => {
    expect(faultsOf({ ...setup, threshold1: -1 })).toEqual({})
  })

  it('does not go on with thresholds that are none, or in the wrong order', () => {
    const late = { ...setup, notifyWhenJobFailed: false }
    expect(faultsOf(late)).toEqual({})
    expect(faultsOf({ ...late, threshold1: 1.5, threshold2: NaN })).toEqual({
      threshold1: 'thresholdWrong',
      threshold2: 'thresholdWrong',
    })
    expect(faultsOf({ ...late, threshold2: 2 })).toEqual({ threshold2: 'thresholdOrder' })
    expect(mayGoOn('time', { ...late, threshold2: 2 })).toBe(false)
    expect(mayGoOn('type', { ...late, threshold2: 2 })).toBe(true)
  })

  it('changes only what is another than before', () => {
    expect(changesOf(setup, setup)).toEqual({})
    expect(changesOf(setup, { ...setup, notifyWhenJobFailed: false, threshold1: 4 })).toEqual({
      notifyWhenJobFailed: false,
      threshold1: 4,
    })
    expect(changesOf(setup, { ...setup, threshold1: NaN, mailNotification: true })).toEqual({ mailNotification: true })
  })

  it('knows when nobody would be told', () => {
    expect(tellsAnyone(setup)).toBe(true)
    expect(tellsAnyone({ ...setup, inProductNotification: false })).toBe(false)
    expect(tellsAnyone({ ...setup, notifyUserInitiatingTask: false, notifyJobQueueAdmin: false })).toBe(false)
  })
})
