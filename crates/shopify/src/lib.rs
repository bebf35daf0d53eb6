//! The Admin API client.
