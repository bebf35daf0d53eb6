use std::fmt;
use std::sync::Arc;

use futures::FutureExt;
use futures::future::BoxFuture;
use lettre::message::Mailbox;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};

/// Why a mail was not sent.
#[derive(Clone, Debug, thiserror::Error)]
pub enum MailError {
    /// The address of the mail server is none, or leaves this machine in the open.
    #[error("the mail server can't be used: {0}")]
    Server(String),
    /// An address to write to, or from, is none.
    #[error("'{address}' is no mail address ({reason}): mend it")]
    Address {
        /// What was given.
        address: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The mail server does not take it, and would not later.
    #[error("the mail server refused the mail: {0}")]
    Refused(String),
    /// The mail server does not answer, or not now.
    #[error("the mail server can't be reached, or not now: {0}; it is tried again")]
    NotNow(String),
}

/// A mail in plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// To whom.
    pub to: String,
    /// One line that says what it is about.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// Sends mail. Cheap to clone.
#[derive(Clone)]
pub struct Mailer(Arc<dyn Post>);

trait Post: Send + Sync {
    fn post<'a>(&'a self, mail: &'a Mail) -> BoxFuture<'a, Result<(), MailError>>;
}

impl Mailer {
    /// Sends by the mail server at `address` (`smtps://USER:PASSWORD@HOST`, or `smtp://HOST?tls=required` for STARTTLS), in
    /// the name of `from`. In the open only to this machine.
    ///
    /// # Errors
    /// [`MailError::Server`], [`MailError::Address`].
    pub fn smtp(address: &SecretString, from: &str) -> Result<Self, MailError> {
        crate::system::install_provider();
        let url = Url::parse(address.expose_secret())
            .map_err(|error| MailError::Server(format!("its address can't be read ({error}): give smtps://HOST")))?;
        let local = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        let sealed =
            url.scheme() == "smtps" || url.query_pairs().any(|(name, value)| name == "tls" && value == "required");
        if !sealed && !local {
            let reason = "its address does not ask for TLS: give smtps://HOST, or smtp://HOST?tls=required";
            return Err(MailError::Server(reason.to_owned()));
        }
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str())
            .map_err(|error| MailError::Server(format!("its address can't be used ({error})")))?
            .build();
        Ok(Self(Arc::new(Smtp { transport, from: mailbox(from)? })))
    }

    /// Gives every mail to `taker` in the place of a mail server.
    pub fn in_process(taker: impl Fn(&Mail) -> Result<(), MailError> + Send + Sync + 'static) -> Self {
        Self(Arc::new(InProcess(taker)))
    }

    /// Sends a mail.
    ///
    /// # Errors
    /// [`MailError::Address`] and [`MailError::Refused`], and then it will not do later; [`MailError::NotNow`].
    pub async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        self.0.post(mail).await
    }
}

impl fmt::Debug for Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mailer")
    }
}

struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Post for Smtp {
    fn post<'a>(&'a self, mail: &'a Mail) -> BoxFuture<'a, Result<(), MailError>> {
        async move {
            let message =
                Message::builder().from(self.from.clone()).to(mailbox(&mail.to)?).subject(mail.subject.as_str());
            let message = message.body(mail.text.clone()).map_err(|error| MailError::Refused(error.to_string()))?;
            match self.transport.send(message).await {
                Ok(_) => Ok(()),
                Err(error) if error.is_permanent() => Err(MailError::Refused(error.to_string())),
                Err(error) => Err(MailError::NotNow(error.to_string())),
            }
        }
        .boxed()
    }
}

struct InProcess<F>(F);

impl<F: Fn(&Mail) -> Result<(), MailError> + Send + Sync> Post for InProcess<F> {
    fn post<'a>(&'a self, mail: &'a Mail) -> BoxFuture<'a, Result<(), MailError>> {
        let sent = (self.0)(mail);
        async move { sent }.boxed()
    }
}

fn mailbox(address: &str) -> Result<Mailbox, MailError> {
    let no_address = |error: lettre::address::AddressError| MailError::Address {
        address: address.to_owned(),
        reason: error.to_string(),
    };
    address.parse().map_err(no_address)
}
