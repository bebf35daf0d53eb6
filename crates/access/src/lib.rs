//! Users, permission sets, API tokens and the audit log.
