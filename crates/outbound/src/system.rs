use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use bytes::BytesMut;
use futures::future::BoxFuture;
use futures::{FutureExt, StreamExt};

use crate::http::Carrier;
use crate::policy::{host, is_loopback};
use crate::reach::{PublicNames, Reach};
use crate::{Error, Incoming, Policy, Request, Response};

const AGENT: &str = concat!("Kobling/", env!("CARGO_PKG_VERSION"));

/// The network of this machine.
pub(crate) struct System {
    /// For this machine itself: a proxy would carry secrets away that were meant to stay.
    near: reqwest::Client,
    /// For everywhere else.
    far: reqwest::Client,
}

impl System {
    pub(crate) fn new(policy: &Policy) -> Result<Self, Error> {
        // The name must not lead elsewhere, whatever the machine's hosts file says.
        let loopback = [SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), SocketAddr::from((Ipv6Addr::LOCALHOST, 0))];
        let near = builder(policy).no_proxy().resolve_to_addrs("localhost", &loopback);
        let far = match policy.reach {
            Reach::Everywhere => builder(policy),
            // A proxy would look the name up by itself, and see what only its network can.
            Reach::Public | Reach::PublicAndThisMachine => builder(policy).no_proxy().dns_resolver(PublicNames),
        };
        Ok(Self { near: build(near)?, far: build(far)? })
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that makes HTTP clients")]
fn builder(policy: &Policy) -> reqwest::ClientBuilder {
    install_provider();
    reqwest::Client::builder()
        .user_agent(AGENT)
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(policy.connect_timeout)
        .read_timeout(policy.read_timeout)
        .pool_idle_timeout(Duration::from_secs(60))
        // What may be sent twice is the sender's decision alone.
        .retry(reqwest::retry::never())
}

fn build(builder: reqwest::ClientBuilder) -> Result<reqwest::Client, Error> {
    builder.build().map_err(|error| Error::Setup { reason: error.to_string() })
}

impl Carrier for System {
    fn carry<'a>(&'a self, policy: &'a Policy, request: Request) -> BoxFuture<'a, Result<Response, Error>> {
        let client = if is_loopback(&request.url) { &self.near } else { &self.far };
        let (host, limit, begin) = (host(&request.url), request.timeout, request.begin);
        async move {
            let told_apart = |error: reqwest::Error| Error::from_reqwest(&error, host.clone(), limit);
            let mut answer = client
                .request(request.method, request.url)
                .headers(request.headers)
                .body(request.body)
                .timeout(limit)
                .send()
                .await
                .map_err(told_apart)?;
            let (status, headers) = (answer.status(), std::mem::take(answer.headers_mut()));
            let mut body = BytesMut::new();
            while begin.is_none_or(|begin| body.len() < begin) {
                let chunk = match answer.chunk().await {
                    Ok(Some(chunk)) => chunk,
                    Ok(None) => break,
                    // The status is there, and that is what the sender wants to know.
                    Err(_) if begin.is_some() => break,
                    Err(error) => return Err(told_apart(error)),
                };
                if let Some(begin) = begin {
                    body.extend_from_slice(chunk.get(..begin - body.len()).unwrap_or(&chunk));
                    continue;
                }
                if body.len() + chunk.len() > policy.max_body {
                    let reason = format!("it is larger than {} bytes", policy.max_body);
                    return Err(Error::Body { host, reason });
                }
                body.extend_from_slice(&chunk);
            }
            Ok(Response { status, headers, body: body.freeze() })
        }
        .boxed()
    }

    fn open(&self, request: Request) -> BoxFuture<'_, Result<Incoming, Error>> {
        let client = if is_loopback(&request.url) { &self.near } else { &self.far };
        let (host, limit) = (host(&request.url), request.timeout);
        async move {
            // Without a time limit of the whole: the client's own says how long the other side may be silent.
            let sent = client.request(request.method, request.url).headers(request.headers).body(request.body).send();
            let mut answer = sent.await.map_err(|error| Error::from_reqwest(&error, host.clone(), limit))?;
            let (status, headers) = (answer.status(), std::mem::take(answer.headers_mut()));
            let told_apart = move |error: reqwest::Error| Error::from_reqwest(&error, host.clone(), limit);
            let chunks = answer.bytes_stream().map(move |chunk| chunk.map_err(&told_apart));
            Ok(Incoming::new(status, headers, chunks.boxed()))
        }
        .boxed()
    }
}

/// The one TLS provider of the program. Its users panic without; a second installation fails, which is as good.
pub(crate) fn install_provider() {
    let _ = rustls::crypto::ring::default_provider().install_default();
}
