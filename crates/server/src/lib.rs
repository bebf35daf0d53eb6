//! REST API, OpenAPI, events and the embedded web UI.
