use back_office::posting::Posted;
use back_office::sales::Context;
use back_office::told::{self, Document};
use database::Tx;
use futures::FutureExt;
use futures::future::BoxFuture;
use job_queue::Failed;
use runtime::Random;

use super::event::Event;
use super::facts::{document_created, document_posted, job_failed};
use super::tell::{listeners, tell};

/// Hears of documents, in the transaction that makes or posts them, and tells the webhooks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told;

impl told::Listener for Told {
    fn made<'a>(
        &'a self,
        tx: &'a Tx,
        documents: Vec<Document>,
        cx: &'a Context,
    ) -> BoxFuture<'a, back_office::Result<()>> {
        async move {
            let listeners = listeners(tx, Event::DocumentCreated).await?;
            if listeners.is_empty() {
                return Ok(());
            }
            let facts = documents.iter().map(document_created).collect();
            Ok(tell(tx, (cx.now, &cx.random), Event::DocumentCreated, &listeners, facts).await?)
        }
        .boxed()
    }

    fn posted<'a>(
        &'a self,
        tx: &'a Tx,
        document: Document,
        posted: &'a Posted,
        cx: &'a Context,
    ) -> BoxFuture<'a, back_office::Result<()>> {
        async move {
            let listeners = listeners(tx, Event::DocumentPosted).await?;
            let facts = vec![document_posted(&document, posted)];
            Ok(tell(tx, (cx.now, &cx.random), Event::DocumentPosted, &listeners, facts).await?)
        }
        .boxed()
    }
}

/// The same for jobs that fail.
#[derive(Clone, Debug)]
pub(crate) struct ToldOfJobs(pub(crate) Random);

impl job_queue::Listener for ToldOfJobs {
    fn failed<'a>(&'a self, tx: &'a Tx, failed: Failed<'a>) -> BoxFuture<'a, job_queue::Result<()>> {
        async move {
            let listeners = listeners(tx, Event::JobFailed).await?;
            let facts = vec![job_failed(&failed)];
            Ok(tell(tx, (failed.at, &self.0), Event::JobFailed, &listeners, facts).await?)
        }
        .boxed()
    }
}
