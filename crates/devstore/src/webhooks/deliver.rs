use futures::future::BoxFuture;

/// A delivery as it is sent: a POST.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// The address.
    pub url: String,
    /// Names and values of the headers.
    pub headers: Vec<(&'static str, String)>,
    /// The body, whose bytes are signed.
    pub body: String,
}

impl Outgoing {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// What brings webhooks to their addresses.
pub trait Deliver: Send + Sync {
    /// Sends it and gives the status of the answer. It must not follow a redirect, which is a failure.
    ///
    /// # Errors
    /// Why there is no answer.
    fn deliver(&self, webhook: Outgoing) -> BoxFuture<'_, Result<u16, String>>;
}

impl<F> Deliver for F
where
    F: Fn(Outgoing) -> BoxFuture<'static, Result<u16, String>> + Send + Sync,
{
    fn deliver(&self, webhook: Outgoing) -> BoxFuture<'_, Result<u16, String>> {
        self(webhook)
    }
}
