use bytes::{Bytes, BytesMut};
use futures::future::BoxFuture;
use futures::{FutureExt, StreamExt};
use http_body_util::{BodyExt, Full, Limited};
use tower::{BoxError, Service, ServiceExt};

use crate::http::Carrier;
use crate::policy::host;
use crate::{Error, Incoming, Policy, Request, Response};

/// A tower service in the place of the network.
pub(crate) struct InProcess<S>(pub(crate) S);

impl<S, B> Carrier for InProcess<S>
where
    S: Service<http::Request<Full<Bytes>>, Response = http::Response<B>> + Clone + Send + Sync + 'static,
    S::Future: Send,
    S::Error: Into<BoxError>,
    B: BodyExt<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    fn carry<'a>(&'a self, policy: &'a Policy, request: Request) -> BoxFuture<'a, Result<Response, Error>> {
        let (host, begin) = (host(&request.url), request.begin);
        let service = self.0.clone();
        async move {
            let answer = service.oneshot(sent(request)?).await.map_err(|error| lost(error.into(), &host))?;
            let (head, body) = answer.into_parts();
            if let Some(begin) = begin {
                return Ok(Response { status: head.status, headers: head.headers, body: beginning(body, begin).await });
            }
            let body = Limited::new(body, policy.max_body).collect().await.map_err(|error| lost(error, &host))?;
            Ok(Response { status: head.status, headers: head.headers, body: body.to_bytes() })
        }
        .boxed()
    }

    fn open(&self, request: Request) -> BoxFuture<'_, Result<Incoming, Error>> {
        let host = host(&request.url);
        let service = self.0.clone();
        async move {
            let answer = service.oneshot(sent(request)?).await.map_err(|error| lost(error.into(), &host))?;
            let (head, body) = answer.into_parts();
            let chunks = body.into_data_stream().map(move |chunk| chunk.map_err(|error| lost(error.into(), &host)));
            Ok(Incoming::new(head.status, head.headers, chunks.boxed()))
        }
        .boxed()
    }
}

fn sent(request: Request) -> Result<http::Request<Full<Bytes>>, Error> {
    let host = host(&request.url);
    let mut sent = http::Request::new(Full::new(request.body));
    *sent.method_mut() = request.method;
    *sent.headers_mut() = request.headers;
    *sent.uri_mut() = request
        .url
        .as_str()
        .parse()
        .map_err(|error: http::uri::InvalidUri| Error::Refused { address: host, reason: error.to_string() })?;
    Ok(sent)
}

/// So many bytes of a body, as far as it comes.
async fn beginning<B: BodyExt<Data = Bytes>>(body: B, bytes: usize) -> Bytes {
    let mut chunks = std::pin::pin!(body.into_data_stream());
    let mut begun = BytesMut::new();
    while begun.len() < bytes
        && let Some(Ok(chunk)) = chunks.next().await
    {
        begun.extend_from_slice(chunk.get(..bytes - begun.len()).unwrap_or(&chunk));
    }
    begun.freeze()
}

fn lost(error: BoxError, host: &str) -> Error {
    match error.downcast::<Error>() {
        Ok(error) => *error,
        Err(error) => Error::Body { host: host.to_owned(), reason: error.to_string() },
    }
}
