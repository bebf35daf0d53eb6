use std::ops::Neg;

use rust_decimal::Decimal;
use values::Code;
use values::money::Amount;

use super::Ground;
use super::group::Group;
use crate::posting::amounts::{Part, Split};
use crate::posting::ready::{Groups, Vat};
use crate::posting::transaction::Transaction;

/// What is posted to an account together.
#[derive(PartialEq)]
struct Key {
    account: Code<20>,
    groups: Groups,
    vat: Vat,
}

/// Posts what is sold, with its VAT, and the discounts that are posted apart, an entry of each for every group.
pub(super) fn post(transaction: &mut Transaction<'_>, ground: &Ground<'_>) {
    let sign = ground.ready.sign();
    let parts = &ground.amounts.parts;
    let mut groups = Group::new();
    for part in parts {
        groups.add(key(part, &part.posting.sales), negative(part.lcy.sold(), sign));
    }
    for part in parts {
        if let Some(account) = &part.posting.invoice_discount {
            groups.add(key(part, account), signed(part.lcy.invoice_discount, sign));
        }
    }
    for part in parts {
        if let Some(account) = &part.posting.line_discount {
            groups.add(key(part, account), signed(part.lcy.line_discount, sign));
        }
    }
    for (Key { account, groups, vat }, amounts) in groups.into_sums() {
        transaction.post(&ground.invoice, &account, amounts.net, &groups);
        // Where someone levies sales tax, that has entries of its own.
        if !ground.amounts.taxes.iter().any(|levied| levied.taxed == vat.taxed) {
            transaction.post_vat(&ground.invoice, (&groups, &vat), amounts, ground.whose_vat());
        }
    }
}

fn key(part: &Part, account: &Code<20>) -> Key {
    let posting = &part.posting;
    Key { account: account.clone(), groups: posting.groups.clone(), vat: posting.vat.clone() }
}

/// In the direction of the books: what a sale takes stands on the credit side.
fn negative(split: Split, sign: Decimal) -> Split {
    signed(split, -sign)
}

fn signed(split: Split, sign: Decimal) -> Split {
    let of = |amount: Amount| if sign.is_sign_negative() { amount.neg() } else { amount };
    Split { net: of(split.net), vat: of(split.vat) }
}
