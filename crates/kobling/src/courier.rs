use std::time::Duration;

use devstore::{Deliver, Outgoing};
use futures::FutureExt;
use futures::future::BoxFuture;
use outbound::{Error, HeaderName, HeaderValue, Http, Policy, Request};

/// Brings the webhooks of a devstore to their addresses. It is as patient as Shopify is.
pub struct Courier(Http);

const CONNECT: Duration = Duration::from_secs(1);
const ANSWER: Duration = Duration::from_secs(5);

impl Courier {
    /// A courier on the network of this machine.
    ///
    /// # Errors
    /// [`Error::Setup`] when this machine's certificates can't be read.
    pub fn new() -> Result<Self, Error> {
        Ok(Self(Http::system(Policy { connect_timeout: CONNECT, ..Policy::default() })?))
    }
}

impl Deliver for Courier {
    fn deliver(&self, webhook: Outgoing) -> BoxFuture<'_, Result<u16, String>> {
        async move {
            let mut request = Request::post(&webhook.url).map_err(|error| error.to_string())?.timeout(ANSWER);
            for (name, value) in &webhook.headers {
                if let (Ok(name), Ok(value)) = (HeaderName::try_from(*name), HeaderValue::from_str(value)) {
                    request.headers.insert(name, value);
                }
            }
            request.body = webhook.body.into();
            let response = self.0.send(request).await.map_err(|error| error.to_string())?;
            Ok(response.status.as_u16())
        }
        .boxed()
    }
}
