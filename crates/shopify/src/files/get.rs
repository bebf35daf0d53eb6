use bytes::{Bytes, BytesMut};
use outbound::{Incoming, Request};

use crate::patience::Patience;
use crate::{Client, Error, Lane};

/// What was found at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Got {
    /// A file.
    File(File),
    /// Something that will not do; why, as a sentence without a full stop.
    Unfit(String),
}

/// A file that was read whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Of which kind it is said to be; blank where nothing is said.
    pub content_type: String,
    /// What is in it.
    pub content: Bytes,
}

/// Reads a file of at most `most` bytes; of a larger one no more is read.
///
/// # Errors
/// [`Error::Unavailable`], [`Error::Unreachable`] and [`Error::NotSent`].
pub async fn get(client: &Client, address: &str, most: usize) -> Result<Got, Error> {
    let store = || client.store().domain().to_owned();
    let request = Request::get(address).map_err(|source| Error::NotSent { store: store(), source })?;
    let mut patience = Patience::new(Lane::Background);
    loop {
        let error = match client.http().open(request.clone()).await {
            Ok(incoming) if incoming.status.is_success() => match read(incoming, most).await {
                Ok(got) => return Ok(got),
                Err(source) if source.may_pass() => Error::Unreachable { store: store(), source },
                Err(source) => return Err(Error::NotSent { store: store(), source }),
            },
            Ok(incoming) => {
                let reason = format!("the picture was answered with HTTP status {}", incoming.status.as_u16());
                if !incoming.status.is_server_error() && incoming.status.as_u16() != 429 {
                    return Ok(Got::Unfit(reason));
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

async fn read(mut incoming: Incoming, most: usize) -> Result<Got, outbound::Error> {
    let header = |name| incoming.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let (content_type, promised) = (header("content-type"), header("content-length").parse::<usize>().ok());
    let too_large = || Got::Unfit(format!("the picture has more than {most} bytes"));
    if promised.is_some_and(|promised| promised > most) {
        return Ok(too_large());
    }
    let mut content = BytesMut::new();
    while let Some(chunk) = incoming.chunk().await? {
        if content.len().saturating_add(chunk.len()) > most {
            return Ok(too_large());
        }
        content.extend_from_slice(&chunk);
    }
    Ok(Got::File(File { content_type, content: content.freeze() }))
}
