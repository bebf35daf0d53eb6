use std::future::Future;
use std::pin::Pin;

use serde_json::{Map, Value};

use super::{Context, FilterTable, JobError, Object, Parameters, Request, Summary};

/// An object without its page's type, so that objects of all kinds stand in one registry.
pub(crate) trait Erased: Send + Sync {
    fn id(&self) -> i32;
    fn caption(&self) -> &'static str;
    fn category(&self) -> &'static str;
    fn version(&self) -> u32;
    fn schema(&self) -> Value;
    fn tables(&self) -> Vec<FilterTable>;
    fn defaults(&self) -> Value;
    /// Brings stored parameters up to date and checks their options; gives the options in full.
    fn options(&self, parameters: &Parameters) -> Result<Value, String>;
    fn run<'a>(
        &'a self,
        cx: &'a Context,
        parameters: &'a Parameters,
    ) -> Pin<Box<dyn Future<Output = Result<Summary, JobError>> + Send + 'a>>;
}

impl<O: Object> Erased for O {
    fn id(&self) -> i32 {
        O::ID
    }

    fn caption(&self) -> &'static str {
        O::CAPTION
    }

    fn category(&self) -> &'static str {
        O::CATEGORY
    }

    fn version(&self) -> u32 {
        O::VERSION
    }

    fn schema(&self) -> Value {
        schemars::schema_for!(O::Page).to_value()
    }

    fn tables(&self) -> Vec<FilterTable> {
        Object::tables(self)
    }

    fn defaults(&self) -> Value {
        serde_json::to_value(O::Page::default()).unwrap_or_default()
    }

    fn options(&self, parameters: &Parameters) -> Result<Value, String> {
        let page = page(self, parameters)?;
        serde_json::to_value(page).map_err(|error| error.to_string())
    }

    fn run<'a>(
        &'a self,
        cx: &'a Context,
        parameters: &'a Parameters,
    ) -> Pin<Box<dyn Future<Output = Result<Summary, JobError>> + Send + 'a>> {
        Box::pin(async move {
            let options = page(self, parameters).map_err(JobError::fail)?;
            let request = Request { options, filters: parameters.filters.clone() };
            let summary = Object::run(self, cx, &request).await?;
            match request.filters.unread() {
                None => Ok(summary),
                Some(field) => Err(not_obeyed::<O>(field)),
            }
        })
    }
}

/// An object obeys every filter that it offers: one that it does not read would let everything through unseen.
fn not_obeyed<O: Object>(field: &str) -> JobError {
    JobError::fail(format!(
        "{} {} has run without the filter {field}, which it does not obey: take that filter away, or report it as an error \
         of the program",
        O::ID,
        O::CAPTION
    ))
}

/// The options in full: the given ones over the defaults. An option that the page does not have is refused.
fn page<O: Object>(object: &O, parameters: &Parameters) -> Result<O::Page, String> {
    let mut options = match &parameters.options {
        Value::Null => Value::Object(Map::new()),
        given => given.clone(),
    };
    if parameters.version > O::VERSION {
        return Err(format!(
            "its parameters are of version {}, which is newer than this program's {}: run the newer program",
            parameters.version,
            O::VERSION
        ));
    }
    for version in parameters.version.max(1)..O::VERSION {
        options = object.upgrade(version, options)?;
    }
    let Value::Object(given) = options else {
        return Err("options are names and values, as {\"name\": value}".to_owned());
    };
    let Value::Object(mut all) = object.defaults() else {
        return Err("its request page has no named options".to_owned());
    };
    for (name, value) in given {
        if !all.contains_key(&name) {
            let known = all.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
            let known = if known.is_empty() { "it has no options".to_owned() } else { format!("it has {known}") };
            return Err(format!("there is no option '{name}': {known}"));
        }
        all.insert(name.clone(), value);
        if let Err(error) = serde_json::from_value::<O::Page>(Value::Object(all.clone())) {
            return Err(format!("the option '{name}' can't be that: {error}"));
        }
    }
    let page = serde_json::from_value(Value::Object(all)).map_err(|error| error.to_string())?;
    object.validate(&page)?;
    Ok(page)
}
