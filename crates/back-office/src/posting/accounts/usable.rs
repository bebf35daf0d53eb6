use values::Code;

use crate::accounts::AccountType;
use crate::posting::ready::Groups;
use crate::posting::{Problems, Setup};
use crate::{posting_setup, vat};

/// The general posting set-up of the groups, when it is there and may be used.
pub(super) fn general<'a>(
    setup: &'a Setup,
    groups: &Groups,
    line: i32,
    problems: &mut Problems,
) -> Option<&'a posting_setup::general::Model> {
    let (business, product) = (&groups.general_business, &groups.general_product);
    let Some(row) = setup.general(business, product) else {
        let text = format!("there is no general posting setup for the groups '{business}' and '{product}': create it");
        problems.of_line(line, "generalProductPostingGroup", text);
        return None;
    };
    if row.blocked {
        let text = format!("setup is blocked in {}: unblock it, or use other groups", place_of_general(row));
        problems.of_line(line, "generalProductPostingGroup", text);
        return None;
    }
    Some(row)
}

/// What that set-up is called in a sentence.
pub(super) fn place_of_general(row: &posting_setup::general::Model) -> String {
    format!("the general posting setup '{}', '{}'", row.business_group, row.product_group)
}

/// What a VAT posting set-up is called in a sentence.
pub(super) fn place_of_vat(row: &vat::Model) -> String {
    format!("the VAT posting setup '{}', '{}'", row.business_group, row.product_group)
}

/// The account that a set-up names, when it is there and may be posted to.
pub(super) fn named(
    setup: &Setup,
    place: &str,
    name: &'static str,
    number: &Code<20>,
    problems: &mut Problems,
) -> Option<Code<20>> {
    if number.is_blank() {
        problems.add("account", format!("{name} is blank in {place}: enter an account"));
        return None;
    }
    usable(setup, place, number, "account", problems)
}

/// The account, when it is there and may be posted to. `place` names it.
pub(super) fn usable(
    setup: &Setup,
    place: &str,
    number: &Code<20>,
    field: &'static str,
    problems: &mut Problems,
) -> Option<Code<20>> {
    let problem = match setup.account(number) {
        None => format!("there is no G/L account {number}, which {place} names: create it, or name another"),
        Some(account) if account.blocked => {
            format!("G/L account {number}, which {place} names, is blocked: unblock it, or name another")
        }
        Some(account) if account.account_type != AccountType::Posting => {
            format!("G/L account {number}, which {place} names, is not for posting: name another")
        }
        Some(_) => return Some(number.clone()),
    };
    problems.add(field, problem);
    None
}

/// An account that a line or a payment names, when documents may name it.
pub(super) fn direct(
    setup: &Setup,
    place: &str,
    number: &Code<20>,
    field: &'static str,
    problems: &mut Problems,
) -> Option<Code<20>> {
    let number = usable(setup, place, number, field, problems)?;
    if setup.account(&number).is_some_and(|account| account.direct_posting) {
        return Some(number);
    }
    problems.add(field, format!("G/L account {number}, which {place} names, is not for direct posting: name another"));
    None
}
