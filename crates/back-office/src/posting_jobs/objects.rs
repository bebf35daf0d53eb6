//! Reports 296, 297 and 298: sales documents that filters choose are posted.

use job_queue::{Context, FilterTable, Filters, JobError, Object, Request, Summary};

use super::choice::Choice;
use super::run::run;
use super::{
    BATCH_POST_CREDIT_MEMOS, BATCH_POST_INVOICES, BATCH_POST_ORDERS, CATEGORY, OrderOptions, SourceNumber, WholeOptions,
};
use crate::sales::{DocumentType, header};

/// The name of the documents on the request pages.
const TABLE: &str = "SalesHeader";
/// The filters that the request pages show without being asked.
const OFFERED: [&str; 3] = ["number", "status", "postingDate"];

/// Which documents a batch may choose among.
#[derive(Clone, Copy, Debug)]
struct Documents {
    document_type: DocumentType,
    /// The set of the API that holds these documents and no others, so that what a filter lets through is counted there.
    set: &'static str,
    caption: &'static str,
    source: Option<SourceNumber>,
}

impl Documents {
    fn table(&self) -> FilterTable {
        let table = FilterTable::of::<header::Entity>(TABLE, &OFFERED);
        let table = FilterTable { set: self.set, caption: self.caption, ..table };
        match self.source {
            Some(source) => table.renamed("sourceNumber", source.name, source.caption),
            None => table,
        }
    }

    async fn post(&self, cx: &Context, options: &OrderOptions, filters: &Filters) -> Result<Summary, JobError> {
        options.check_chosen().map_err(JobError::fail)?;
        let filter = filters.resolve(&self.table(), &cx.words())?;
        let tally = run(cx, &Choice::Filtered(self.document_type, filter), options.how()).await?;
        if let Some(sentence) = tally.sentence() {
            cx.remark(&sentence, &tally.lines).await?;
        }
        Ok(tally.summary())
    }
}

/// Report 296: the sales orders that the filters let through are shipped, invoiced, or both.
#[derive(Clone, Copy, Debug)]
pub struct BatchPostOrders(Documents);

/// Report 297: the sales invoices that the filters let through are posted.
#[derive(Clone, Copy, Debug)]
pub struct BatchPostInvoices(Documents);

/// Report 298: the sales credit memos that the filters let through are posted.
#[derive(Clone, Copy, Debug)]
pub struct BatchPostCreditMemos(Documents);

impl BatchPostOrders {
    /// Documents are found by the number of their source under the name that it has been given.
    pub fn new(source: Option<SourceNumber>) -> Self {
        let (set, caption) = ("salesOrders", "Sales Order");
        Self(Documents { document_type: DocumentType::Order, set, caption, source })
    }
}

impl BatchPostInvoices {
    /// As [`BatchPostOrders::new`].
    pub fn new(source: Option<SourceNumber>) -> Self {
        // The lists of invoices and credit memos hold those that are posted as well.
        let (set, caption) = ("", "Sales Invoice");
        Self(Documents { document_type: DocumentType::Invoice, set, caption, source })
    }
}

impl BatchPostCreditMemos {
    /// As [`BatchPostOrders::new`].
    pub fn new(source: Option<SourceNumber>) -> Self {
        let (set, caption) = ("", "Sales Credit Memo");
        Self(Documents { document_type: DocumentType::CreditMemo, set, caption, source })
    }
}

impl Object for BatchPostOrders {
    type Page = OrderOptions;
    const ID: i32 = BATCH_POST_ORDERS;
    const CAPTION: &'static str = "Batch Post Sales Orders";
    const CATEGORY: &'static str = CATEGORY;

    fn tables(&self) -> Vec<FilterTable> {
        vec![self.0.table()]
    }

    fn validate(&self, page: &OrderOptions) -> Result<(), String> {
        page.check()
    }

    async fn run(&self, cx: &Context, request: &Request<OrderOptions>) -> Result<Summary, JobError> {
        self.0.post(cx, &request.options, &request.filters).await
    }
}

impl Object for BatchPostInvoices {
    type Page = WholeOptions;
    const ID: i32 = BATCH_POST_INVOICES;
    const CAPTION: &'static str = "Batch Post Sales Invoices";
    const CATEGORY: &'static str = CATEGORY;

    fn tables(&self) -> Vec<FilterTable> {
        vec![self.0.table()]
    }

    fn validate(&self, page: &WholeOptions) -> Result<(), String> {
        OrderOptions::from(*page).check()
    }

    async fn run(&self, cx: &Context, request: &Request<WholeOptions>) -> Result<Summary, JobError> {
        self.0.post(cx, &request.options.into(), &request.filters).await
    }
}

impl Object for BatchPostCreditMemos {
    type Page = WholeOptions;
    const ID: i32 = BATCH_POST_CREDIT_MEMOS;
    const CAPTION: &'static str = "Batch Post Sales Credit Memos";
    const CATEGORY: &'static str = CATEGORY;

    fn tables(&self) -> Vec<FilterTable> {
        vec![self.0.table()]
    }

    fn validate(&self, page: &WholeOptions) -> Result<(), String> {
        OrderOptions::from(*page).check()
    }

    async fn run(&self, cx: &Context, request: &Request<WholeOptions>) -> Result<Summary, JobError> {
        self.0.post(cx, &request.options.into(), &request.filters).await
    }
}
