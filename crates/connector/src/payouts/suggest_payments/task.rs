use back_office::general_journal::template::{self, TemplateType};
use back_office::general_journal::{self, batch};
use chrono::NaiveDate;
use database::Tx;
use job_queue::{Context, FilterTable, JobError, Object, Request, Summary};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use values::{Code, Filter};

use super::apply::apply;
use super::lines::{Accounts, How, lines};
use super::read::cases;
use crate::Error;
use crate::orders::mapping::Ground;
use crate::orders::staged::transaction;
use crate::payouts::journal::Methods;
use crate::payouts::{CATEGORY, SUGGEST_PAYMENTS};
use crate::shops::requested;

/// The name of the payments on the request page.
const TABLE: &str = "ShopifyOrderTransaction";
/// The filters that the request page shows without being asked.
const OFFERED: [&str; 2] = ["createdAt", "gateway"];

/// The task.
#[derive(Clone, Copy, Debug, Default)]
pub struct SuggestPayments;

/// Its request page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Options {
    /// The kind of journal; blank: the only one for what customers pay.
    pub journal_template_name: String,
    /// The journal; blank: the first of that kind.
    pub journal_batch_name: String,
    /// The day to which payments are posted; blank: today.
    pub posting_date: Option<NaiveDate>,
    /// The number of the first line; blank: the next of the journal's number series, when it is posted.
    pub starting_document_number: String,
    /// Whether every line has a number of its own.
    pub new_document_number_per_line: bool,
    /// Whether a line tells the order by its number, and not by its id.
    pub include_order_number_in_description: bool,
}

impl Object for SuggestPayments {
    type Page = Options;

    const ID: i32 = SUGGEST_PAYMENTS;
    const CAPTION: &'static str = "Suggest Shopify Payments";
    const CATEGORY: &'static str = CATEGORY;

    fn tables(&self) -> Vec<FilterTable> {
        vec![table(), requested::table()]
    }

    fn validate(&self, page: &Options) -> Result<(), String> {
        number(page).map(drop)
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        let filter = &request.filters.resolve(&table(), &cx.words())?;
        let options = &request.options;
        let mut how: Option<How> = None;
        let mut summary = Summary::default();
        for shop in requested::shops(cx, &request.filters).await? {
            let ground = &Ground::read(cx, shop).await?;
            let begun = how.take().map_or_else(|| begin(options, ground), Ok).map_err(JobError::fail)?;
            let begun = &begun;
            let write = |tx| async move { suggest(&tx, ground, filter, options, begun.clone()).await };
            let (made, next) = cx.write(write).await?;
            summary += made;
            how = Some(next);
        }
        if summary == Summary::default() {
            cx.nothing_to_do();
        }
        Ok(summary)
    }
}

fn table() -> FilterTable {
    FilterTable::of::<transaction::Entity>(TABLE, &OFFERED)
}

/// The number of the first line.
fn number(page: &Options) -> Result<Code<20>, String> {
    let number =
        Code::<20>::new(&page.starting_document_number).map_err(|long| format!("startingDocumentNumber: {long}"))?;
    if !number.is_blank() && !number.as_str().contains(|letter: char| letter.is_ascii_digit()) {
        return Err(format!(
            "startingDocumentNumber: {number} has no digit, so no number comes after it: enter one with a digit, or leave it blank"
        ));
    }
    Ok(number)
}

fn begin(options: &Options, ground: &Ground) -> Result<How, String> {
    let today = ground.now.with_timezone(&ground.zone).date_naive();
    Ok(How {
        posting_date: options.posting_date.unwrap_or(today),
        next_number: number(options)?,
        number_per_line: options.new_document_number_per_line,
        order_number: options.include_order_number_in_description,
    })
}

/// Suggests what was paid to a shop, in the transaction in which it is read what is open.
async fn suggest(
    tx: &Tx,
    ground: &Ground,
    filter: &Filter,
    options: &Options,
    mut how: How,
) -> Result<(Summary, How), Error> {
    let journal = journal(tx, options).await?;
    // Two who suggest at the same time come one after the other.
    batch::Entity::find_by_id(journal).lock_exclusive().one(tx).await?;
    let methods = Methods::read(tx, &ground.shop.code).await?;
    let accounts = Accounts { methods: &methods, clearing: &ground.shop.payments_clearing_account };
    let mut new = Vec::new();
    let cases = cases(tx, &ground.shop, &methods, filter).await?;
    for case in &cases {
        let applied = apply(case.money.clone());
        new.extend(lines(case, &applied, accounts, &mut how));
    }
    let made = general_journal::enter(tx, journal, &new, &ground.sales_context()).await?;
    let made = Summary { fetched: cases.len() as u64, created: made.len() as u64, ..Summary::default() };
    Ok((made, how))
}

/// The journal that is meant.
async fn journal(c: &impl ConnectionTrait, options: &Options) -> Result<Uuid, Error> {
    let refused = |reason: String| Err(Error::Chosen(reason));
    let cash_receipts = template::Entity::find()
        .filter(template::Column::TemplateType.eq(TemplateType::CashReceipts))
        .order_by_asc(template::Column::Name)
        .all(c)
        .await?;
    let wanted = Code::<10>::cut(&options.journal_template_name);
    let named = cash_receipts.iter().find(|template| template.name == wanted);
    let template = match (named, cash_receipts.as_slice()) {
        (Some(named), _) => named,
        (None, _) if !wanted.is_blank() => {
            return refused(format!(
                "there is no journal template {wanted} of the type Cash Receipts: choose another, or leave it blank"
            ));
        }
        (None, [only]) => only,
        (None, []) => {
            return refused(
                "there is no journal template of the type Cash Receipts: create one on the page Gen. Journal Templates"
                    .to_owned(),
            );
        }
        (None, _) => {
            return refused("there are several journal templates of the type Cash Receipts: choose one".to_owned());
        }
    };
    let batches = batch::Entity::find().filter(batch::Column::TemplateName.eq(template.name.clone()));
    let batches = batches.order_by_asc(batch::Column::Name).all(c).await?;
    let wanted = Code::<10>::cut(&options.journal_batch_name);
    let found = batches.iter().find(|batch| wanted.is_blank() || batch.name == wanted);
    match found {
        Some(batch) => Ok(batch.id),
        None if wanted.is_blank() => refused(format!(
            "there is no journal of the template {}: create one on the page Gen. Journal Batches",
            template.name
        )),
        None => refused(format!("there is no journal {} {wanted}: choose another, or leave it blank", template.name)),
    }
}
