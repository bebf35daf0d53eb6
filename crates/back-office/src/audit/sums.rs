use std::collections::BTreeMap;

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Select, TryGetable};
use values::Code;
use values::money::Amount;

use crate::Result;
use crate::general_ledger::entry;

/// Sums of an amount by a key, of the rows that are selected; sums of nothing are left out.
pub(super) async fn by<E, K>(
    c: &impl ConnectionTrait,
    rows: Select<E>,
    key: E::Column,
    amount: E::Column,
) -> Result<BTreeMap<K, Amount>>
where
    E: EntityTrait,
    K: TryGetable + Ord,
{
    let sum = Expr::col((E::default(), amount)).sum().cast_as("bigint");
    let sums = rows.select_only().column(key).column_as(sum, "sum").group_by(key);
    let sums: Vec<(K, Amount)> = sums.into_tuple().all(c).await?;
    Ok(sums.into_iter().filter(|(_, sum)| !sum.is_zero()).collect())
}

/// What stands on accounts, by a key.
pub(super) async fn on_accounts<K: TryGetable + Ord>(
    c: &impl ConnectionTrait,
    accounts: &[Code<20>],
    key: entry::Column,
) -> Result<BTreeMap<K, Amount>> {
    let on = entry::Entity::find().filter(entry::Column::AccountNumber.is_in(accounts.to_vec()));
    by(c, on, key, entry::Column::Amount).await
}

/// The keys at which two sums differ, with both.
pub(super) fn differences<K: Ord + Clone>(
    one: &BTreeMap<K, Amount>,
    other: &BTreeMap<K, Amount>,
) -> Vec<(K, Amount, Amount)> {
    let at = |sums: &BTreeMap<K, Amount>, key: &K| sums.get(key).copied().unwrap_or_default();
    let mut keys: Vec<&K> = one.keys().chain(other.keys()).collect();
    keys.sort();
    keys.dedup();
    let both = keys.into_iter().map(|key| (key.clone(), at(one, key), at(other, key)));
    both.filter(|(_, one, other)| one != other).collect()
}

/// Numbers without blank ones, each once.
pub(super) fn distinct(accounts: impl Iterator<Item = Code<20>>) -> Vec<Code<20>> {
    let mut accounts: Vec<_> = accounts.filter(|account| !account.is_blank()).collect();
    accounts.sort();
    accounts.dedup();
    accounts
}
