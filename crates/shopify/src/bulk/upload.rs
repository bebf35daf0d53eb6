use std::fmt::Write;

use bytes::{BufMut, Bytes, BytesMut};
use outbound::{HeaderName, HeaderValue, Request};

use crate::documents::bulk::{BulkStage, Parameter, StageVariables, Target};
use crate::patience::Patience;
use crate::{Client, Document, Error, Lane};

const FILE: &str = "variables.jsonl";

/// Puts the variables of a mutation where Shopify finds them, and gives the key under which it does.
pub(super) async fn upload(client: &Client, content: &Bytes) -> Result<String, Error> {
    let target = stage(client).await?;
    let malformed = |reason: &str| malformed(client, reason);
    let key = target.parameters.iter().find(|parameter| parameter.name == "key").map(|key| key.value.clone());
    let (Some(url), Some(key)) = (&target.url, key) else { return Err(malformed("it has no address or no key")) };
    let request = form(client, &url.0, &target.parameters, content)?;
    let store = || client.store().domain().to_owned();
    let mut patience = Patience::new(Lane::Background);
    loop {
        // What is put there twice is there once.
        let error = match client.http().send(request.clone()).await {
            Ok(response) if response.status.is_success() => return Ok(key),
            Ok(response) if response.status.is_server_error() || response.status.as_u16() == 429 => {
                let reason = format!("the upload was answered with HTTP status {}", response.status.as_u16());
                Error::Unavailable { store: store(), reason, after: None }
            }
            Ok(response) => {
                let reason = format!("the upload was answered with HTTP status {}", response.status.as_u16());
                return Err(Error::Rejected { store: store(), document: BulkStage::NAME, reason });
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

async fn stage(client: &Client) -> Result<Target, Error> {
    let answer = client.run::<BulkStage>(StageVariables { filename: FILE.to_owned() }).await?;
    let payload = answer.staged_uploads_create.ok_or_else(|| malformed(client, "it has no payload"))?;
    if let Some(error) = payload.user_errors.first() {
        let reason = error.message.trim_end_matches('.').to_owned();
        let store = client.store().domain().to_owned();
        return Err(Error::Rejected { store, document: BulkStage::NAME, reason });
    }
    payload.staged_targets.into_iter().flatten().next().ok_or_else(|| malformed(client, "it names no place"))
}

/// A form with the parameters in their order, and then the file. The token is not for those who keep files.
fn form(client: &Client, address: &str, parameters: &[Parameter], content: &Bytes) -> Result<Request, Error> {
    let not_sent = |source| Error::NotSent { store: client.store().domain().to_owned(), source };
    let mut boundary = String::from("kobling-");
    for byte in client.random().bytes::<16>() {
        // Writing to a text does not fail.
        let _ = write!(boundary, "{byte:02x}");
    }
    let mut body = BytesMut::new();
    for Parameter { name, value } in parameters {
        let part = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.put_slice(part.as_bytes());
    }
    let head = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{FILE}\"\r\nContent-Type: text/jsonl\r\n\r\n"
    );
    body.put_slice(head.as_bytes());
    body.put_slice(content);
    body.put_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    let mut request = Request::post(address).map_err(not_sent)?;
    request.body = body.freeze();
    let kind = HeaderValue::from_str(&format!("multipart/form-data; boundary={boundary}"));
    if let Ok(kind) = kind {
        request = request.header(HeaderName::from_static("content-type"), kind);
    }
    Ok(request.timeout(std::time::Duration::from_secs(300)))
}

fn malformed(client: &Client, reason: &str) -> Error {
    let store = client.store().domain().to_owned();
    Error::Malformed { store, document: BulkStage::NAME, reason: reason.to_owned() }
}
