use std::fmt;

use futures::FutureExt;
use futures::future::BoxFuture;
use secrecy::SecretString;

use crate::Error;

/// Where a client has its access token from.
pub trait Tokens: fmt::Debug + Send + Sync {
    /// A token that is good for the next minutes.
    ///
    /// # Errors
    /// Why there is none.
    fn valid(&self) -> BoxFuture<'_, Result<SecretString, Error>>;

    /// Another token in the place of one that the store has refused; none when this one is all there is.
    ///
    /// # Errors
    /// Why there is none.
    fn renewed<'a>(&'a self, refused: &'a SecretString) -> BoxFuture<'a, Result<Option<SecretString>, Error>>;

    /// Hears that the store takes neither this token nor another one.
    fn give_up<'a>(&'a self, refused: &'a SecretString) -> BoxFuture<'a, ()>;
}

/// One token for ever.
pub(crate) struct Fixed(pub(crate) SecretString);

impl Tokens for Fixed {
    fn valid(&self) -> BoxFuture<'_, Result<SecretString, Error>> {
        futures::future::ready(Ok(self.0.clone())).boxed()
    }

    fn renewed<'a>(&'a self, _refused: &'a SecretString) -> BoxFuture<'a, Result<Option<SecretString>, Error>> {
        futures::future::ready(Ok(None)).boxed()
    }

    fn give_up<'a>(&'a self, _refused: &'a SecretString) -> BoxFuture<'a, ()> {
        futures::future::ready(()).boxed()
    }
}

impl fmt::Debug for Fixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fixed")
    }
}
