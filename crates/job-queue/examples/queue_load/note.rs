use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use job_queue::{Context, JobError, Object, Request, Summary};
use runtime::Clock;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Does nothing but say when it began.
#[derive(Clone)]
pub struct Note(Arc<Noted>);

struct Noted {
    clock: Clock,
    began: Mutex<HashMap<u64, Duration>>,
}

/// Which one it is.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Page {
    /// Its number.
    pub number: u64,
}

impl Note {
    pub fn new(clock: Clock) -> Self {
        Self(Arc::new(Noted { clock, began: Mutex::default() }))
    }

    /// When each one began, by the monotonic clock.
    pub fn began(&self) -> HashMap<u64, Duration> {
        self.0.began.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Object for Note {
    type Page = Page;
    const ID: i32 = 50_001;
    const CAPTION: &'static str = "Note";
    const CATEGORY: &'static str = "";

    async fn run(&self, _: &Context, request: &Request<Page>) -> Result<Summary, JobError> {
        let now = self.0.clock.monotonic();
        self.0.began.lock().unwrap_or_else(PoisonError::into_inner).insert(request.options.number, now);
        Ok(Summary::default())
    }
}
