//! Job queue entries: schedule, claim, run, log, retry.
