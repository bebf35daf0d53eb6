use tokio_util::sync::CancellationToken;

/// The wish that everything comes to an end: asked once, seen by all.
#[derive(Clone, Debug, Default)]
pub struct Shutdown(CancellationToken);

impl Shutdown {
    /// Nobody has asked yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks everyone to finish.
    pub fn request(&self) {
        self.0.cancel();
    }

    /// Whether it has been asked.
    pub fn is_requested(&self) -> bool {
        self.0.is_cancelled()
    }

    /// Waits until it is asked.
    pub async fn requested(&self) {
        self.0.cancelled().await;
    }

    /// A shutdown that is asked with this one, and may be asked alone.
    pub fn child(&self) -> Self {
        Self(self.0.child_token())
    }
}
