use std::future::Future;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Context, FilterTable, Filters, JobError, Summary};

/// Something that an entry can run, as BC's processing-only reports. Its services are its fields.
pub trait Object: Send + Sync + 'static {
    /// The options of its request page.
    type Page: Serialize + DeserializeOwned + JsonSchema + Default + Clone + Send + Sync + 'static;

    /// The number by which BC knows it.
    const ID: i32;
    /// Its name, in English.
    const CAPTION: &'static str;
    /// The category of its entries, unless they say another.
    const CATEGORY: &'static str;
    /// The version of its parameters.
    const VERSION: u32 = 1;

    /// The tables that its request page can filter. It obeys a filter on any of their fields: a run that does not read
    /// one that is set fails.
    fn tables(&self) -> Vec<FilterTable> {
        Vec::new()
    }

    /// Checks the options beyond what their types say.
    ///
    /// # Errors
    /// One sentence that names the option and what it may be.
    fn validate(&self, page: &Self::Page) -> Result<(), String> {
        let _ = page;
        Ok(())
    }

    /// Brings options that were stored by version `from` up to date by one version.
    ///
    /// # Errors
    /// One sentence that says which option is gone and what to do.
    fn upgrade(&self, from: u32, options: Value) -> Result<Value, String> {
        let _ = from;
        Ok(options)
    }

    /// Runs it once.
    fn run(
        &self,
        cx: &Context,
        request: &Request<Self::Page>,
    ) -> impl Future<Output = Result<Summary, JobError>> + Send;
}

/// What a person chose on the request page.
#[derive(Clone, Debug, Default)]
pub struct Request<P> {
    /// The options.
    pub options: P,
    /// The filters.
    pub filters: Filters,
}
