//! The one HTTP client builder, mail and signed webhooks.
