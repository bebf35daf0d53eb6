use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use apollo_compiler::ast::Document;
use apollo_compiler::parser::Parser;
use apollo_compiler::schema::Implementers;
use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, Name, Schema};
use serde_json::{Map, Value};

use crate::check;

/// A schema with the documents that were read for it.
pub(crate) struct Compiled {
    pub schema: Valid<Schema>,
    pub implementers: apollo_compiler::collections::HashMap<Name, Implementers>,
    documents: Mutex<HashMap<String, Arc<Prepared>>>,
}

/// A document that can be run, or the errors that it is refused with.
pub(crate) type Prepared = Result<Valid<ExecutableDocument>, Vec<Value>>;

/// More different texts than a client has; past it the cache begins anew.
const CACHED_DOCUMENTS: usize = 512;

/// Nesting and size of a document that comes from outside.
const MAX_DEPTH: usize = 200;
const MAX_TOKENS: usize = 50_000;

impl Compiled {
    /// Our subset, read once for all devstores of the process: every test has one of its own.
    ///
    /// # Errors
    /// What is wrong with it, which a test of its crate would have found.
    pub(crate) fn subset() -> Result<Arc<Self>, String> {
        static SUBSET: OnceLock<Result<Arc<Compiled>, String>> = OnceLock::new();
        SUBSET.get_or_init(|| Self::read(shopify_schema::SDL).map(Arc::new)).clone()
    }

    /// Reads a schema; the directive that Shopify's files use without a definition is added.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn read(sdl: &str) -> Result<Self, String> {
        const ONE_OF: &str = "directive @oneOf on INPUT_OBJECT\n";
        let sdl = if sdl.contains("directive @oneOf") { sdl.to_owned() } else { format!("{ONE_OF}{sdl}") };
        let schema = Schema::parse_and_validate(sdl, "schema.graphql").map_err(|errors| errors.to_string())?;
        let implementers = schema.implementers_map();
        Ok(Self { schema, implementers, documents: Mutex::default() })
    }

    /// The document of this text, checked.
    pub(crate) fn prepare(&self, text: &str) -> Arc<Prepared> {
        if let Some(known) = self.cache().get(text) {
            return Arc::clone(known);
        }
        let prepared = Arc::new(self.check(text));
        let mut documents = self.cache();
        if documents.len() >= CACHED_DOCUMENTS {
            documents.clear();
        }
        documents.insert(text.to_owned(), Arc::clone(&prepared));
        prepared
    }

    fn cache(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<Prepared>>> {
        self.documents.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn check(&self, text: &str) -> Prepared {
        let mut parser = Parser::new().recursion_limit(MAX_DEPTH).token_limit(MAX_TOKENS);
        let document: Document = match parser.parse_ast(text, "document.graphql") {
            Ok(document) => document,
            Err(errors) => return Err(plain(&errors.errors)),
        };
        let findings = check::document::check(&self.schema, &document);
        if !findings.is_empty() {
            return Err(findings.iter().map(check::Finding::to_json).collect());
        }
        document.to_executable_validate(&self.schema).map_err(|errors| plain(&errors.errors))
    }
}

/// Errors that have no counterpart of their own: the message and where it is.
fn plain(errors: &apollo_compiler::validation::DiagnosticList) -> Vec<Value> {
    errors
        .iter()
        .map(|error| {
            let json = error.to_json();
            let mut plain = Map::new();
            plain.insert("message".to_owned(), json.message.into());
            if let Ok(locations) = serde_json::to_value(json.locations) {
                plain.insert("locations".to_owned(), locations);
            }
            Value::Object(plain)
        })
        .collect()
}
