use access::{Action, Area};
use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::from_fn;
use axum::routing::{MethodFilter, on};
use utoipa::openapi::path::{HttpMethod, OperationBuilder, Paths};
use utoipa::openapi::security::SecurityRequirement;

use crate::App;
use crate::authorisation::require;
use crate::openapi::{BASE, finish};

/// Who may use a route.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Guard {
    /// Everyone, signed in or not.
    Public,
    /// Whoever has signed in.
    Anyone,
    /// Whoever may do this there.
    May(Area, Action),
}

impl From<(Area, Action)> for Guard {
    fn from((area, action): (Area, Action)) -> Self {
        Self::May(area, action)
    }
}

/// The routes of the API while they are put together. A route is declared once: who may use it, what its
/// documentation says, and what it does; so none is without a guard, and none is undocumented.
pub(crate) struct Api {
    /// The routes that need a caller.
    pub(crate) router: Router<App>,
    /// The routes that need none.
    pub(crate) public: Router<App>,
    /// The documentation of all.
    pub(crate) paths: Paths,
}

impl Api {
    /// No routes yet.
    pub(crate) fn new() -> Self {
        Self { router: Router::new(), public: Router::new(), paths: Paths::new() }
    }

    /// Adds a route below [`BASE`].
    pub(crate) fn route<H, T>(
        &mut self,
        method: Method,
        path: &str,
        guard: impl Into<Guard>,
        operation: OperationBuilder,
        handler: H,
    ) where
        H: Handler<T, App>,
        T: 'static,
    {
        let guard = guard.into();
        let operation = match guard {
            Guard::Public => finish(&method, path, operation, false).securities(Some(NOBODY)),
            Guard::Anyone | Guard::May(..) => finish(&method, path, operation, true),
        };
        let (filter, documented) = match method {
            Method::POST => (MethodFilter::POST, HttpMethod::Post),
            Method::PUT => (MethodFilter::PUT, HttpMethod::Put),
            Method::PATCH => (MethodFilter::PATCH, HttpMethod::Patch),
            Method::DELETE => (MethodFilter::DELETE, HttpMethod::Delete),
            _ => (MethodFilter::GET, HttpMethod::Get),
        };
        let route = on(filter, handler);
        let (router, route) = match guard {
            Guard::Public => (&mut self.public, route),
            Guard::Anyone => (&mut self.router, route),
            Guard::May(area, action) => {
                let guarded = from_fn(move |request, next| require((area, action), request, next));
                (&mut self.router, route.route_layer(guarded))
            }
        };
        *router = std::mem::take(router).route(path, route);
        self.paths.add_path_operation(format!("{BASE}{path}"), vec![documented], operation);
    }
}

/// That an operation needs no caller is said by an empty list.
const NOBODY: [SecurityRequirement; 0] = [];
