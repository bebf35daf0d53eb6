//! Payouts of Shopify Payments: how far they are in the ledger, their journal, and the month's end.

use std::collections::HashMap;
use std::sync::Arc;

use access::{Action, Area, Principal};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::Method;
use axum::{Extension, Json};
use connector::payouts::journal::{SuggestedJournal, standing_of, suggest_journal};
use connector::payouts::options::JournalStatus;
use connector::payouts::staged::{payout, transaction};
use connector::payouts::suggest_payments::used_of;
use connector::shops;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::{OperationBuilder, ParameterIn};
use utoipa::openapi::schema::Type;
use uuid::Uuid;
use values::field::{Kind, OptionType, Value};

use crate::api::Api;
use crate::body::Body;
use crate::month_end::MonthEndBody;
use crate::openapi::{body, error, json, parameter};
use crate::records::{Computed, Computing, IfMatch, RecordId, Resource, Set, Snapshot, found};
use crate::{App, Error, question};

const AREA: Area = Area::Synchronization;
const READ: (Area, Action) = (AREA, Action::Read);
const CHANGE: (Area, Action) = (Area::BackOffice, Action::Change);
const TAG: &str = "shopifyPayouts";

/// Payouts, and the transactions of which they are made.
pub(crate) fn sets() -> Vec<Arc<dyn Resource>> {
    vec![
        Arc::new(Set::<payout::Entity>::new(AREA).in_order(&["date", "shopifyPayoutId"]).computing(JOURNAL_STATUS)),
        Arc::new(Set::<transaction::Entity>::new(AREA).in_order(&["shopifyTransactionId"])),
    ]
}

/// How far a payout is in the ledger.
const JOURNAL_STATUS: Computed = Computed {
    fields: &[("journalStatus", "Journal Status", Kind::Option(<JournalStatus as OptionType>::CAPTIONS))],
    values,
};

fn values<'a>(snapshot: &'a Snapshot, ids: &'a [Uuid]) -> Computing<'a> {
    Box::pin(async move {
        let stand: HashMap<Uuid, JournalStatus> = standing_of(&snapshot.read, ids).await?;
        let value = |status: JournalStatus| vec![Value::Text(status.caption().to_owned())];
        Ok(stand.into_iter().map(|(id, status)| (id, value(status))).collect())
    })
}

/// Whether a payment of an order is posted.
pub(crate) const USED: Computed = Computed { fields: &[("used", "Used", Kind::Boolean)], values: used };

fn used<'a>(snapshot: &'a Snapshot, ids: &'a [Uuid]) -> Computing<'a> {
    Box::pin(async move {
        let used = used_of(&snapshot.read, ids).await?;
        Ok(used.into_iter().map(|(id, used)| (id, vec![Value::Boolean(used)])).collect())
    })
}

/// The payouts that someone chose.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChosenPayouts {
    /// Their ids in `shopifyPayouts`.
    ids: Vec<Uuid>,
    /// The journal, from `journals`; left out: the first of a template of the type General.
    journal_id: Option<Uuid>,
}

/// What was put into a journal.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SuggestedJournalBody {
    /// The journal, as in `journals`.
    journal_id: Uuid,
    /// As many payouts.
    payouts: usize,
    /// As many lines.
    lines: usize,
    /// Payouts that were not.
    refused: Vec<RefusedPayoutBody>,
}

/// A payout that was not put into a journal.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RefusedPayoutBody {
    /// Its id in Shopify.
    shopify_payout_id: i64,
    /// Why not, and what to do.
    reason: String,
}

impl From<SuggestedJournal> for SuggestedJournalBody {
    fn from(suggested: SuggestedJournal) -> Self {
        let refused = suggested.refused.into_iter();
        Self {
            journal_id: suggested.journal_id,
            payouts: suggested.payouts,
            lines: suggested.lines,
            refused: refused
                .map(|one| RefusedPayoutBody { shopify_payout_id: one.shopify_payout_id, reason: one.reason })
                .collect(),
        }
    }
}

/// Which month is asked for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    #[serde(default)]
    month: String,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let about = "Bank, fees and adjustments of each payout, from the clearing account on the shop card, in the payout's currency. A \
                 payout stands in a journal once and is posted once. Those that can't be put there are told, and hold the \
                 others not up.";
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Put the journals of chosen payouts into a general journal"))
        .description(Some(about))
        .request_body(Some(body::<ChosenPayouts>("The payouts.")))
        .response("200", json("What was put there.", Ref::from_schema_name(SuggestedJournalBody::name())))
        .response("400", error("None of them can be put there, or the journal is not there."));
    api.route(Method::POST, "/shopifyPayouts/Kobling.suggestJournal", CHANGE, document, suggest);

    let about = "Sales, refunds, payments, payouts, fees and the clearing account: what Shopify says, what the ledger says, and by \
                 which records they differ. Nothing is asked of the store.";
    let document = OperationBuilder::new()
        .tag("shopifyShops")
        .summary(Some("Compare a month of a shop with the ledger"))
        .description(Some(about))
        .parameter(parameter(
            "month",
            ParameterIn::Query,
            Type::String,
            "As `2026-11`; left out: the month before this one.",
        ))
        .response("200", json("Both sides.", Ref::from_schema_name(MonthEndBody::name())))
        .response("400", error("That is no month."));
    api.route(Method::GET, "/shopifyShops/{id}/Kobling.monthEnd", READ, document, month_end);
}

async fn suggest(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenPayouts>,
) -> Result<Json<SuggestedJournalBody>, Error> {
    let suggested = suggest_journal(&app.connector, &caller, &chosen.ids, chosen.journal_id).await?;
    Ok(Json(suggested.into()))
}

async fn month_end(
    State(app): State<App>,
    RecordId(id): RecordId,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Json<MonthEndBody>, Error> {
    let asked = question::read(asked)?;
    let shop = found::<shops::Entity>(&app, id, &IfMatch::Any).await?;
    let month = connector::payouts::month_end::month_end(&app.connector, shop.code.as_str(), &asked.month).await?;
    Ok(Json(month.into()))
}
