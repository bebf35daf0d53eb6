use values::Code;

use super::MoneyAccount;
use super::usable::{named, place_of_vat};
use crate::posting::ready::{Groups, Posting, Vat};
use crate::posting::{Problems, Setup};
use crate::sales::header;
use crate::sales_tax::Taxed;

/// The account of what the customer owes.
pub(in crate::posting) fn receivables(
    setup: &Setup,
    header: &header::Model,
    invoices: bool,
    problems: &mut Problems,
) -> Code<20> {
    if !invoices {
        return Code::blank();
    }
    receivables_of(setup, &header.customer_posting_group, problems)
}

/// The account of what customers of a group owe.
pub(in crate::posting) fn receivables_of(setup: &Setup, group: &Code<20>, problems: &mut Problems) -> Code<20> {
    let Some(row) = setup.customer_group(group) else {
        problems.add("customerPostingGroup", format!("there is no customer posting group '{group}': create it"));
        return Code::blank();
    };
    let place = format!("the customer posting group {group}");
    named(setup, &place, "Receivables Account", &row.receivables_account, problems).unwrap_or_default()
}

/// The account of what customers of a group, or who pays them back, take off for paying in time.
pub(in crate::posting) fn payment_discount(
    setup: &Setup,
    group: &Code<20>,
    is_debit: bool,
    problems: &mut Problems,
) -> Option<Code<20>> {
    let row = setup.customer_group(group)?;
    let (name, number) = match is_debit {
        true => ("Payment Disc. Debit Acc.", &row.payment_discount_debit_account),
        false => ("Payment Disc. Credit Acc.", &row.payment_discount_credit_account),
    };
    named(setup, &format!("the customer posting group {group}"), name, number, problems)
}

/// Where rounding what is to be paid goes, where it is rounded.
pub(in crate::posting) fn rounding(
    setup: &Setup,
    header: &header::Model,
    is_rounded: bool,
    problems: &mut Problems,
) -> Option<Posting> {
    let group = setup.customer_group(&header.customer_posting_group)?;
    if !is_rounded {
        return None;
    }
    let place = format!("the customer posting group {}", group.code);
    let number = named(setup, &place, "Invoice Rounding Account", &group.invoice_rounding_account, problems)?;
    let product = setup.account(&number).map(|account| account.vat_product_posting_group.clone()).unwrap_or_default();
    let groups = Groups {
        general_business: header.general_business_posting_group.clone(),
        vat_business: header.vat_business_posting_group.clone(),
        vat_product: product,
        ..Groups::default()
    };
    let charged = setup.vat(&groups.vat_business, &groups.vat_product).filter(|row| !row.blocked);
    let mut vat = charged.map_or_else(Vat::default, |row| Vat {
        calculation: row.calculation_type,
        percent: row.charged(),
        identifier: row.identifier.clone(),
        account: Code::blank(),
        taxed: Taxed::default(),
    });
    if let Some(row) = charged.filter(|_| vat.is_owed()) {
        let place = place_of_vat(row);
        vat.account = named(setup, &place, "Sales VAT Account", &row.sales_vat_account, problems)?;
    }
    Some(Posting { groups, vat, sales: number, line_discount: None, invoice_discount: None })
}

/// Where the document is paid to at once, by its payment method.
pub(in crate::posting) fn balancing(
    setup: &Setup,
    header: &header::Model,
    invoices: bool,
    problems: &mut Problems,
) -> Option<MoneyAccount> {
    let method = setup.payment_method(&header.payment_method_code).filter(|_| invoices)?;
    let number = method.balancing_account_number.non_blank()?;
    let place = format!("the payment method {}", method.code);
    let account = MoneyAccount::named(setup, &place, (method.balancing_account_type, number), problems)?;
    account.check_currency(&header.currency_code, problems);
    Some(account)
}
