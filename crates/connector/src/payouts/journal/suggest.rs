use std::collections::HashMap;

use access::{Action, Area, Principal};
use back_office::general_journal::template::{self, TemplateType};
use back_office::general_journal::{self, batch};
use back_office::sales;
use database::Tx;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use uuid::Uuid;
use values::Code;

use super::cleared::{Methods, cleared, transactions_of};
use super::lines::{Accounts, Against, Cleared, document_number, lines};
use super::standing::standings;
use crate::orders::MOST_CHOSEN;
use crate::payouts::currency::Currencies;
use crate::payouts::options::{JournalStatus, PayoutStatus, SplitSource};
use crate::payouts::staged::payout::{self, Column, Entity};
use crate::{Connector, Error, shops};

/// What was put into a journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SuggestedJournal {
    /// The journal.
    pub journal_id: Uuid,
    /// As many payouts stand in it now that did not before.
    pub payouts: usize,
    /// As many lines they have.
    pub lines: usize,
    /// Those that do not, and why.
    pub refused: Vec<RefusedPayout>,
}

/// A payout that was not put into a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedPayout {
    /// Its id in Shopify.
    pub shopify_payout_id: i64,
    /// Why not, and what to do.
    pub reason: String,
}

/// Puts the journals of payouts into a general journal, that of a person's choice or else the first: each payout once. What
/// can't be put there is told, and holds the others not up. A person posts the journal.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, one is not there, or none can be put into a journal; a missing permission.
pub async fn suggest_journal(
    connector: &Connector,
    by: &Principal,
    ids: &[Uuid],
    journal: Option<Uuid>,
) -> Result<SuggestedJournal, Error> {
    by.require(Area::Synchronization, Action::Read)?;
    by.require(Area::BackOffice, Action::Change)?;
    if ids.is_empty() {
        return Err(Error::Chosen("no payout is chosen: choose those that are to stand in the journal".to_owned()));
    }
    if ids.len() > MOST_CHOSEN {
        let reason = format!("{} payouts are chosen: choose {MOST_CHOSEN} at most", ids.len());
        return Err(Error::Chosen(reason));
    }
    let write = |tx| async move { suggest(connector, &tx, by, ids, journal).await };
    connector.db().write(write).await
}

async fn suggest(
    connector: &Connector,
    tx: &Tx,
    by: &Principal,
    ids: &[Uuid],
    journal: Option<Uuid>,
) -> Result<SuggestedJournal, Error> {
    let journal = match journal {
        Some(id) => id,
        None => first_journal(tx).await?,
    };
    // Two who ask for the same come one after the other.
    batch::Entity::find_by_id(journal).lock_exclusive().one(tx).await?;
    let found = Entity::find().filter(Column::Id.is_in(ids.iter().copied()));
    let payouts =
        found.order_by_asc(Column::Date).order_by_asc(Column::ShopifyPayoutId).lock_exclusive().all(tx).await?;
    if let Some(id) = ids.iter().find(|id| payouts.iter().all(|payout| payout.id != **id)) {
        return Err(Error::Chosen(format!("there is no Shopify payout with the id {id}")));
    }
    let stand = standings(tx, &payouts).await?;
    let mut ground = Ground { currencies: Currencies::read(tx).await?, shops: HashMap::new() };
    let cx = &sales::Context {
        now: connector.clock().now(),
        random: connector.random().clone(),
        user: by.user_name.clone(),
    };
    let mut suggested = SuggestedJournal { journal_id: journal, ..SuggestedJournal::default() };
    for payout in &payouts {
        let standing = stand.get(&payout.shopify_payout_id).copied().unwrap_or_default();
        match ground.lines(tx, payout, standing).await? {
            Err(reason) => {
                suggested.refused.push(RefusedPayout { shopify_payout_id: payout.shopify_payout_id, reason });
            }
            Ok(new) => {
                let made = general_journal::enter(tx, journal, &new, cx).await?;
                keep_number(tx, payout).await?;
                suggested.payouts += 1;
                suggested.lines += made.len();
            }
        }
    }
    if suggested.payouts == 0
        && let Some(first) = suggested.refused.first()
    {
        return Err(Error::Chosen(first.reason.clone()));
    }
    let told: Vec<_> = payouts.iter().map(|payout| payout.shopify_payout_id).collect();
    let detail = json!({ "payouts": told, "lines": suggested.lines });
    connector.audit().record(tx, by, "payout journal suggested", "payouts", detail).await?;
    Ok(suggested)
}

/// The first journal for anything.
async fn first_journal(c: &impl ConnectionTrait) -> Result<Uuid, Error> {
    let general = template::Entity::find()
        .filter(template::Column::TemplateType.eq(TemplateType::General))
        .order_by_asc(template::Column::Name)
        .all(c)
        .await?;
    let names = general.into_iter().map(|template| template.name);
    let first = batch::Entity::find()
        .filter(batch::Column::TemplateName.is_in(names))
        .order_by_asc(batch::Column::TemplateName)
        .order_by_asc(batch::Column::Name)
        .one(c)
        .await?;
    first.map(|batch| batch.id).ok_or_else(|| {
        Error::Chosen("there is no general journal: create one on the page Gen. Journal Batches".to_owned())
    })
}

/// What the lines of payouts stand on.
struct Ground {
    currencies: Currencies,
    shops: HashMap<Code<20>, (Accounts, Methods)>,
}

impl Ground {
    /// The lines of a payout, or why it has none.
    async fn lines(
        &mut self,
        tx: &Tx,
        payout: &payout::Model,
        standing: JournalStatus,
    ) -> Result<Result<Vec<general_journal::NewLine>, String>, Error> {
        let id = payout.shopify_payout_id;
        if let Some(reason) = against(payout, standing) {
            return Ok(Err(reason));
        }
        let currency = match self.currencies.on(tx, &payout.currency, payout.date).await? {
            Ok(currency) => currency,
            Err((cause, remedy)) => return Ok(Err(format!("The payout {id} can't be posted. {cause} {remedy}"))),
        };
        let is_known = self.shops.contains_key(&payout.shop_code);
        if !is_known {
            let shop = shops::find(tx, payout.shop_code.as_str()).await?;
            let methods = Methods::read(tx, &shop.code).await?;
            self.shops.insert(payout.shop_code.clone(), (accounts(&shop), methods));
        }
        let Some((accounts, methods)) = self.shops.get(&payout.shop_code) else { return Ok(Ok(Vec::new())) };
        let cleared = match payout.split_source {
            SplitSource::Transactions => {
                let transactions = transactions_of(tx, &payout.store, id).await?;
                cleared(tx, methods, &accounts.clearing, &transactions).await?
            }
            _ => Cleared::new(),
        };
        let shop = &payout.shop_code;
        Ok(match lines(payout, &currency, accounts, &cleared) {
            Ok(lines) if lines.is_empty() => {
                Err(format!("The payout {id} comes to nothing: there is nothing to post."))
            }
            Ok(lines) => Ok(lines),
            Err(Against::Blank(field)) => Err(format!(
                "{field} on the card of the shop {shop} is blank: fill it in, then suggest the journal again."
            )),
            Err(Against::Accounts(count)) => Err(format!(
                "The payments of the payout {id} wait on {count} accounts beside the shop card's, for which a journal has no \
                 lines: post it by hand, or let fewer payment methods have an account of their own."
            )),
        })
    }
}

/// What stands against the journal of a payout.
fn against(payout: &payout::Model, standing: JournalStatus) -> Option<String> {
    let id = payout.shopify_payout_id;
    match standing {
        JournalStatus::Posted => return Some(format!("The payout {id} is posted already.")),
        JournalStatus::Suggested => {
            return Some(format!("The payout {id} stands in a journal already: post its lines there, or delete them."));
        }
        JournalStatus::None => {}
    }
    if payout.status != PayoutStatus::Paid && !payout.status.is_void() {
        let status = payout.status.caption();
        return Some(format!("The payout {id} is {status} and not Paid: sync payouts once the bank has it."));
    }
    if payout.is_emptied() {
        let status = payout.status.caption();
        return Some(format!(
            "The payout {id} is {status}, and its transactions are in another payout or not here: there is nothing to \
             post."
        ));
    }
    (payout.split_source == SplitSource::Incomplete).then(|| {
        format!(
            "The payout {id} comes to {}, and its transactions to {}: sync payouts until they agree, or post it by hand.",
            payout.amount, payout.transactions_amount
        )
    })
}

/// Writes down under which document a payout stands in the journal.
async fn keep_number(tx: &Tx, payout: &payout::Model) -> Result<(), Error> {
    use sea_orm::sea_query::Expr;
    Entity::update_many()
        .col_expr(Column::JournalDocumentNumber, Expr::value(document_number(payout.shopify_payout_id).as_str()))
        .filter(Column::Id.eq(payout.id))
        .exec(tx)
        .await?;
    Ok(tx.changed::<Entity>(&[payout.id]).await?)
}

/// The accounts of a shop card.
pub(crate) fn accounts(shop: &shops::Model) -> Accounts {
    Accounts {
        bank: shop.payout_bank_account.clone(),
        clearing: shop.payments_clearing_account.clone(),
        fees: shop.payment_fees_account.clone(),
        adjustments: shop.payout_adjustments_account.clone(),
    }
}
