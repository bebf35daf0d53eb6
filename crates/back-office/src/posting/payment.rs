use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use database::Tx;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use values::Code;
use values::money::Amount;

use super::accounts;
use super::entries::{self, Received};
use super::transaction::{Origin, Transaction};
use super::write::write_entries;
use super::{Problems, Setup};
use crate::currencies::Rate;
use crate::customer_ledger::{self, entry};
use crate::customers::{self, Blocked};
use crate::general_ledger::{DocumentType, Numbers};
use crate::sales::{Context, Source};
use crate::{Error, Result};

/// What posts payments.
const CASH_RECEIPTS: &str = "CASHRECJNL";

/// Money that a customer has paid, or was given back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// The customer.
    pub customer_number: Code<20>,
    /// The day to which it is posted.
    pub posting_date: NaiveDate,
    /// Its number.
    pub document_number: Code<20>,
    /// The number by which the other party knows it.
    pub external_document_number: String,
    /// What for.
    pub description: String,
    /// How much came in; negative: was given back.
    pub amount: Amount,
    /// In which currency; blank is the company's own.
    pub currency_code: Code<10>,
    /// How it was paid.
    pub payment_method_code: Code<10>,
    /// The account to which it came.
    pub balancing_account: Code<20>,
    /// The kind and number of the document that it settles.
    pub applies_to: Option<(DocumentType, Code<20>)>,
    /// Where it comes from. What comes from the same source is posted once.
    pub source: Option<Source>,
}

/// Posts payments, all of them or none, in one transaction of the general ledger, and settles what each is for. One that
/// comes from a source of which there is an entry already is left out. Returns how many were posted.
///
/// # Errors
/// [`Error::NotPosted`] for the first that does not fit, with all that is wrong with it; [`Error::Blank`] when a currency
/// has no account for what it has lost or gained.
pub async fn post_payments(tx: &Tx, setup: &Setup, payments: &[Payment], cx: &Context) -> Result<usize> {
    let wanted = payments.iter().filter_map(|payment| Some((payment, payment.applies_to.as_ref()?)));
    let mut open = HashMap::new();
    for (payment, (document_type, number)) in wanted {
        let key = (payment.customer_number.clone(), *document_type, number.clone());
        if !open.contains_key(&key) {
            let found = customer_ledger::open_of(tx, &key.0, key.1, &key.2).await?;
            open.extend(found.map(|entry| (key, entry)));
        }
    }
    // Whoever posts the same payments at the same time waits here, and finds them posted.
    let mut transaction = Transaction::begin(Numbers::lock(tx).await?, cx);
    let mut posted = posted_from(tx, payments).await?;
    let customers = customers(tx, payments).await?;
    let (mut last, mut settled, mut count) = (None, HashSet::new(), 0);
    for payment in payments {
        if payment.source.as_ref().is_some_and(|source| !posted.insert((source.kind.clone(), source.id.clone()))) {
            continue;
        }
        let key = payment.applies_to.clone().map(|(kind, number)| (payment.customer_number.clone(), kind, number));
        let entry = key.as_ref().and_then(|key| open.get_mut(key));
        let received = check(setup, payment, &customers, entry.as_deref(), &cx.user)?;
        last = Some(entries::pay(&mut transaction, setup, &received, entry)?);
        settled.extend(key);
        count += 1;
    }
    let Some(origin) = last else { return Ok(0) };
    open.retain(|key, _| settled.contains(key));
    transaction.rows().settled.extend(open.into_values());
    let origin = Origin { description: "payments".to_owned(), ..origin };
    write_entries(tx, transaction.balance(&origin, CASH_RECEIPTS)?).await?;
    Ok(count)
}

/// The sources of which there is an entry.
async fn posted_from(tx: &Tx, payments: &[Payment]) -> Result<HashSet<(String, String)>> {
    let sources = payments.iter().filter_map(|payment| payment.source.as_ref());
    let any = sources.fold(Condition::any(), |any, source| {
        let same = Condition::all().add(entry::Column::SourceKind.eq(source.kind.clone()));
        any.add(same.add(entry::Column::SourceId.eq(source.id.clone())))
    });
    if any.is_empty() {
        return Ok(HashSet::new());
    }
    let found = entry::Entity::find().filter(any).all(tx).await?;
    Ok(found.into_iter().filter_map(|entry| entry.source_kind.zip(entry.source_id)).collect())
}

async fn customers(tx: &Tx, payments: &[Payment]) -> Result<HashMap<Code<20>, customers::Model>> {
    let mut numbers: Vec<_> = payments.iter().map(|payment| payment.customer_number.clone()).collect();
    numbers.sort();
    numbers.dedup();
    let found = customers::by_numbers(tx, &numbers).await?;
    Ok(found.into_iter().map(|customer| (customer.number.clone(), customer)).collect())
}

fn check<'a>(
    setup: &Setup,
    payment: &'a Payment,
    customers: &HashMap<Code<20>, customers::Model>,
    settles: Option<&entry::Model>,
    user: &str,
) -> Result<Received<'a>> {
    let mut problems = Problems::default();
    let number = &payment.customer_number;
    if payment.amount.is_zero() {
        problems.add("amount", "Amount is 0: enter what was paid");
    }
    if !setup.allows(user, payment.posting_date) {
        let text = format!(
            "Posting Date {} is not within your range of allowed posting dates: choose another day, or change the range in the set-up",
            payment.posting_date
        );
        problems.add("postingDate", text);
    }
    let customer = customers.get(number);
    match customer {
        None => problems.add("customerNumber", format!("there is no customer {number}: create it, or choose another")),
        Some(customer) if customer.blocked == Blocked::All => {
            let text = format!("customer {number} is blocked with type All: unblock it on its card, or wait");
            problems.add("customerNumber", text);
        }
        Some(_) => {}
    }
    // Its posting group is that of what it settles, so that both are on one account.
    let group = settles.map(|entry| &entry.customer_posting_group).or(customer.map(|row| &row.customer_posting_group));
    let group = group.cloned().unwrap_or_default();
    let receivables = accounts::receivables_of(setup, &group, &mut problems);
    accounts::direct(setup, "the payment", &payment.balancing_account, "balancingAccount", &mut problems);
    if let (Some((kind, applied)), None) = (&payment.applies_to, settles) {
        let kind = kind.caption().to_lowercase();
        let text = format!("there is no open {kind} {applied} of customer {number}: choose another, or leave it out");
        problems.add("appliesToDocumentNumber", text);
    }
    if settles.is_some_and(|entry| entry.currency_code != payment.currency_code) {
        problems.add("currencyCode", "what it settles is in another currency: enter the payment in that one");
    }
    let factor = setup.rates.factor(&payment.currency_code, payment.posting_date).unwrap_or_else(|error| {
        problems.add("currencyCode", error.to_string());
        Rate::ONE
    });
    if !problems.is_empty() {
        return Err(Error::NotPosted { document: format!("payment {}", payment.document_number), problems });
    }
    Ok(Received { payment, receivables, customer_posting_group: group, factor })
}
