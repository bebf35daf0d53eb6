//! On which accounts payments wait until they are paid out.

use std::collections::HashMap;

use back_office::general_journal::AccountType;
use back_office::payment_methods;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use values::Code;

use super::lines::{Account, Cleared};
use crate::Error;
use crate::mappings::Mappings;
use crate::orders::staged::transaction as of_order;
use crate::payouts::options::Group;
use crate::payouts::staged::transaction;

/// The accounts that payments come to when a document is posted, by gateway and card.
pub(crate) struct Methods {
    mappings: Mappings,
    accounts: HashMap<Code<10>, Account>,
}

impl Methods {
    /// Those of a shop.
    pub(crate) async fn read(c: &impl ConnectionTrait, shop: &Code<20>) -> Result<Self, Error> {
        let mappings = Mappings::read(c, shop).await?;
        let methods = payment_methods::Entity::find().all(c).await?.into_iter();
        let paying = methods.filter(|method| !method.balancing_account_number.is_blank());
        let account = |method: &payment_methods::Model| -> Account {
            (method.balancing_account_type, method.balancing_account_number.clone())
        };
        Ok(Self { mappings, accounts: paying.map(|method| (method.code.clone(), account(&method))).collect() })
    }

    /// The payment method of a payment; blank: nobody has said.
    pub(crate) fn method(&self, payment: &of_order::Model) -> Code<10> {
        let mapped = self.mappings.payment_method(&payment.gateway, &payment.credit_card_company);
        mapped.map(|mapped| mapped.payment_method_code.clone()).unwrap_or_default()
    }

    /// The account to which a payment comes, if its payment method names one.
    pub(crate) fn account(&self, payment: &of_order::Model) -> Option<&Account> {
        self.accounts.get(&self.method(payment))
    }
}

/// What the transactions of a payout have of payments by account; `clearing` is that of those whose method names none.
pub(super) async fn cleared(
    c: &impl ConnectionTrait,
    methods: &Methods,
    clearing: &Code<20>,
    transactions: &[transaction::Model],
) -> Result<Cleared, Error> {
    use of_order::{Column, Entity};
    let moved = || transactions.iter().filter(|one| matches!(one.part, Group::Sales | Group::Refunds));
    let ids: Vec<i64> = moved().map(|one| one.source_order_transaction_id).filter(|id| *id != 0).collect();
    let mut payments: HashMap<i64, of_order::Model> = HashMap::new();
    for some in ids.chunks(1_000) {
        let found = Entity::find().filter(Column::TransactionId.is_in(some.iter().copied())).all(c).await?;
        payments.extend(found.into_iter().map(|one| (one.transaction_id, one)));
    }
    let mut cleared = Cleared::new();
    for one in moved() {
        let named = payments.get(&one.source_order_transaction_id).and_then(|payment| methods.account(payment));
        let account = named.cloned().unwrap_or_else(|| (AccountType::General, clearing.clone()));
        *cleared.entry(account).or_default() += one.amount;
    }
    Ok(cleared)
}

/// The transactions of payouts.
pub(super) async fn transactions_of(
    c: &impl ConnectionTrait,
    store: &str,
    payout: i64,
) -> Result<Vec<transaction::Model>, Error> {
    use transaction::{Column, Entity};
    let of_store = Entity::find().filter(Column::Store.eq(store));
    Ok(of_store.filter(Column::ShopifyPayoutId.eq(payout)).all(c).await?)
}
