use access::{Action, Area};
use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::from_fn;
use axum::routing::{MethodFilter, on};
use utoipa::openapi::path::{HttpMethod, OperationBuilder, Paths};

use crate::App;
use crate::authorisation::require;
use crate::openapi::{BASE, finish};

/// The routes of the API while they are put together. A route is declared once: who may use it, what its
/// documentation says, and what it does; so none is without a guard, and none is undocumented.
pub(crate) struct Api {
    /// The routes.
    pub(crate) router: Router<App>,
    /// Their documentation.
    pub(crate) paths: Paths,
}

impl Api {
    /// No routes yet.
    pub(crate) fn new() -> Self {
        Self { router: Router::new(), paths: Paths::new() }
    }

    /// Adds a route below [`BASE`]; `guard` is the permission that it takes.
    pub(crate) fn route<H, T>(
        &mut self,
        method: Method,
        path: &str,
        guard: (Area, Action),
        operation: OperationBuilder,
        handler: H,
    ) where
        H: Handler<T, App>,
        T: 'static,
    {
        let operation = finish(&method, path, operation);
        let (filter, documented) = match method {
            Method::POST => (MethodFilter::POST, HttpMethod::Post),
            Method::PATCH => (MethodFilter::PATCH, HttpMethod::Patch),
            Method::DELETE => (MethodFilter::DELETE, HttpMethod::Delete),
            _ => (MethodFilter::GET, HttpMethod::Get),
        };
        let guarded = on(filter, handler).route_layer(from_fn(move |request, next| require(guard, request, next)));
        self.router = std::mem::take(&mut self.router).route(path, guarded);
        self.paths.add_path_operation(format!("{BASE}{path}"), vec![documented], operation);
    }
}
