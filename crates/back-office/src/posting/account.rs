//! Which accounts a document is posted to, and whether they may be.

use values::Code;

use super::document::Document;
use super::ready::{CostAccounts, Groups, Posting, Vat};
use super::{Problems, Setup};
use crate::accounts::AccountType;
use crate::sales::{DocumentType, LineKind, header, line};
use crate::{items, posting_setup};

/// Which accounts are needed for what is posted.
pub(super) struct Needs {
    invoices: bool,
    takes_back: bool,
    line_discount: bool,
    invoice_discount: bool,
    actual_cost: bool,
    expected_cost: bool,
}

impl Needs {
    pub(super) fn of(setup: &Setup, document: &Document, (ships, invoices): (bool, bool)) -> Self {
        let document_type = document.header.document_type;
        let was_expected = document.not_invoiced.iter().any(|entry| !entry.expected_cost_posted.is_zero());
        let (sales, inventory) = (&setup.sales.discount_posting, &setup.inventory);
        let is_order = document_type == DocumentType::Order;
        Self {
            invoices,
            takes_back: document_type == DocumentType::CreditMemo,
            line_discount: invoices && sales.of_lines(),
            invoice_discount: invoices && sales.of_the_whole(),
            actual_cost: invoices && inventory.automatic_cost_posting,
            expected_cost: was_expected || (is_order && ships && inventory.expected_cost_posting),
        }
    }
}

/// Where a line is posted to.
pub(super) fn posting(
    setup: &Setup,
    header: &header::Model,
    line: &line::Model,
    needs: &Needs,
    problems: &mut Problems,
) -> Option<Posting> {
    let groups = Groups {
        general_business: header.general_business_posting_group.clone(),
        general_product: line.general_product_posting_group.clone(),
        vat_business: header.vat_business_posting_group.clone(),
        vat_product: line.vat_product_posting_group.clone(),
    };
    // Both are looked at, so that what is wrong with either is said.
    let vat = vat(setup, &groups, line.line_number, needs.invoices, problems);
    let accounts = if needs.invoices { sale(setup, &groups, line, needs, problems) } else { Some(Sale::default()) };
    let (vat, Sale { sales, line_discount, invoice_discount }) = (vat?, accounts?);
    Some(Posting { groups, vat, sales, line_discount, invoice_discount })
}

/// The accounts of what a line sells.
#[derive(Default)]
struct Sale {
    sales: Code<20>,
    line_discount: Option<Code<20>>,
    invoice_discount: Option<Code<20>>,
}

fn sale(setup: &Setup, groups: &Groups, line: &line::Model, needs: &Needs, problems: &mut Problems) -> Option<Sale> {
    let with_line = needs.line_discount && !line.line_discount_amount.is_zero();
    let with_invoice = needs.invoice_discount && !line.invoice_discount_amount.is_zero();
    if line.kind == LineKind::Account && !with_line && !with_invoice {
        let sales = usable(setup, "the line", &line.number, "lineObjectNumber", problems)?;
        return Some(Sale { sales, ..Sale::default() });
    }
    let row = general(setup, groups, line.line_number, problems)?;
    let place = place_of_general(row);
    let sales = match line.kind {
        LineKind::Account => usable(setup, "the line", &line.number, "lineObjectNumber", problems),
        _ if needs.takes_back => {
            named(setup, &place, "Sales Credit Memo Account", &row.sales_credit_memo_account, problems)
        }
        _ => named(setup, &place, "Sales Account", &row.sales_account, problems),
    };
    let line_discount = match with_line {
        true => named(setup, &place, "Sales Line Disc. Account", &row.sales_line_discount_account, problems),
        false => None,
    };
    let invoice_discount = match with_invoice {
        true => named(setup, &place, "Sales Inv. Disc. Account", &row.sales_invoice_discount_account, problems),
        false => None,
    };
    Some(Sale { sales: sales?, line_discount, invoice_discount })
}

/// Where the cost of a line goes.
pub(super) fn cost(
    setup: &Setup,
    header: &header::Model,
    (line, item): (&line::Model, &items::Model),
    needs: &Needs,
    problems: &mut Problems,
) -> Option<CostAccounts> {
    if !needs.actual_cost && !needs.expected_cost {
        return Some(CostAccounts::default());
    }
    let groups = Groups {
        general_business: header.general_business_posting_group.clone(),
        general_product: line.general_product_posting_group.clone(),
        ..Groups::default()
    };
    let row = general(setup, &groups, line.line_number, problems)?;
    let (location, group) = (&line.location_code, &item.inventory_posting_group);
    let Some(goods) = setup.place(location, group) else {
        let text =
            format!("there is no inventory posting setup for location '{location}' and group '{group}': create it");
        problems.of_line(line.line_number, "locationCode", text);
        return None;
    };
    let of_general = place_of_general(row);
    let of_goods = format!("the inventory posting setup '{location}', '{group}'");
    let mut accounts = CostAccounts::default();
    if needs.actual_cost {
        accounts.cost = named(setup, &of_general, "COGS Account", &row.cogs_account, problems)?;
        accounts.inventory = named(setup, &of_goods, "Inventory Account", &goods.inventory_account, problems)?;
    }
    if needs.expected_cost {
        let interim = ("COGS Account (Interim)", "Inventory Account (Interim)");
        accounts.cost_interim = named(setup, &of_general, interim.0, &row.cogs_account_interim, problems)?;
        accounts.inventory_interim = named(setup, &of_goods, interim.1, &goods.inventory_account_interim, problems)?;
    }
    Some(accounts)
}

/// The account of what the customer owes.
pub(super) fn receivables(setup: &Setup, header: &header::Model, invoices: bool, problems: &mut Problems) -> Code<20> {
    if !invoices {
        return Code::blank();
    }
    receivables_of(setup, &header.customer_posting_group, problems)
}

/// The account of what customers of a group owe.
pub(super) fn receivables_of(setup: &Setup, group: &Code<20>, problems: &mut Problems) -> Code<20> {
    let Some(row) = setup.customer_group(group) else {
        problems.add("customerPostingGroup", format!("there is no customer posting group '{group}': create it"));
        return Code::blank();
    };
    let place = format!("the customer posting group {group}");
    named(setup, &place, "Receivables Account", &row.receivables_account, problems).unwrap_or_default()
}

/// Where rounding what is to be paid goes, where that is done.
pub(super) fn rounding(
    setup: &Setup,
    header: &header::Model,
    invoices: bool,
    problems: &mut Problems,
) -> Option<Posting> {
    let group = setup.customer_group(&header.customer_posting_group)?;
    if !invoices || !setup.sales.invoice_rounding {
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
    let vat = charged.map(|row| Vat {
        calculation: row.calculation_type,
        percent: row.charged(),
        identifier: row.identifier.clone(),
        account: row.sales_vat_account.clone(),
    });
    Some(Posting { groups, vat: vat.unwrap_or_default(), sales: number, line_discount: None, invoice_discount: None })
}

/// Where the document is paid to at once, by its payment method.
pub(super) fn balancing(
    setup: &Setup,
    header: &header::Model,
    invoices: bool,
    problems: &mut Problems,
) -> Option<Code<20>> {
    let method = setup.payment_method(&header.payment_method_code).filter(|_| invoices)?;
    let number = method.balancing_account_number.non_blank()?;
    let place = format!("the payment method {}", method.code);
    named(setup, &place, "Bal. Account No.", number, problems)
}

fn vat(setup: &Setup, groups: &Groups, line: i32, invoices: bool, problems: &mut Problems) -> Option<Vat> {
    let (business, product) = (&groups.vat_business, &groups.vat_product);
    let Some(row) = setup.vat(business, product) else {
        let text = format!("there is no VAT posting setup for the groups '{business}' and '{product}': create it");
        problems.of_line(line, "taxCode", text);
        return None;
    };
    let place = format!("the VAT posting setup '{business}', '{product}'");
    if row.blocked {
        problems.of_line(line, "taxCode", format!("setup is blocked in {place}: unblock it, or use other groups"));
        return None;
    }
    let percent = row.charged();
    let account = if invoices && row.owes() {
        named(setup, &place, "Sales VAT Account", &row.sales_vat_account, problems)?
    } else {
        Code::blank()
    };
    Some(Vat { calculation: row.calculation_type, percent, identifier: row.identifier.clone(), account })
}

fn general<'a>(
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

fn place_of_general(row: &posting_setup::general::Model) -> String {
    format!("the general posting setup '{}', '{}'", row.business_group, row.product_group)
}

/// The account that a set-up names, when it is there and may be posted to.
fn named(
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
