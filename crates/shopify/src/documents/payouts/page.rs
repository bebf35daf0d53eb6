use std::collections::HashSet;
use std::sync::LazyLock;

use super::chosen::{MANY, after, of_payouts, with_ids};
use super::payout::Payout;
use super::transaction::BalanceTransaction;
use crate::cost::connection;
use crate::documents::orders::Cursor;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// As many new records come in a call.
const PAGE: u32 = 250;

/// A transaction, its order and its payout.
const TRANSACTION: u32 = 3;
/// A payout and its summary.
const PAYOUT: u32 = 2;

/// What is asked for.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct PaymentsVariables {
    /// Whether new transactions are.
    new_transactions: bool,
    /// Which those are.
    #[cynic(skip_serializing_if = "Option::is_none")]
    new_transactions_search: Option<String>,
    /// After which of them.
    #[cynic(skip_serializing_if = "Option::is_none")]
    new_transactions_after: Option<String>,
    /// Whether those are of which payouts are made.
    transactions_of_payouts: bool,
    /// Which those are.
    #[cynic(skip_serializing_if = "Option::is_none")]
    transactions_of_payouts_search: Option<String>,
    /// After which of them.
    #[cynic(skip_serializing_if = "Option::is_none")]
    transactions_of_payouts_after: Option<String>,
    /// Whether new payouts are.
    new_payouts: bool,
    /// Which those are.
    #[cynic(skip_serializing_if = "Option::is_none")]
    new_payouts_search: Option<String>,
    /// After which of them.
    #[cynic(skip_serializing_if = "Option::is_none")]
    new_payouts_after: Option<String>,
    /// Whether those are that may stand otherwise by now.
    open_payouts: bool,
    /// Which those are.
    #[cynic(skip_serializing_if = "Option::is_none")]
    open_payouts_search: Option<String>,
    /// As many they are.
    open_payouts_first: i32,
}

/// A query for what is new and what may have changed.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "PaymentsVariables")]
pub struct PaymentsPage {
    shopify_payments_account: Option<Account>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ShopifyPaymentsAccount", variables = "PaymentsVariables")]
struct Account {
    #[cynic(rename = "balanceTransactions", alias)]
    #[arguments(first: 250, after: $new_transactions_after, query: $new_transactions_search, sortKey: ID)]
    #[directives(include(if: $new_transactions))]
    new_transactions: Option<Transactions>,
    #[cynic(rename = "balanceTransactions", alias)]
    #[arguments(first: 250, after: $transactions_of_payouts_after, query: $transactions_of_payouts_search, sortKey: ID)]
    #[directives(include(if: $transactions_of_payouts))]
    transactions_of_payouts: Option<Transactions>,
    #[cynic(rename = "payouts", alias)]
    #[arguments(first: 250, after: $new_payouts_after, query: $new_payouts_search, sortKey: ID)]
    #[directives(include(if: $new_payouts))]
    new_payouts: Option<NewPayouts>,
    #[cynic(rename = "payouts", alias)]
    #[arguments(first: $open_payouts_first, query: $open_payouts_search, sortKey: ID)]
    #[directives(include(if: $open_payouts))]
    open_payouts: Option<OpenPayouts>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ShopifyPaymentsBalanceTransactionConnection")]
struct Transactions {
    nodes: Vec<BalanceTransaction>,
    page_info: Cursor,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ShopifyPaymentsPayoutConnection")]
struct NewPayouts {
    nodes: Vec<Payout>,
    page_info: Cursor,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ShopifyPaymentsPayoutConnection")]
struct OpenPayouts {
    nodes: Vec<Payout>,
}

impl PaymentsPage {
    /// The dearest call.
    pub(crate) fn largest() -> PaymentsVariables {
        let ids: Vec<i64> = (1..).take(MANY).collect();
        let wanted = Wanted {
            transactions: Some((1, Some(String::new()))),
            payouts: Some((1, Some(String::new()))),
            of_payouts: Some((ids.clone(), Some(String::new()))),
            open_payouts: ids,
        };
        wanted.variables()
    }
}

impl Document for PaymentsPage {
    const NAME: &'static str = "PaymentsPage";
    type Variables = PaymentsVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<PaymentsPage, _>(PaymentsPage::NAME, PaymentsPage::largest()));
        &TEXT
    }

    fn cost(variables: &PaymentsVariables) -> u32 {
        const ACCOUNT: u32 = 1;
        let many = |count: i32| u32::try_from(count).unwrap_or_default();
        ACCOUNT
            + connection(PAGE, TRANSACTION) * u32::from(variables.new_transactions)
            + connection(PAGE, TRANSACTION) * u32::from(variables.transactions_of_payouts)
            + connection(PAGE, PAYOUT) * u32::from(variables.new_payouts)
            + connection(many(variables.open_payouts_first), PAYOUT) * u32::from(variables.open_payouts)
    }
}

/// What is wanted of a store's balance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The transactions behind this one, from a cursor on; 0: all.
    pub transactions: Option<(i64, Option<String>)>,
    /// The payouts behind this one, from a cursor on; 0: all.
    pub payouts: Option<(i64, Option<String>)>,
    /// The transactions of these payouts, [`MANY`] at most, from a cursor on.
    pub of_payouts: Option<(Vec<i64>, Option<String>)>,
    /// Payouts that may stand otherwise by now, [`MANY`] at most.
    pub open_payouts: Vec<i64>,
}

impl Wanted {
    /// Whether nothing is.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    fn variables(self) -> PaymentsVariables {
        // A page is of one record at least, though nothing is asked for.
        let many = |ids: &[i64]| i32::try_from(ids.len().clamp(1, MANY)).unwrap_or(1);
        let new = |of: &Option<(i64, Option<String>)>| of.as_ref().and_then(|(last, _)| after(*last));
        let cursor = |of: Option<(i64, Option<String>)>| of.and_then(|(_, cursor)| cursor);
        let (of, of_after) = self.of_payouts.unwrap_or_default();
        PaymentsVariables {
            new_transactions: self.transactions.is_some(),
            new_transactions_search: new(&self.transactions),
            new_payouts: self.payouts.is_some(),
            new_payouts_search: new(&self.payouts),
            transactions_of_payouts: !of.is_empty(),
            transactions_of_payouts_search: of_payouts(&of),
            transactions_of_payouts_after: of_after,
            open_payouts: !self.open_payouts.is_empty(),
            open_payouts_search: with_ids(&self.open_payouts),
            open_payouts_first: many(&self.open_payouts),
            new_transactions_after: cursor(self.transactions),
            new_payouts_after: cursor(self.payouts),
        }
    }
}

/// What was answered.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// New transactions, and those of the payouts that were named, each once.
    pub transactions: Vec<BalanceTransaction>,
    /// Where more new ones begin.
    pub more_transactions: Option<String>,
    /// Where more of the payouts that were named begin.
    pub more_of_payouts: Option<String>,
    /// New payouts, and those that were named, each once.
    pub payouts: Vec<Payout>,
    /// Where more new ones begin.
    pub more_payouts: Option<String>,
}

/// Asks for it in one call; `None` when the store has no Shopify Payments. It takes the scopes
/// `read_shopify_payments_accounts` and `read_shopify_payments_payouts`.
///
/// # Errors
/// Why there is no answer.
pub async fn page(client: &Client, wanted: Wanted) -> Result<Option<Page>, Error> {
    let Some(account) = client.run::<PaymentsPage>(wanted.variables()).await?.shopify_payments_account else {
        return Ok(None);
    };
    let mut page = Page::default();
    if let Some(Transactions { nodes, page_info }) = account.new_transactions {
        page.transactions = nodes;
        page.more_transactions = page_info.next();
    }
    if let Some(Transactions { nodes, page_info }) = account.transactions_of_payouts {
        page.transactions.extend(nodes);
        page.more_of_payouts = page_info.next();
    }
    page.payouts = account.open_payouts.map(|found| found.nodes).unwrap_or_default();
    if let Some(NewPayouts { nodes, page_info }) = account.new_payouts {
        page.payouts.extend(nodes);
        page.more_payouts = page_info.next();
    }
    once(&mut page.transactions, |transaction| &transaction.id);
    once(&mut page.payouts, |payout| &payout.id);
    Ok(Some(page))
}

/// Leaves each record once: what is new may be among those that were named.
fn once<T>(records: &mut Vec<T>, id: fn(&T) -> &cynic::Id) {
    let mut told = HashSet::new();
    records.retain(|record| told.insert(id(record).clone()));
}
