//! Who wants to know of sales documents, in the transaction that makes or posts them.

use std::sync::OnceLock;

use database::Tx;
use futures::future::BoxFuture;
use uuid::Uuid;
use values::Code;

use crate::Result;
use crate::posting::Posted;
use crate::sales::{Context, DocumentType, header};

/// A sales document, as far as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The public id.
    pub id: Uuid,
    /// What kind of document it is.
    pub document_type: DocumentType,
    /// Its number.
    pub number: Code<20>,
    /// Who buys.
    pub customer_number: Code<20>,
    /// From what kind of record it was made; blank for one that people made.
    pub source_kind: String,
    /// What people call that record.
    pub source_number: String,
}

impl From<&header::Model> for Document {
    fn from(header: &header::Model) -> Self {
        Self {
            id: header.id,
            document_type: header.document_type,
            number: header.number.clone(),
            customer_number: header.sell_to_customer_number.clone(),
            source_kind: header.source_kind.clone().unwrap_or_default(),
            source_number: header.source_number.clone(),
        }
    }
}

/// Who wants to know.
pub trait Listener: Send + Sync {
    /// Documents were made.
    ///
    /// # Errors
    /// What the database says: then nothing is made.
    fn made<'a>(&'a self, tx: &'a Tx, documents: Vec<Document>, cx: &'a Context) -> BoxFuture<'a, Result<()>>;

    /// A document was posted, or what was planned of it.
    ///
    /// # Errors
    /// What the database says: then nothing is posted.
    fn posted<'a>(
        &'a self,
        tx: &'a Tx,
        document: Document,
        posted: &'a Posted,
        cx: &'a Context,
    ) -> BoxFuture<'a, Result<()>>;
}

static LISTENER: OnceLock<Box<dyn Listener>> = OnceLock::new();

/// Says once, when the program is put together, who wants to know.
pub fn also_telling(listener: impl Listener + 'static) {
    LISTENER.get_or_init(|| Box::new(listener));
}

/// Documents were made.
pub(crate) async fn made(tx: &Tx, headers: impl Iterator<Item = &header::Model>, cx: &Context) -> Result<()> {
    let Some(listener) = LISTENER.get() else { return Ok(()) };
    let documents: Vec<Document> = headers.map(Document::from).collect();
    if documents.is_empty() {
        return Ok(());
    }
    listener.made(tx, documents, cx).await
}

/// A document was posted.
pub(crate) async fn posted(tx: &Tx, document: &header::Model, posted: &Posted, cx: &Context) -> Result<()> {
    match LISTENER.get() {
        Some(listener) => listener.posted(tx, document.into(), posted, cx).await,
        None => Ok(()),
    }
}
