//! Shop card, staging, mapping and the sync tasks.
