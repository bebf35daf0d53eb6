use std::time::Duration;

use bytes::Bytes;
use outbound::{HeaderName, HeaderValue, Method, Request};

use crate::patience::Patience;
use crate::{Client, Error, Lane};

/// What is told of it where a document is told of else.
const NAME: &str = "ImageUpload";
/// How long it may take.
const TIMEOUT: Duration = Duration::from_secs(300);

/// Puts a file at an address that was given for it. What is put there twice is there once.
///
/// # Errors
/// [`Error::Rejected`] when it is not taken, [`Error::Unavailable`], [`Error::Unreachable`] and [`Error::NotSent`].
pub async fn put(client: &Client, address: &str, content_type: &str, content: Bytes) -> Result<(), Error> {
    let store = || client.store().domain().to_owned();
    let mut request = Request::new(Method::PUT, address)
        .map_err(|source| Error::NotSent { store: store(), source })?
        .timeout(TIMEOUT);
    if let Ok(kind) = HeaderValue::from_str(content_type) {
        request = request.header(HeaderName::from_static("content-type"), kind);
    }
    request.body = content;
    let mut patience = Patience::new(Lane::Background);
    loop {
        let error = match client.http().send(request.clone()).await {
            Ok(response) if response.status.is_success() => return Ok(()),
            Ok(response) => {
                let reason = format!("the upload was answered with HTTP status {}", response.status.as_u16());
                if !response.status.is_server_error() && response.status.as_u16() != 429 {
                    return Err(Error::Rejected { store: store(), document: NAME, reason });
                }
                Error::Unavailable { store: store(), reason, after: None }
            }
            Err(source) if source.may_pass() => Error::Unreachable { store: store(), source },
            Err(source) => return Err(Error::NotSent { store: store(), source }),
        };
        match patience.next(None, client.random()) {
            Some(wait) => client.clock().sleep(wait).await,
            None => return Err(error),
        }
    }
}
