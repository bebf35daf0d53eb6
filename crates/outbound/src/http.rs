use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use futures::future::BoxFuture;
use http_body_util::{BodyExt, Full};
use tower::{BoxError, Service};

use crate::in_process::InProcess;
use crate::policy::shown;
use crate::system::System;
use crate::{Error, Incoming, Policy, Request, Response};

/// The HTTP client. Cheap to clone; all clones share connections.
#[derive(Clone)]
pub struct Http {
    policy: Policy,
    carrier: Arc<dyn Carrier>,
}

/// What brings a request to the other side.
pub(crate) trait Carrier: Send + Sync {
    /// Sends what the policy has let through.
    fn carry<'a>(&'a self, policy: &'a Policy, request: Request) -> BoxFuture<'a, Result<Response, Error>>;

    /// The same, with an answer that is read while it comes.
    fn open(&self, request: Request) -> BoxFuture<'_, Result<Incoming, Error>>;
}

impl Http {
    /// A client on the network of this machine.
    ///
    /// # Errors
    /// [`Error::Setup`] when this machine's certificates can't be read.
    pub fn system(policy: Policy) -> Result<Self, Error> {
        Ok(Self { carrier: Arc::new(System::new(&policy)?), policy })
    }

    /// A client that hands every request to `service`, whatever its address; an axum router is such a service. An
    /// [`Error`] that the service returns reaches the sender as it is, so that a test can break the network; any other
    /// error counts as an answer that was lost.
    pub fn in_process<S, B>(service: S) -> Self
    where
        S: Service<http::Request<Full<Bytes>>, Response = http::Response<B>> + Clone + Send + Sync + 'static,
        S::Future: Send,
        S::Error: Into<BoxError>,
        B: BodyExt<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        Self { carrier: Arc::new(InProcess(service)), policy: Policy::default() }
    }

    /// Sends a request and reads the whole answer, whatever its status.
    ///
    /// # Errors
    /// Why there is no answer.
    pub async fn send(&self, request: Request) -> Result<Response, Error> {
        self.policy.check(&request.url)?;
        let (method, address) = (request.method.clone(), shown(&request.url));
        let answer = self.carrier.carry(&self.policy, request).await;
        match &answer {
            Ok(response) => tracing::debug!(%method, address, status = response.status.as_u16(), "request answered"),
            Err(error) => tracing::debug!(%method, address, %error, "request failed"),
        }
        answer
    }
}

impl Http {
    /// Sends a request whose answer is read while it comes. It may be of any size and take any time, as long as it does
    /// not fall silent for longer than [`Policy::read_timeout`]; the time limit of the request is not heeded.
    ///
    /// # Errors
    /// Why there is no answer.
    pub async fn open(&self, request: Request) -> Result<Incoming, Error> {
        self.policy.check(&request.url)?;
        let (method, address) = (request.method.clone(), shown(&request.url));
        let answer = self.carrier.open(request).await;
        match &answer {
            Ok(incoming) => tracing::debug!(%method, address, status = incoming.status.as_u16(), "answer begun"),
            Err(error) => tracing::debug!(%method, address, %error, "request failed"),
        }
        answer
    }
}

impl fmt::Debug for Http {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Http").field("policy", &self.policy).finish_non_exhaustive()
    }
}
